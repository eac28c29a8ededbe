"""Telling a pupil's teachers what to do in class: a disclosure like any other, and written down like one."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import account_at, place_of
from welfare.cases.models import Case
from welfare.disclosures.models import TeacherNote, TeacherNoteMark
from welfare.journal.actions import NewEntry, disclose
from welfare.rules.registers import Register
from welfare.rules.teacher_notes import Period, TeacherNoteLack, what_the_period_lacks


class TeacherNoteRefusedError(ValueError):
    """The days of the note cannot stand."""

    def __init__(self, lacks: Collection[TeacherNoteLack]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = tuple(lacks)


class TeacherNoteOverError(ValueError):
    """The note has ended already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellTeachers:
    """``entry`` is the journal's line of it, ``text`` what the teachers read."""

    entry: NewEntry
    text: str
    period: Period


def tell_teachers(work: UnitOfWork, case: Case, command: TellTeachers) -> TeacherNote:
    """Give the note. Raises TeacherNoteRefusedError, welfare.journal.actions.DisclosureRefusedError."""
    lacks = what_the_period_lacks(command.period, work.facts.on)
    if lacks:
        raise TeacherNoteRefusedError(lacks)
    entry = disclose(work, case, command.entry)
    row = TeacherNote(
        id=uuid4(),
        **place_of(case),
        entry_id=entry.id,
        begins_on=command.period.begins_on,
        ends_on=command.period.ends_on,
        given_at=work.now,
        given_by=account_at(work),
        given_by_person_id=work.actor.person_id,
    )
    work.encrypt_document(row, TeacherNote.document, {"text": command.text})
    work.session.add(row)
    work.session.flush()
    work.note(case.controller_id, Register.WELFARE, ("teacher_note", row.id), note="given")
    return row


def mark_read(work: UnitOfWork, row: TeacherNote) -> None:
    """The teacher at work has read it; once is enough."""
    account_id: UUID = account_at(work)
    own = (TeacherNoteMark.note_id == row.id, TeacherNoteMark.account_id == account_id)
    if work.session.scalars(select(TeacherNoteMark.id).where(*own)).first() is None:
        mark = TeacherNoteMark(
            id=uuid4(), note_id=row.id, account_id=account_id, person_id=work.actor.person_id, read_at=work.now
        )
        work.session.add(mark)
        work.session.flush()
    work.note(row.controller_id, Register.WELFARE, ("teacher_note", row.id), note="read")


def end_note(work: UnitOfWork, row: TeacherNote) -> None:
    """No teacher sees it from now on. Raises TeacherNoteOverError."""
    if row.ended_at is not None or row.ends_on < work.facts.on:
        raise TeacherNoteOverError
    row.ended_at, row.ended_by = work.now, account_at(work)
    work.note(row.controller_id, Register.WELFARE, ("teacher_note", row.id), note="ended")
