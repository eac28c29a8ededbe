"""Words for kinds of organisation, for languages and for terms, as people say them (IND §11)."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.organisations.models import OrganisationKind
from welfare.rules.terms import SchoolTerm, Season
from welfare.rules.unit_types import UnitType

KIND_WORDS = {
    OrganisationKind.COUNTY: _l("Wellbeing services county"),
    OrganisationKind.PROVIDER: _l("Education provider"),
    OrganisationKind.SCHOOL: _l("School or unit"),
}
UNIT_WORDS = {
    UnitType.EARLY_CHILDHOOD: _l("Early childhood education"),
    UnitType.PRE_PRIMARY: _l("Pre-primary education"),
    UnitType.BASIC: _l("Basic education"),
    UnitType.UPPER_SECONDARY: _l("General upper secondary education"),
    UnitType.VOCATIONAL: _l("Vocational education"),
}
LANGUAGE_WORDS = {
    "fi": _l("Finnish"),
    "sv": _l("Swedish"),
    "se": _l("Sámi"),
    "rom": _l("Romani"),
    "fse": _l("Sign language"),
    "en": _l("English"),
}
"""Languages of instruction (Basic Education Act 10 §, and English where a provider has the permission)."""


def language_words(codes: str) -> str:
    """The languages of a school in words: ``Finnish, Swedish``; an unknown code as it stands."""
    return ", ".join(str(LANGUAGE_WORDS.get(code, code)) for code in codes.split(",") if code)


def term_words(term: SchoolTerm) -> str:
    """A term as people say it."""
    year = term.starts_on.year
    if term.season is Season.AUTUMN:
        return _("Autumn term %(year)s", year=year)
    return _("Spring term %(year)s", year=year)
