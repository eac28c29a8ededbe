"""A request from its coming to the answer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.datarights.asked import IdentityWay, SentBy
from welfare.datarights.asking import Asking, oneself, write_down
from welfare.datarights.steps import IdentityNotSureError, NoRightError, TakenError
from welfare.journal.actions.writing import NewEntry, write_entry
from welfare.journal.queries import offices_of
from welfare.people.models import Person
from welfare.rectifications.models import Rectification
from welfare.rectifications.pages.statements import text_wanted
from welfare.rectifications.queries import is_right_lost, may_be_answered
from welfare.rectifications.records import Record, made_at, newest_of, record_of
from welfare.rules.answer_times import copy_due
from welfare.rules.journal import EntryKind
from welfare.rules.rectifications import (
    RecordKind,
    RectificationOutcome,
    RectificationRefusal,
    RectificationState,
    outcomes_of,
)
from welfare.rules.registers import Register
from welfare.rules.service_records import NoteKind
from welfare.service_notes.actions.writing import NewNote, write_note
from welfare.service_notes.models import ClientFile


class NotCorrectedYetError(ValueError):
    """Nothing that corrects the record has been written since it was asked for."""


class NoSuchOutcomeError(ValueError):
    """Nothing of the kind can come of a request about such a record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RectificationAsked(Asking):
    """What somebody says is wrong, and what it should be; a known record's register is its own."""

    record: Record | None
    wrong: str
    right: str

    def said(self) -> Mapping[str, str]:
        """What is wrong, and what it should be."""
        return {"wrong": self.wrong, "right": self.right}


def ask_for_rectification(work: UnitOfWork, asked: RectificationAsked) -> Rectification:
    """Write a request down, with its last day."""
    record = asked.record
    own: dict[str, Any] = {"state": RectificationState.RECEIVED}
    if record:
        own |= {"case_id": record.case_id, "file_id": record.file_id, "kind": record.kind, "record_id": record.row.id}
        asked = replace(asked, register=record.register)
    return write_down(work, Rectification, asked, copy_due(asked.received_on), own)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidToBeWrong:
    """What is asked on the own page. ``name`` is the student's."""

    record: Record
    name: str
    language: str
    wrong: str
    right: str


def ask_on_own_page(work: UnitOfWork, student: Person, said: SaidToBeWrong) -> Rectification:
    """Write down what a student, or a guardian, says is wrong and should be."""
    return ask_for_rectification(
        work,
        RectificationAsked(
            **oneself(work, student),
            controller_id=said.record.row.controller_id,
            register=said.record.register,
            record=said.record,
            name=said.name,
            language=said.language,
            wrong=said.wrong,
            right=said.right,
        ),
    )


def find_corrected(work: UnitOfWork, row: Rectification, words: str) -> None:
    """Decide that it was corrected: as the record reads today, written since it was asked for.

    Raises TakenError, NoRightError, NoSuchOutcomeError, NotCorrectedYetError.
    """
    record = _assessed(work, row, RectificationOutcome.CORRECTED)
    newest = newest_of(work.session, record)
    written_at = made_at(newest)
    if newest == record or written_at is None or written_at < row.recorded_at:
        raise NotCorrectedYetError
    row.linked_id = newest.row.id
    _decide(work, row, RectificationOutcome.CORRECTED, words)


def complete(work: UnitOfWork, case: Case, row: Rectification, heading: str, words: str) -> None:
    """Put the asker's own statement into the journal beside the record (GDPR 16).

    Raises TakenError, NoRightError, NoSuchOutcomeError.
    """
    record = _assessed(work, row, RectificationOutcome.COMPLETED)
    new = NewEntry(
        kind=EntryKind.NOTE,
        occurred_on=work.facts.on,
        office=offices_of(work.actor)[0],
        document={"heading": heading, "information": text_wanted(work, row)},
        replaces_draft=False,
    )
    row.linked_id = write_entry(work, case, new).id
    if record.kind is RecordKind.ENTRY:
        work.note(row.controller_id, Register.WELFARE, ("journal_entry", record.row.id))
    _decide(work, row, RectificationOutcome.COMPLETED, words)


def complete_note(work: UnitOfWork, file: ClientFile, row: Rectification, heading: str, words: str) -> None:
    """Put the asker's own statement into a service's record beside the note (GDPR 16).

    Raises TakenError, NoRightError, NoSuchOutcomeError, NoteNotNowError.
    """
    record = _assessed(work, row, RectificationOutcome.COMPLETED)
    said = {"heading": heading, "information": text_wanted(work, row)}
    row.linked_id = write_note(work, file, NewNote(kind=NoteKind.NOTE, occurred_on=work.facts.on, document=said)).id
    work.note(row.controller_id, file.register, ("service_note", record.row.id))
    _decide(work, row, RectificationOutcome.COMPLETED, words)


def send_to_source(work: UnitOfWork, row: Rectification, words: str) -> None:
    """Decide that it is corrected where the directory has it from; the words tell who has been asked.

    Raises TakenError, NoRightError, NoSuchOutcomeError, IdentityNotSureError.
    """
    _assessed(work, row, RectificationOutcome.AT_SOURCE)
    if row.identity_way is IdentityWay.NOT_SURE:
        raise IdentityNotSureError
    _decide(work, row, RectificationOutcome.AT_SOURCE, words)


def refuse(work: UnitOfWork, row: Rectification, why: RectificationRefusal, grounds: str) -> None:
    """Decide not to correct, in writing and with grounds (GDPR 12(4)). Raises TakenError, IdentityNotSureError.

    What was decided otherwise is refused only where the right was lost before it was told. Any ground but that there is
    no right tells that there is a record: so it is made sure first who asks.
    """
    work.session.refresh(row, with_for_update=True)
    if why is not RectificationRefusal.NO_RIGHT and row.identity_way is IdentityWay.NOT_SURE:
        raise IdentityNotSureError
    is_lost = row.state is RectificationState.DECIDED and is_right_lost(work.session, row, work.facts)
    if row.state is not RectificationState.RECEIVED and not (is_lost and why is RectificationRefusal.NO_RIGHT):
        raise TakenError
    row.refused_why = why
    _decide(work, row, RectificationOutcome.REFUSED, grounds)


def tell(work: UnitOfWork, row: Rectification, on: date, by: SentBy) -> None:
    """Keep that the asker was told, when and how; the right is asked for again. Raises TakenError, NoRightError."""
    _check(work, row, RectificationState.DECIDED)
    if is_right_lost(work.session, row, work.facts):
        raise NoRightError
    row.state, row.sent_on, row.sent_by = RectificationState.TOLD, on, by
    row.closed_at = work.now
    work.session.flush()


def _assessed(work: UnitOfWork, row: Rectification, outcome: RectificationOutcome) -> Record:
    _check(work, row, RectificationState.RECEIVED)
    record = record_of(work.session, row)
    if record is None or not may_be_answered(work.session, row, work.facts):
        raise NoRightError
    if outcome not in outcomes_of(record.kind):
        raise NoSuchOutcomeError(record.kind)
    return record


def _check(work: UnitOfWork, row: Rectification, state: RectificationState) -> None:
    work.session.refresh(row, with_for_update=True)
    if row.state is not state:
        raise TakenError


def _decide(work: UnitOfWork, row: Rectification, outcome: RectificationOutcome, words: str) -> None:
    row.state, row.outcome = RectificationState.DECIDED, outcome
    row.decided_at, row.decided_by = work.now, work.actor.account_id
    if words:
        work.encrypt_document(row, Rectification.decision, {"words": words})
    work.session.flush()
