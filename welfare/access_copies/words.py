"""Words for the codes of access copies."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from welfare.rules.access_copies import CopyLimit, CopyOutcome, CopyState

STATE_WORDS = {
    CopyState.RECEIVED: lazy_pgettext("access copy", "Received"),
    CopyState.REVIEW: lazy_pgettext("access copy", "Being reviewed"),
    CopyState.DECIDED: lazy_pgettext("access copy", "Decided"),
    CopyState.SENT: lazy_pgettext("access copy", "Handed over"),
    CopyState.CLOSED: lazy_pgettext("access copy", "Closed"),
}
STATE_LOOKS = {
    CopyState.RECEIVED: ("go", "inbox"),
    CopyState.REVIEW: ("go", "eye"),
    CopyState.DECIDED: ("good", "note"),
    CopyState.SENT: ("good", "share"),
    CopyState.CLOSED: ("", "check"),
}
OUTCOME_WORDS = {
    CopyOutcome.WHOLE: _l("Given as a whole"),
    CopyOutcome.PARTLY: _l("Given in part"),
    CopyOutcome.REFUSED: lazy_pgettext("access copy", "Refused"),
}
LIMIT_WORDS = {
    CopyLimit.THIRD_PERSON: _l("Tells of another private person"),
    CopyLimit.OTHER_GUARDIAN: _l("Tells of another guardian"),
    CopyLimit.PLACE: _l("Leads to somebody’s protected whereabouts"),
    CopyLimit.CHILDS_INTEREST: _l("Knowing it would go against a very important interest of the child"),
    CopyLimit.DANGER_TO_HEALTH: _l("Knowing it could seriously endanger the person’s health or care"),
    CopyLimit.RIGHTS_OF_OTHERS: _l("Knowing it could seriously endanger the rights of somebody else"),
    CopyLimit.CRIME_PREVENTION: _l("Knowing it could hinder the prevention or investigation of crime"),
    CopyLimit.NO_RIGHT: _l("Whoever asks has not shown a right to the information"),
}
LIMIT_SHORT = {
    CopyLimit.THIRD_PERSON: _l("Another person"),
    CopyLimit.OTHER_GUARDIAN: _l("Another guardian"),
    CopyLimit.PLACE: _l("Whereabouts"),
    CopyLimit.CHILDS_INTEREST: _l("Interest of the child"),
    CopyLimit.DANGER_TO_HEALTH: _l("Health or care"),
    CopyLimit.RIGHTS_OF_OTHERS: _l("Rights of others"),
    CopyLimit.CRIME_PREVENTION: _l("Crime prevention"),
}
