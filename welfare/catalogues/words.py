"""Words of what is kept in a catalogue, whatever it is."""

from flask_babel import lazy_gettext as _l

from welfare.rules.arrangements import CatalogueState

STATE_WORDS = {
    CatalogueState.ACTIVE: _l("Offered"),
    CatalogueState.ENDED: _l("Offered no more"),
}
STATE_LOOKS = {CatalogueState.ACTIVE: ("good", "check"), CatalogueState.ENDED: ("", "clock")}
