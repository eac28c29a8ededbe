"""An idea of a class, and its steps to the answer."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.organisations.models import Organisation, SchoolClass
from welfare.participation.models import Idea, IdeaStep
from welfare.rules.participation import Decision, IdeaLack, IdeaState, what_blocks_step
from welfare.rules.registers import Register


class StaleIdeaError(RuntimeError):
    """Somebody has taken a step since the form was drawn."""


class IdeaStepRefusedError(ValueError):
    """The step lacks something, or cannot follow."""

    def __init__(self, lacks: tuple[IdeaLack, ...]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = lacks


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The next step of an idea."""

    to: IdeaState
    taken_on: date
    words: str = ""
    decision: Decision | None = None
    answer_fi: str = ""
    answer_sv: str = ""


def give_idea(work: UnitOfWork, unit: Organisation, class_id: UUID, text: str) -> None:
    """Put an idea of a class into the box; the same words of the same class once, for a form may come twice.

    The event names the school alone: with the idea's own id it would lead from an idea to whoever had it. For the same
    reason the idea keeps its month and no day, and nothing remembers the form.
    """
    month = work.facts.on.replace(day=1)
    work.session.execute(select(SchoolClass.id).where(SchoolClass.id == class_id).with_for_update(key_share=True))
    same = Idea.class_id == class_id, Idea.given_on >= month, Idea.text == text, Idea.state == IdeaState.RECEIVED
    if work.session.scalars(select(Idea.id).where(*same)).first() is None:
        work.session.add(
            Idea(
                id=uuid4(),
                unit_id=unit.id,
                controller_id=keeper_of(unit),
                class_id=class_id,
                given_on=month,
                text=text,
                state=IdeaState.RECEIVED,
                answer_fi="",
                answer_sv="",
            )
        )
        work.session.flush()
    work.note(keeper_of(unit), Register.COMMUNAL, ("unit", unit.id), idea="given")


def take_step(work: UnitOfWork, idea: Idea, step: Step, revision: int) -> None:
    """Let an idea go on. Raises StaleIdeaError, IdeaStepRefusedError."""
    if idea.revision != revision:
        raise StaleIdeaError
    has_answer = bool(step.answer_fi or step.answer_sv)
    lacks = what_blocks_step(idea.state, step.to, has_decision=step.decision is not None, has_answer=has_answer)
    if lacks:
        raise IdeaStepRefusedError(lacks)
    idea.state = step.to
    if step.to is IdeaState.DECIDED:
        idea.decision = step.decision
    if step.to is IdeaState.ANSWERED:
        idea.answer_fi, idea.answer_sv = step.answer_fi, step.answer_sv
    work.session.add(
        IdeaStep(
            idea_id=idea.id,
            state=step.to,
            taken_on=step.taken_on,
            words=step.words,
            saved_at=work.now,
            saved_by=work.actor.account_id,
        )
    )
    work.session.flush()
    work.note(idea.controller_id, Register.COMMUNAL, ("idea", idea.id), idea=step.to.value)
