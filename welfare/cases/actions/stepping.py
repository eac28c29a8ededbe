"""The life of a matter: opened, followed up, closed, reopened; each step kept for ever."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import account_at, place_of
from welfare.cases.group import lacks_of
from welfare.cases.models import Case, CaseEvaluation, CaseStep, StepKind
from welfare.drafts.actions import purge_drafts
from welfare.rules.cases import NEEDS_EVALUATION, CaseState, Judge, OpeningLack, check_step, must_say_why
from welfare.rules.events import CaseClosed, UnfinishedAsked


class BlockedStepError(ValueError):
    """What a group still lacks before it may meet or write (rules 8 and 16)."""

    def __init__(self, lacks: Collection[OpeningLack]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = tuple(lacks)


class UnfinishedWorkError(ValueError):
    """Closing would leave minutes unfinished, and nobody has said why."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was reached in a matter, and who judged it."""

    reached: str
    judges: Sequence[Judge]


def step_case(
    work: UnitOfWork, case: Case, wanted: CaseState, reason: str = "", evaluation: Evaluation | None = None
) -> None:
    """Take a step; closing what a group has worked on needs an evaluation, and why if it leaves minutes unfinished.

    Raises CaseStepError, BlockedStepError, UnfinishedWorkError.
    """
    lock(work, case)
    check_step(case.state, wanted, has_reason=bool(reason), has_evaluation=evaluation is not None)
    if must_say_why(wanted, leaves_unfinished=bool(unfinished_in(work, case).minutes)) and not reason:
        raise UnfinishedWorkError(case.id)
    if wanted is CaseState.OPEN:
        lacks = lacks_of(work.session, case, work.facts.on)
        if lacks:
            raise BlockedStepError(lacks)
        case.opened_on = case.opened_on or work.facts.on
    if wanted is CaseState.CLOSED:
        case.closed_at = work.now
        purge_drafts(work, subject_ids=[case.id])
    keep_step(work, case, StepKind.STATE, (case.state.value, wanted.value), reason)
    is_evaluated = (case.state, wanted) in NEEDS_EVALUATION
    case.state = wanted
    work.session.flush()
    if is_evaluated and evaluation is not None:
        _keep_evaluation(work, case, evaluation)
        work.tell(CaseClosed(case.id))


def _keep_evaluation(work: UnitOfWork, case: Case, evaluation: Evaluation) -> None:
    row = CaseEvaluation(id=uuid4(), at=work.now, by=account_at(work), **place_of(case))
    words = {"reached": evaluation.reached, "judges": [judge.value for judge in evaluation.judges]}
    work.encrypt_document(row, CaseEvaluation.document, words)
    work.session.add(row)
    work.session.flush()


def unfinished_in(work: UnitOfWork, case: Case) -> UnfinishedAsked:
    """What closing the matter would leave unfinished, and which meetings it would call off."""
    asked = UnfinishedAsked(case.id)
    work.tell(asked)
    return asked


def keep_step(work: UnitOfWork, case: Case, kind: StepKind, change: tuple[str | None, str], reason: str = "") -> None:
    """Keep what changed: what it was, what it became, by whom and why."""
    was, became = change
    step = CaseStep(id=uuid4(), kind=kind, at=work.now, by=account_at(work), was=was, became=became, **place_of(case))
    if reason:
        work.encrypt(step, CaseStep.reason, reason)
    work.session.add(step)


def lock(work: UnitOfWork, case: Case) -> None:
    """Wait for whoever changes the same matter, and see it as they left it."""
    work.session.refresh(case, with_for_update=True)
