"""What a unit gives, and which acts lay duties on it (OHL 1 §; VakaL 540/2018).

Student welfare begins with pre-primary education (OHL 1 § 1). Children in early childhood education are no pupils: no
request, matter, group of experts or journal is theirs, nobody's posts are reckoned by them, and no duty of the act, of
the Basic Education Act or of school health care lies on their unit. Their environment is safe, and they are protected
from violence, bullying and harassment, by the Act on Early Childhood Education (VakaL 10 §). What such a unit does
together beyond that, a group, a yearly plan, programmes, it does of its own will.
"""

from enum import StrEnum

from welfare.rules.citations import Citation, Statute


class UnitType(StrEnum):
    """What a unit gives."""

    EARLY_CHILDHOOD = "early_childhood"
    PRE_PRIMARY = "pre_primary"
    BASIC = "basic"
    UPPER_SECONDARY = "upper_secondary"
    VOCATIONAL = "vocational"


SCOPE_LAW = Citation(Statute.OHL, "1")
OF_PUPILS = tuple(each for each in UnitType if each is not UnitType.EARLY_CHILDHOOD)
"""Where student welfare is given (OHL 1 § 1)."""
_OF_SCHOOLS_WHOLLY = frozenset({Statute.OHL, Statute.POL})
_OF_SCHOOLS = frozenset({Citation(Statute.TERVHL, "16")})
"""School health care and the school's inspection with it; the act as a whole is for everybody."""


def has_pupils(unit_type: UnitType | None) -> bool:
    """Whether student welfare reaches those in a unit; until somebody tells what it gives, it does (OHL 1 § 1)."""
    return unit_type is not UnitType.EARLY_CHILDHOOD


def binds(law: Citation, unit_type: UnitType | None) -> bool:
    """Whether a section lays its duty on a unit of this type; a provider and a county have none."""
    if has_pupils(unit_type):
        return law.statute is not Statute.VAKAL
    return law.statute not in _OF_SCHOOLS_WHOLLY and law not in _OF_SCHOOLS
