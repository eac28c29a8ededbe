"""What the staff would learn, and the training they have had: needs by area, the calendar, grades."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import url_for

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.colleagues import accounts_at
from welfare.communal.pages import UnitHead
from welfare.communal.small_numbers import small_number_floor
from welfare.communal.years import asked_year, year_links, year_words
from welfare.guidance.models import CompetenceNeed, Training
from welfare.guidance.queries import attendance_of, needs_of, trainings_of
from welfare.guidance.words import AREA_WORDS
from welfare.organisations.models import Organisation
from welfare.rules.guidance import CompetenceArea
from welfare.rules.school_years import school_year_of
from welfare.rules.suppression import shown, shown_share
from welfare.rules.suppression_dimensions import Dimension
from welfare.rules.suppression_plan import Plan
from welfare.rules.suppression_release import release
from welfare.ui.formats import number_text, percent_text
from welfare.ui.locale import current_locale

YEARS = 3
ANSWER, YES, NO = "answer", "yes", "no"


@dataclass(frozen=True, slots=True)
class NeedLine:
    """How many would learn more of one area, in each of some years; and how much of it was taught this year."""

    area: str
    shares: Sequence[str]
    trainings: int


@dataclass(frozen=True, slots=True)
class TrainingLine:
    """One event."""

    id: UUID
    title: str
    held_on: date
    area: str
    organiser: str
    sectors: str
    participants: int | None
    grade: str
    outcome: str
    attending: int
    is_to_come: bool
    is_own: bool


@dataclass(frozen=True, slots=True)
class TrainingPage:
    """A school year of learning."""

    head: UnitHead
    year: int
    year_words: str
    years: Sequence[tuple[str, str, bool]]
    need_years: Sequence[str]
    needs: Sequence[NeedLine]
    events: Sequence[TrainingLine]
    staff: int
    trained: int
    """How many of the staff have been at some event of the year."""

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "TrainingPage":
        """Read the year that the address asks for."""
        this_year = school_year_of(work.facts.on).begins_in
        year = asked_year(this_year)
        events = trainings_of(work.session, unit, year)
        attendance = attendance_of(work.session, [each.id for each in events])
        staff = frozenset(accounts_at(work, [unit.id])[unit.id])
        came = {each.id: attendance.get(each.id, frozenset()) & staff for each in events}
        return cls(
            head=UnitHead.of(work, unit),
            year=year,
            year_words=year_words(year),
            years=year_links(
                range(this_year - YEARS + 1, this_year + 2),
                year,
                lambda each: url_for("guidance.training", unit=unit.id, year=each),
            ),
            need_years=[year_words(each) for each in _years(year)],
            needs=_needs(work, unit, year, events),
            events=[_event(unit, each, len(came[each.id]), work.facts.on) for each in events],
            staff=len(staff),
            trained=len(frozenset[UUID]().union(*came.values())),
        )


def _years(year: int) -> range:
    return range(year - YEARS + 1, year + 1)


def _needs(work: UnitOfWork, unit: Organisation, year: int, events: Sequence[Training]) -> list[NeedLine]:
    asked = {(each.area, each.year): each for each in needs_of(work.session, unit.id, _years(year))}
    return [
        NeedLine(
            area=str(AREA_WORDS[area]),
            shares=[_share(asked[area, each]) if (area, each) in asked else "–" for each in _years(year)],
            trainings=sum(event.area is area for event in events),
        )
        for area in CompetenceArea
        if any((area, each) in asked for each in _years(year))
    ]


def _share(need: CompetenceNeed) -> str:
    """The part that would learn more; neither it nor the rest is told where it is few."""
    floor = small_number_floor()
    plan = Plan((Dimension.flat(ANSWER, (YES, NO)),), ({ANSWER: ANSWER}, {}), floor)
    told = release(plan, {(YES,): need.wanting, (NO,): need.answered - need.wanting})
    share = shown_share(told.figure(answer=YES), told.figure())
    if share.percent is None:
        return f"<{floor}" if told.figure().count is None else f"– / {number_text(need.answered)}"
    return f"{percent_text(share.percent)} / {number_text(need.answered)}"


def grade_told(training: Training, floor: int) -> float | None:
    """The grade of a training as every page and paper may tell it: none of few, nor of nobody knows how many."""
    if training.grade is None or not shown(training.participants or 0, floor):
        return None
    return training.grade / 10


def _event(unit: Organisation, training: Training, attending: int, today: date) -> TrainingLine:
    grade = grade_told(training, small_number_floor())
    return TrainingLine(
        id=training.id,
        title=training.title(current_locale()),
        held_on=training.held_on,
        area=str(AREA_WORDS[training.area]),
        organiser=training.organiser,
        sectors=training.sectors,
        participants=training.participants,
        grade="" if grade is None else number_text(grade, 1),
        outcome=training.outcome,
        attending=attending,
        is_to_come=training.held_on > today,
        is_own=training.unit_id == unit.id,
    )
