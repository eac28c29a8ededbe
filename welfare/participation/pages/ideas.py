"""Ideas of classes: a line, one with its way, and those of the class that the reader studies in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.organisations.models import Organisation, SchoolClass
from welfare.participation.models import Idea
from welfare.participation.queries import classes_of, ideas_of_class, steps_of
from welfare.participation.words import DECISION_WORDS, STATE_LOOKS, STATE_WORDS
from welfare.people.pages.across_the_wall import own_class
from welfare.rules.participation import NEXT
from welfare.ui.fields import Option
from welfare.ui.formats import month_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class IdeaLine:
    """One idea in a list: what the class sees of it too."""

    id: UUID
    class_name: str
    month: str
    text: str
    state: str
    look: tuple[str, str]
    decision: str
    answer: str

    @classmethod
    def of(cls, idea: Idea, school_class: SchoolClass) -> "IdeaLine":
        """Its words."""
        return cls(
            id=idea.id,
            class_name=school_class.name,
            month=month_text(idea.given_on),
            text=idea.text,
            state=str(STATE_WORDS[idea.state]),
            look=STATE_LOOKS[idea.state],
            decision=str(DECISION_WORDS[idea.decision]) if idea.decision else "",
            answer=idea.answer(current_locale()),
        )


@dataclass(frozen=True, slots=True)
class IdeaPage:
    """One idea and its way."""

    head: UnitHead
    line: IdeaLine
    steps: Sequence[tuple[str, date, str]]
    goes_on: bool

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation, idea: Idea) -> "IdeaPage":
        """Read it."""
        school_class = work.session.get_one(SchoolClass, idea.class_id)
        steps = [(str(STATE_WORDS[each.state]), each.taken_on, each.words) for each in steps_of(work.session, idea.id)]
        return cls(UnitHead.of(work, unit), IdeaLine.of(idea, school_class), steps, bool(NEXT[idea.state]))


@dataclass(frozen=True, slots=True)
class OwnIdeasPage:
    """What the reader's own class has proposed, and what it was told."""

    class_name: str
    lines: Sequence[IdeaLine]


def own_ideas(work: UnitOfWork) -> tuple[SchoolClass, OwnIdeasPage] | None:
    """The class that the reader studies in today, with its ideas; nothing where there is none."""
    class_id = own_class(work)
    school_class = work.session.get(SchoolClass, class_id) if class_id else None
    if school_class is None:
        return None
    lines = [IdeaLine.of(idea, found) for idea, found in ideas_of_class(work.session, school_class.id)]
    return school_class, OwnIdeasPage(school_class.name, lines)


def class_options(work: UnitOfWork, unit: Organisation) -> list[Option]:
    """The classes of a school, the writer's own first."""
    own = work.actor.class_ids
    ordered = sorted(classes_of(work.session, unit.id), key=lambda each: (each.id not in own, each.name))
    return [Option(each.id, each.name) for each in ordered]
