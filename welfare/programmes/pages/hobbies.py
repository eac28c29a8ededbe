"""Hobbies on equal terms: the clubs of a school, or of all schools of a provider, and who finds none (COM F26)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import url_for

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.communal.years import asked_year, year_links, year_words
from welfare.organisations.models import Organisation
from welfare.programmes.kinds.leisure import CLUB
from welfare.programmes.models import Programme
from welfare.programmes.pages.figures import Sums
from welfare.programmes.queries import counted_in, programmes_of, schools_below
from welfare.programmes.words import GAP_WORDS, answer_words, title_of
from welfare.rules.programmes import HobbyGap, Leisure, ProgrammeKind, ProgrammeState, hobby_gaps
from welfare.rules.school_years import school_year_of
from welfare.rules.unit_types import has_pupils
from welfare.ui.locale import current_locale

SHOWN = ("bands", "fee", "distance", "languages", "accessible")
OPEN = {ProgrammeState.PLANNED, ProgrammeState.RUNNING}


@dataclass(frozen=True, slots=True)
class SchoolPart:
    """One school: its clubs, and what is missing."""

    id: UUID
    name: str
    rows: Sequence[tuple[UUID, str, Sequence[str]]]
    gaps: Sequence[str]


@dataclass(frozen=True, slots=True)
class HobbiesPage:
    """The gap report."""

    head: UnitHead
    year_words: str
    years: Sequence[tuple[str, str, bool]]
    headers: Sequence[str]
    schools: Sequence[SchoolPart]

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "HobbiesPage":
        """Read the year that the address asks for."""
        this_year = school_year_of(work.facts.on).begins_in
        year = asked_year(this_year)
        schools = [each for each in schools_below(work.session, unit) if has_pupils(each.unit_type)]
        found = programmes_of(work.session, [each.id for each in schools], [year])
        clubs = [each for each in found if each.kind is ProgrammeKind.CLUB and each.state in OPEN]
        sums = counted_in(work.session, clubs)
        labels = {question.code: str(question.label) for question in CLUB.details}
        return cls(
            head=UnitHead.of(work, unit),
            year_words=year_words(year),
            years=year_links(
                range(this_year - 2, this_year + 2),
                year,
                lambda each: url_for("programmes.hobbies", unit=unit.id, year=each),
            ),
            headers=[str(CLUB.title), *(labels[code] for code in SHOWN)],
            schools=[_school(each, [club for club in clubs if club.unit_id == each.id], sums) for each in schools],
        )


def _school(school: Organisation, clubs: Sequence[Programme], sums: Sums) -> SchoolPart:
    locale = current_locale()
    leisure = [_leisure(club, any(entry.count for entry in sums[club.id].get("waiting", ()))) for club in clubs]
    gaps: Sequence[HobbyGap] = hobby_gaps(leisure, school.teaching_languages.split(",")) if clubs else ()
    return SchoolPart(
        id=school.id,
        name=school.name(locale),
        rows=[(club.id, title_of(club, locale), _cells(club)) for club in clubs],
        gaps=[str(GAP_WORDS[gap]) for gap in gaps],
    )


def _cells(club: Programme) -> list[str]:
    questions = {question.code: question for question in CLUB.details}
    return [answer_words(questions[code], club.details.get(code)) for code in SHOWN]


def _leisure(club: Programme, is_waited_for: bool) -> Leisure:  # noqa: FBT001 - one fact among others of a club
    details = club.details
    return Leisure(
        fee=details.get("fee"),
        distance=details.get("distance"),
        languages=frozenset(details.get("languages", ())),
        is_accessible=details.get("accessible") in {"yes", "partly"},
        waiting=int(is_waited_for),
    )
