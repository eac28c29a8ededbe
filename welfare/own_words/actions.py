"""Writing own words, and deciding when others see them."""

from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.own_words.models import OwnWords
from welfare.own_words.queries import words_by


def write_words(work: UnitOfWork, case: Case, text: str, *, is_shared: bool) -> OwnWords:
    """Keep one more version; the earlier ones stay as they are."""
    writer_id = _writer(work)
    before = words_by(work.session, case.id, writer_id)
    row = OwnWords(
        id=uuid4(),
        case_id=case.id,
        student_id=case.student_id,
        controller_id=case.controller_id,
        writer_person_id=writer_id,
        number=before[0].number + 1 if before else 1,
        written_at=work.now,
        shared_at=work.now if is_shared else None,
    )
    work.encrypt(row, OwnWords.text, text)
    work.session.add(row)
    work.session.flush()
    return row


def share_words(work: UnitOfWork, row: OwnWords) -> None:
    """Let the group see them, for the first time or again."""
    row.shared_at, row.taken_back_at = row.shared_at or work.now, None
    work.session.flush()


def take_words_back(work: UnitOfWork, row: OwnWords) -> None:
    """Show them to the group no more."""
    if row.is_shown:
        row.taken_back_at = work.now
        work.session.flush()


def _writer(work: UnitOfWork) -> UUID:
    if work.actor.person_id is None:
        message = "a person writes own words"
        raise ValueError(message)
    return work.actor.person_id
