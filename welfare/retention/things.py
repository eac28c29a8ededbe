"""What belongs to a thing, row by row.

A matter, a request, a client file and a log request each have a key of their own, never a pupil: destroying one leaves
every other record of the same pupil readable (crypto/holder.py). A matter takes along what lies under keys of its own
and is about it alone: its emergency openings, and a meeting of which no other matter has an item. The rows are found by
the ties of the schema itself, so that a new table of a matter is not forgotten.
"""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from sqlalchemy import func, inspect, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from welfare.access_copies.models import AccessCopy
from welfare.breaches.models import Breach, BreachPerson
from welfare.cases.models import Case
from welfare.consents.models import ExpressionOfWill
from welfare.datarights.models import LogRequest
from welfare.db.base import Base, Identified
from welfare.drafts.models import Draft
from welfare.log_reviews.models import Finding
from welfare.meetings.models import Meeting, MeetingItem
from welfare.people.models import Person
from welfare.rectifications.models import Rectification
from welfare.requests.models import ContactRequest
from welfare.retention.kept_communal import communal_models, record_of
from welfare.retention.looking import Key
from welfare.retention.models import RetentionHold
from welfare.retention.persons import add_people, family_of, lock_people
from welfare.retention.whole import MATTER_COLUMN, StrayRowError, Whole, mappers, ties_to
from welfare.rules.retention_ends import Thing
from welfare.service_notes.models import ClientFile

ROOTS: Mapping[Thing, type[Identified]] = {
    Thing.MATTER: Case,
    Thing.REQUEST: ContactRequest,
    Thing.CLIENT_FILE: ClientFile,
    Thing.LOG_REQUEST: LogRequest,
    Thing.ACCESS_COPY: AccessCopy,
    Thing.RECTIFICATION: Rectification,
    Thing.FINDING: Finding,
    Thing.BREACH: Breach,
    Thing.PUPIL: Person,
    Thing.GUARDIAN: Person,
    Thing.STAFF: Person,
}
PEOPLE = frozenset({Thing.PUPIL, Thing.GUARDIAN, Thing.STAFF})
_WHOM = ("student_id", "subject_id", "asker_id", "person_id")
"""Pupils, askers, and of findings and breaches the reader."""
_AT_ONCE = 500
_CONSENTS = ExpressionOfWill.__module__.rpartition(".")[0]


NUMBERS: Mapping[Thing, InstrumentedAttribute[str]] = {
    Thing.MATTER: Case.number,
    Thing.REQUEST: ContactRequest.receipt,
    Thing.LOG_REQUEST: LogRequest.number,
    Thing.ACCESS_COPY: AccessCopy.number,
    Thing.RECTIFICATION: Rectification.number,
}


def numbers_of(session: Session, keys: Collection[Key]) -> dict[Key, str]:
    """What people know things by, of those that have a number and still are."""
    found: dict[Key, str] = {}
    for thing, number in NUMBERS.items():
        root, ids = ROOTS[thing], [thing_id for kind, thing_id in keys if kind is thing]
        for row in session.execute(select(root.id, number).where(root.id.in_(ids))) if ids else ():
            found[thing, row[0]] = row[1]
    return found


def whole_of(session: Session, key: Key) -> Whole:
    """Everything that belongs to a thing. Raises StrayRowError."""
    thing, thing_id = key
    whole = Whole()
    if thing is Thing.WILLS:
        _add_wills(session, whole, thing_id)
    elif thing in PEOPLE:
        add_people(session, whole, _people_of(session, key))
    else:
        root = record_of(session, thing_id) if thing is Thing.COMMUNAL else session.get(ROOTS[thing], thing_id)
        add(session, whole, [root] if root is not None else [])
    if thing is Thing.MATTER:
        _add_meetings(session, whole)
        _refuse_strays(whole, thing_id)
    _add_holds(session, whole, key)
    _add_drafts(session, whole, thing_id)
    return whole


def lock(session: Session, key: Key) -> None:
    """Let nobody else change a thing, hold it back or begin to destroy it until the transaction ends."""
    thing, thing_id = key
    if thing in PEOPLE:
        lock_people(session, _people_of(session, key))
    roots = communal_models() if thing is Thing.COMMUNAL else [ROOTS.get(thing, Person)]
    for root in roots:
        session.execute(select(root.id).where(root.id == thing_id).with_for_update())


