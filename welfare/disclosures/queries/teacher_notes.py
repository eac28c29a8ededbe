"""Notes to teachers: of a matter, and those that a teacher sees today, by the roster of today."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.cases.models import Case
from welfare.cases.queries import case_facts, is_excluded_from_student
from welfare.disclosures.models import TeacherNote, TeacherNoteMark
from welfare.people.bonds import holds_on, is_present_on
from welfare.people.models import Enrolment, Person, Teaching
from welfare.people.queries import is_student_on, placements_of
from welfare.rules.actors import Actor, Facts
from welfare.rules.permissions import Permission, decide
from welfare.rules.registers import Register
from welfare.rules.teacher_notes import Period

RUNNING, OVER = "running", "over"


def load_note(reading: Reading, note_id: UUID) -> Loaded | None:
    """Loader of ``<teacher_note_id:note>`` within a case: as the group sees it."""
    case, row = reading.loaded.get("case"), reading.session.get(TeacherNote, note_id)
    if not isinstance(case, Case) or row is None or row.case_id != case.id:
        return None
    return Loaded(row, replace(case_facts(reading, case), subject_ids=row.about()))


def load_class_note(reading: Reading, note_id: UUID) -> Loaded | None:
    """Loader of ``<class_note_id:note>``: as a teacher of the pupil sees it."""
    row = reading.session.get(TeacherNote, note_id)
    if row is None:
        return None
    on = reading.now.astimezone(HOME_ZONE).date()
    classes = _classes_of(reading.session, [row.student_id], on)
    return Loaded(row, _facts(reading.session, reading.actor, row, classes[row.student_id], on))


def notes_shown_to(session: Session, actor: Actor, on: date) -> Sequence[TeacherNote]:
    """The notes this teacher sees today, equal to Permission.TEACHER_NOTE_READ; the newest first."""
    own = (Enrolment.student_id == TeacherNote.student_id, Enrolment.class_id.in_(actor.class_ids))
    taught = select(Enrolment.id).join(Person, Person.id == Enrolment.student_id)
    taught = taught.where(*own, holds_on(Enrolment, on), is_student_on(on)).correlate(TeacherNote)
    running = and_(TeacherNote.begins_on <= on, TeacherNote.ends_on >= on, TeacherNote.ended_at.is_(None))
    order = (TeacherNote.given_at.desc(), TeacherNote.id)
    rows = session.scalars(select(TeacherNote).where(running, taught.exists()).order_by(*order)).all()
    classes = _classes_of(session, {row.student_id for row in rows}, on)
    return [
        row
        for row in rows
        if decide(
            actor, Permission.TEACHER_NOTE_READ, _facts(session, actor, row, classes[row.student_id], on)
        ).is_granted
    ]


def notes_of(session: Session, case_id: UUID) -> Sequence[TeacherNote]:
    """The notes of a matter, the newest first."""
    order = (TeacherNote.given_at.desc(), TeacherNote.id)
    return session.scalars(select(TeacherNote).where(TeacherNote.case_id == case_id).order_by(*order)).all()


def teachers_of(session: Session, student_id: UUID, on: date) -> Sequence[Person]:
    """Whoever teaches a student on a day, by the roster."""
    statement = (
        select(Person)
        .join(Teaching, Teaching.person_id == Person.id)
        .join(Enrolment, Enrolment.class_id == Teaching.class_id)
        .where(Enrolment.student_id == student_id, holds_on(Enrolment, on), holds_on(Teaching, on), is_present_on(on))
        .order_by(Person.id)
    )
    return list(dict.fromkeys(session.scalars(statement)))


def marks_of(session: Session, note_ids: Collection[UUID]) -> Sequence[TeacherNoteMark]:
    """Who has read which of these notes, in the order of reading."""
    order = (TeacherNoteMark.read_at, TeacherNoteMark.id)
    return session.scalars(select(TeacherNoteMark).where(TeacherNoteMark.note_id.in_(note_ids)).order_by(*order)).all()


def is_running(row: TeacherNote, on: date) -> bool:
    """Whether a note is shown on a day."""
    return row.ended_at is None and Period(row.begins_on, row.ends_on).holds_on(on)


def _classes_of(session: Session, student_ids: Collection[UUID], on: date) -> Mapping[UUID, frozenset[UUID]]:
    placed = placements_of(session, student_ids, on)
    return {id: frozenset(each.school_class.id for each in placed if each.student.id == id) for id in student_ids}


def _facts(session: Session, actor: Actor, row: TeacherNote, class_ids: frozenset[UUID], on: date) -> Facts:
    return Facts(
        on=on,
        subject_ids=row.about(),
        register=Register.WELFARE,
        controller_id=row.controller_id,
        student_id=row.student_id,
        student_class_ids=class_ids,
        state=RUNNING if is_running(row, on) else OVER,
        is_excluded=is_excluded_from_student(session, actor.person_id, row.student_id),
    )
