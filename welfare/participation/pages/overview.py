"""A school year of taking part: who was heard, what it changed, which ideas wait for an answer."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import url_for

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.communal.years import asked_year, year_links, year_words
from welfare.organisations.models import Organisation
from welfare.participation.models import Hearing, Idea
from welfare.participation.pages.ideas import IdeaLine
from welfare.participation.queries import hearings_of, ideas_of, years_of
from welfare.participation.words import WAY_WORDS, heard_words
from welfare.rules.participation import IdeaState
from welfare.rules.permissions import Permission, decide
from welfare.rules.school_years import school_year_of
from welfare.rules.unit_types import has_pupils


@dataclass(frozen=True, slots=True)
class HearingLine:
    """One hearing in a list."""

    id: UUID
    held_on: date
    about: str
    heard: str
    way: str
    count: int | None
    said: str
    effect: str


@dataclass(frozen=True, slots=True)
class Summary:
    """A year in a few figures."""

    ideas: int
    answered: int
    hearings: Sequence[tuple[str, int]]
    without_effect: int

    @classmethod
    def of(cls, unit: Organisation, hearings: Sequence[Hearing], ideas: Sequence[Idea]) -> "Summary":
        """Counts of hearings and ideas; of nobody's."""
        by_group = Counter(each.heard for each in hearings)
        return cls(
            ideas=len(ideas),
            answered=sum(each.state is IdeaState.ANSWERED for each in ideas),
            hearings=[(str(words), by_group[heard]) for heard, words in heard_words(unit.unit_type).items()],
            without_effect=sum(not each.effect for each in hearings),
        )


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """Everything of one school year."""

    head: UnitHead
    year_words: str
    years: Sequence[tuple[str, str, bool]]
    summary: Summary
    hearings: Sequence[HearingLine]
    own: Sequence[IdeaLine]
    """Ideas of the classes that the reader teaches."""
    waiting: Sequence[IdeaLine]
    answered: Sequence[IdeaLine]
    may_give: bool

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "OverviewPage":
        """Read the year that the address asks for."""
        this_year = school_year_of(work.facts.on).begins_in
        year = asked_year(this_year)
        hearings = hearings_of(work.session, unit.id, year)
        ideas = ideas_of(work.session, unit.id, year)
        others = [(idea, school_class) for idea, school_class in ideas if school_class.id not in work.actor.class_ids]
        return cls(
            head=UnitHead.of(work, unit),
            year_words=year_words(year),
            years=year_links(
                {this_year, *(school_year_of(day).begins_in for day in years_of(work.session, unit.id))},
                year,
                lambda each: url_for("participation.overview", unit=unit.id, year=each),
            ),
            summary=Summary.of(unit, hearings, [idea for idea, _class in ideas]),
            hearings=[_line(each, unit) for each in hearings],
            own=[IdeaLine.of(idea, found) for idea, found in ideas if found.id in work.actor.class_ids],
            waiting=[IdeaLine.of(idea, found) for idea, found in others if idea.state is not IdeaState.ANSWERED],
            answered=[IdeaLine.of(idea, found) for idea, found in others if idea.state is IdeaState.ANSWERED],
            may_give=has_pupils(unit.unit_type) and decide(work.actor, Permission.IDEA_BRING, work.facts).is_granted,
        )


def _line(hearing: Hearing, unit: Organisation) -> HearingLine:
    return HearingLine(
        id=hearing.id,
        held_on=hearing.held_on,
        about=hearing.about,
        heard=f"{heard_words(unit.unit_type)[hearing.heard]} · {hearing.whom}",
        way=str(WAY_WORDS[hearing.way]),
        count=hearing.count,
        said=hearing.said,
        effect=hearing.effect,
    )
