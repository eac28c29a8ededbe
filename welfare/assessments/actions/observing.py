"""Answering one's own questions, once."""

from collections.abc import Sequence

from welfare.assessments.models import Observation
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.assessments import ObservationState


class AnsweredAlreadyError(ValueError):
    """The questions have been answered, or are asked no more."""


def give_answers(work: UnitOfWork, row: Observation, answers: Sequence[str]) -> None:
    """Seal the answers, in the order of the questions. Raises AnsweredAlreadyError."""
    work.session.refresh(row, with_for_update=True)
    if row.state is not ObservationState.ASKED:
        raise AnsweredAlreadyError
    row.state, row.answered_at = ObservationState.ANSWERED, work.now
    work.encrypt_document(row, Observation.document, {"answers": list(answers)})
    work.session.flush()
