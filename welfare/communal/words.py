"""Words and looks of the communal room (COM §6)."""

from flask_babel import lazy_gettext as _l

from welfare.rules.duties import DutyState

STATE_WORDS = {
    DutyState.IN_ORDER: _l("In order"),
    DutyState.NOT_YET: _l("Not yet"),
    DutyState.SOON: _l("Soon"),
    DutyState.LATE: _l("Late"),
}
LIGHT_LOOKS = {
    DutyState.IN_ORDER: ("good", "check"),
    DutyState.NOT_YET: ("ahead", "calendar"),
    DutyState.SOON: ("soon", "clock"),
    DutyState.LATE: ("late", "alert"),
}
"""The tone of the theme and the icon in the lamp."""
