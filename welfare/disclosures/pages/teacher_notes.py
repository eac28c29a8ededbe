"""Notes to teachers: as the group sees them with their marks, and as a teacher sees those on own pupils."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.consents.queries import people_by_id
from welfare.disclosures.models import TeacherNote
from welfare.disclosures.queries.teacher_notes import is_running, marks_of, notes_of, notes_shown_to, teachers_of
from welfare.disclosures.words import HINT_WORDS
from welfare.journal.models import JournalEntry
from welfare.journal.pages.matter import MatterHead
from welfare.people.models import Person
from welfare.people.pages import names_of
from welfare.people.queries import placements_of
from welfare.people.schoolmates import schoolmates
from welfare.rules.actors import Role
from welfare.rules.names import stands_in
from welfare.rules.permissions import Permission, decide
from welfare.rules.teacher_notes import hints_in


@dataclass(frozen=True, slots=True)
class Mark:
    """Who has read a note, and when."""

    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note in the list of a matter."""

    id: UUID
    begins_on: date
    ends_on: date
    is_running: bool
    is_to_come: bool
    read: int
    teachers: int


@dataclass(frozen=True, slots=True)
class NotePage:
    """One note with its marks, for the group."""

    matter: MatterHead
    line: NoteLine
    text: str
    given_by: str
    given_at: datetime
    entry_id: UUID
    marks: Sequence[Mark]
    unread: Sequence[str]
    may_end: bool

    @classmethod
    def of(cls, work: UnitOfWork, case: Case, row: TeacherNote) -> "NotePage":
        """Open it, with the names of those who have read it and of those who have not."""
        marks = marks_of(work.session, [row.id])
        teachers = teachers_of(work.session, row.student_id, work.facts.on)
        people = people_by_id(work.session, {row.given_by_person_id, *(mark.person_id for mark in marks)})
        names = names_of(work, [*people.values(), *teachers])
        read = {mark.person_id for mark in marks}
        is_over = row.ended_at is not None or row.ends_on < work.facts.on
        return cls(
            matter=MatterHead.of(work, case),
            line=_line(work, row, len(read), len(teachers)),
            text=work.decrypt_document(row, TeacherNote.document)["text"],
            given_by=names[row.given_by_person_id].full,
            given_at=row.given_at,
            entry_id=row.entry_id,
            marks=[Mark(names[mark.person_id].full, mark.read_at) for mark in marks],
            unread=sorted(names[each.id].full for each in teachers if each.id not in read),
            may_end=not is_over and decide(work.actor, Permission.CASE_MANAGE, work.facts).is_granted,
        )


@dataclass(frozen=True, slots=True)
class ClassNote:
    """A note as a teacher sees it: about which pupil, what to do, until when. Nothing tells why."""

    id: UUID
    pupil: str
    class_name: str
    text: str
    begins_on: date
    ends_on: date
    given_by: str
    office: str
    read_at: datetime | None


def note_lines(work: UnitOfWork, case: Case) -> list[NoteLine]:
    """The notes of a matter, without opening them."""
    rows = notes_of(work.session, case.id)
    marks = marks_of(work.session, [row.id for row in rows])
    teachers = len(teachers_of(work.session, case.student_id, work.facts.on)) if rows else 0
    return [_line(work, row, sum(mark.note_id == row.id for mark in marks), teachers) for row in rows]


def class_notes(work: UnitOfWork) -> list[ClassNote]:
    """What the teacher at work does in class with own pupils, opened; by the pupils' names."""
    rows = notes_shown_to(work.session, work.actor, work.facts.on)
    work.prefetch(rows)
    people = people_by_id(work.session, {id for row in rows for id in (row.student_id, row.given_by_person_id)})
    names = names_of(work, people.values())
    own = {mark.note_id: mark.read_at for mark in _own_marks(work, rows)}
    classes = _class_names(work, rows)
    ordered = sorted(rows, key=lambda row: names[row.student_id].sort_key)
    return [
        ClassNote(
            id=row.id,
            pupil=names[row.student_id].full,
            class_name=classes.get(row.student_id, ""),
            text=work.decrypt_document(row, TeacherNote.document)["text"],
            begins_on=row.begins_on,
            ends_on=row.ends_on,
            given_by=names[row.given_by_person_id].full,
            office=str(ROLE_WORDS[Role(work.session.get_one(JournalEntry, row.entry_id).author_office)]).lower(),
            read_at=own.get(row.id),
        )
        for row in ordered
    ]


def unread_notes(work: UnitOfWork) -> Sequence[TeacherNote]:
    """The notes that the teacher at work sees and has not marked as read."""
    rows = notes_shown_to(work.session, work.actor, work.facts.on)
    read = {mark.note_id for mark in _own_marks(work, rows)}
    return [row for row in rows if row.id not in read]


def teachers_words(work: UnitOfWork, case: Case) -> str:
    """Who the teachers are today, for the journal; empty where the roster knows none."""
    teachers = teachers_of(work.session, case.student_id, work.facts.on)
    if not teachers:
        return ""
    names = sorted(name.full for name in names_of(work, teachers).values())
    told = ", ".join(names)
    return ngettext("The pupil’s teacher: %(names)s", "The pupil’s %(num)d teachers: %(names)s", len(names), names=told)


def hint_words(work: UnitOfWork, case: Case, text: str) -> Iterator[str]:
    """What the writer should look at once more. It is worked out on the spot, and kept and sent nowhere."""
    yield from (str(HINT_WORDS[hint]) for hint in hints_in(text))

    def fits(identity: dict[str, Any]) -> bool:
        return stands_in(text, f"{identity['given_name']} {identity['family_name']}")

    rows = schoolmates(work.session, case.school_id, {case.student_id}, work.facts.on)
    for name in names_of(work, work.sift(rows, Person.identity, fits)).values():
        yield _("%(name)s is a pupil of this school. Is the name needed in a note about another?", name=name.full)


def _line(work: UnitOfWork, row: TeacherNote, read: int, teachers: int) -> NoteLine:
    is_to_come = row.ended_at is None and row.begins_on > work.facts.on
    return NoteLine(row.id, row.begins_on, row.ends_on, is_running(row, work.facts.on), is_to_come, read, teachers)


def _own_marks(work: UnitOfWork, rows: Sequence[TeacherNote]) -> list[Any]:
    marks = marks_of(work.session, [row.id for row in rows])
    return [mark for mark in marks if mark.account_id == work.actor.account_id]


def _class_names(work: UnitOfWork, rows: Sequence[TeacherNote]) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    for placed in placements_of(work.session, {row.student_id for row in rows}, work.facts.on):
        found.setdefault(placed.student.id, placed.school_class.name)
    return found