def people_of(session: Session, keys: Iterable[Key]) -> set[UUID]:
    """Whom things are about; what is gone is about nobody any more."""
    found: set[UUID] = set()
    by_thing: dict[Thing, list[UUID]] = {}
    for thing, thing_id in keys:
        by_thing.setdefault(thing, []).append(thing_id)
    by_thing.pop(Thing.COMMUNAL, None)
    for thing, ids in by_thing.items():
        root = ROOTS.get(thing)
        if root is None or root is Person:
            found.update(ids)
            continue
        named = [inspect(root).columns[name] for name in _WHOM if name in inspect(root).columns]
        if not named:
            continue
        for start in range(0, len(ids), _AT_ONCE):
            rows = session.execute(select(*named).where(root.id.in_(ids[start : start + _AT_ONCE])))
            found.update(person_id for row in rows for person_id in row if person_id is not None)
    concerned = BreachPerson.breach_id.in_(by_thing.get(Thing.BREACH, []))
    return found | set(session.scalars(select(BreachPerson.student_id).where(concerned)))


def add(session: Session, whole: Whole, rows: Iterable[Base]) -> None:
    """Take rows in, and then whatever points at them."""
    fresh: dict[type[Base], list[UUID]] = {}
    for row in rows:
        if whole.add(row) and isinstance(row, Identified):
            fresh.setdefault(type(row), []).append(row.id)
    for model, ids in fresh.items():
        for child, name in ties_to(model):
            for start in range(0, len(ids), _AT_ONCE):
                wanted = select(child).where(getattr(child, name).in_(ids[start : start + _AT_ONCE]))
                add(session, whole, session.scalars(wanted).all())


def _people_of(session: Session, key: Key) -> frozenset[UUID]:
    thing, thing_id = key
    return family_of(session, [thing_id])[thing_id] if thing is Thing.PUPIL else frozenset({thing_id})


def _add_wills(session: Session, whole: Whole, student_id: UUID) -> None:
    """Everything under the pupil's own key in the register: what the consents room keeps outside any matter."""
    for mapper in mappers():
        columns = mapper.columns
        if mapper.class_.__module__.startswith(_CONSENTS) and {MATTER_COLUMN, "student_id"} <= set(columns.keys()):
            own = (columns["student_id"] == student_id, columns[MATTER_COLUMN].is_(None))
            add(session, whole, session.scalars(select(mapper.class_).where(*own)).all())


def _add_meetings(session: Session, whole: Whole) -> None:
    """The meetings that were about this matter alone."""
    items = whole.ids(MeetingItem)
    meetings = {row.meeting_id for row in whole.all() if isinstance(row, MeetingItem)}
    for meeting_id in meetings:
        others = select(func.count()).where(MeetingItem.meeting_id == meeting_id, MeetingItem.id.not_in(items))
        if not session.scalar(others):
            add(session, whole, [session.get_one(Meeting, meeting_id)])


def _add_holds(session: Session, whole: Whole, key: Key) -> None:
    """What kept the thing once, with its words; one that stands still keeps it."""
    thing, thing_id = key
    lifted = (RetentionHold.thing == thing, RetentionHold.thing_id == thing_id, RetentionHold.lifted_at.is_not(None))
    add(session, whole, session.scalars(select(RetentionHold).where(*lifted)).all())


def _add_drafts(session: Session, whole: Whole, thing_id: UUID) -> None:
    """Whoever has left a form unfinished about any of it: the text goes, under whichever account."""
    ids = list(whole.ids() | {thing_id})
    for start in range(0, len(ids), _AT_ONCE):
        wanted = select(Draft).where(Draft.subject_id.in_(ids[start : start + _AT_ONCE]))
        for row in session.scalars(wanted):
            whole.add(row)


def _refuse_strays(whole: Whole, case_id: UUID) -> None:
    if any(getattr(row, MATTER_COLUMN, None) not in {None, case_id} for row in whole.all()):
        raise StrayRowError
