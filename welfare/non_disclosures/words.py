"""Words for the codes of non-disclosure (IND §11)."""

from flask_babel import lazy_gettext as _l

from welfare.rules.non_disclosure import PlaceReason, ProtectionSource

SOURCE_WORDS = {
    ProtectionSource.POPULATION_REGISTER: _l("Set in the population register"),
    ProtectionSource.FAMILY: _l("Told by the family, with a document"),
}
REASON_WORDS = {
    PlaceReason.LETTER: _l("A letter is sent"),
    PlaceReason.CONTACT: _l("Somebody is called or written to"),
    PlaceReason.AUTHORITY: _l("An authority with a legal right asks"),
    PlaceReason.JOURNEY: _l("A journey to school is arranged"),
}
