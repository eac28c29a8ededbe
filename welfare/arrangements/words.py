"""Words of arrangements and of the terms they are counted by."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.rules.arrangements import CatalogueState
from welfare.rules.terms import SchoolTerm, Season

STATE_WORDS = {
    CatalogueState.ACTIVE: _l("Offered"),
    CatalogueState.ENDED: _l("Offered no more"),
}
STATE_LOOKS = {CatalogueState.ACTIVE: ("good", "check"), CatalogueState.ENDED: ("", "clock")}


def term_words(term: SchoolTerm) -> str:
    """A term as people say it."""
    year = term.starts_on.year
    if term.season is Season.AUTUMN:
        return _("Autumn term %(year)s", year=year)
    return _("Spring term %(year)s", year=year)
