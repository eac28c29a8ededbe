"""What a roster tells of a school without saying it: its names in both languages, its kind, its languages of teaching.

First values for a school that is new here. Somebody may correct them, so a later import does not overwrite them.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from welfare.people.roster.content import RosterContent
from welfare.people.roster.records import OrgRow, OrgType, UserRole
from welfare.rules.unit_types import UnitType

BETWEEN_NAMES = " – "
NATIONAL_LANGUAGES = ("fi", "sv")
WORDS_OF_KIND = {
    UnitType.VOCATIONAL: ("ammatti", "yrkes"),
    UnitType.UPPER_SECONDARY: ("lukio", "gymnasi"),
}
"""The grades 10-12 are those of both, so only the name can tell them apart."""
WORDS_OF_EARLY_CHILDHOOD = ("päiväkoti", "varhaiskasvatus", "daghem", "småbarnspedagog")
"""A unit without a class is told by its name. A roster brings pupils from pre-primary education on, and no child before
that: nothing here would be theirs (OHL 1 §)."""
PRE_PRIMARY_GRADE, LAST_BASIC_GRADE = "KG", "09"


@dataclass(frozen=True, slots=True)
class SchoolTraits:
    """``unit_type`` is None when neither the grades nor the name tell it: somebody has to say."""

    name_fi: str
    name_sv: str
    unit_type: UnitType | None
    teaching_languages: tuple[str, ...]


def names_in_both(name: str) -> tuple[str, str]:
    """The Finnish and the Swedish name out of ``Finnish – Swedish``; one name alone stands for both."""
    finnish, _, swedish = name.partition(BETWEEN_NAMES)
    return finnish, swedish or finnish


def school_traits(content: RosterContent) -> Mapping[str, SchoolTraits]:
    """Traits of every school in the roster, by source id."""
    grades, languages = _grades_of_schools(content), _languages_of_schools(content)
    return {
        org.source_id: SchoolTraits(
            *names_in_both(org.name),
            unit_type=_unit_type(org, grades[org.source_id]),
            teaching_languages=tuple(code for code in NATIONAL_LANGUAGES if code in languages[org.source_id]),
        )
        for org in content.orgs.records.values()
        if org.type is OrgType.SCHOOL
    }


def taught_in_schools(content: RosterContent) -> Mapping[str, UnitType | None]:
    """What every school with classes gives, as far as their grades tell, by source id."""
    return {school_id: _by_grades(grades) for school_id, grades in _grades_of_schools(content).items() if grades}


def _unit_type(org: OrgRow, grades: set[str]) -> UnitType | None:
    """Grades decide where they can; above basic education, and where there is no class at all, the name does."""
    if not grades and any(word in org.name.casefold() for word in WORDS_OF_EARLY_CHILDHOOD):
        return UnitType.EARLY_CHILDHOOD
    if known := _by_grades(grades):
        return known
    found = [kind for kind, words in WORDS_OF_KIND.items() if any(word in org.name.casefold() for word in words)]
    return found[0] if len(found) == 1 else None


def _by_grades(grades: set[str]) -> UnitType | None:
    if grades == {PRE_PRIMARY_GRADE}:
        return UnitType.PRE_PRIMARY
    is_basic = all(grade == PRE_PRIMARY_GRADE or grade <= LAST_BASIC_GRADE for grade in grades)
    return UnitType.BASIC if grades and is_basic else None


def _grades_of_schools(content: RosterContent) -> defaultdict[str, set[str]]:
    grades: defaultdict[str, set[str]] = defaultdict(set)
    for each in content.classes.records.values():
        grades[each.school_id].update(each.grades)
    return grades


def _languages_of_schools(content: RosterContent) -> defaultdict[str, set[str]]:
    """A school teaches in the languages in which the responsible teachers of its classes work."""
    languages: defaultdict[str, set[str]] = defaultdict(set)
    for row in content.enrollments.records.values():
        teacher = content.users.records.get(row.user_id)
        if row.is_primary and teacher is not None and teacher.role is UserRole.TEACHER:
            languages[row.school_id].add(teacher.language)
    return languages
