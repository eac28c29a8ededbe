"""Whose pages an actor has, and which matters are on them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.cases.models import Case
from welfare.consents.models import ExpressionOfWill
from welfare.meetings.models import Attendee, MeetingItem
from welfare.meetings.queries.seen import items_seen
from welfare.own_words.models import OwnWords
from welfare.people.models import Person, PersonKind
from welfare.plans.queries.loading import family_facts
from welfare.portal.asking import decides
from welfare.rules.actors import Actor, Facts
from welfare.rules.cases import CaseState
from welfare.rules.consent import ConsentKind
from welfare.rules.meeting_feedback import HELD, is_asked_about
from welfare.rules.permissions import Permission, decide
from welfare.rules.portal import is_told_of
from welfare.rules.registers import Register


def load_own_student(reading: Reading, student_id: UUID) -> Loaded | None:
    """Loader of ``<own_student_id:student>``: also of one who has left school, for the record is still one's own."""
    student = reading.session.get(Person, student_id)
    if student is None or student.kind is not PersonKind.STUDENT:
        return None
    facts = Facts(
        on=reading.now.astimezone(HOME_ZONE).date(),
        subject_ids=(("person", student.id),),
        register=Register.DIRECTORY,
        controller_id=student.controller_id,
        student_id=student.id,
    )
    return Loaded(student, facts)


def load_own_case(reading: Reading, case_id: UUID) -> Loaded | None:
    """Loader of ``<own_case_id:case>`` within an own student: a matter as the student or a guardian finds it."""
    student, case = reading.loaded.get("student"), reading.session.get(Case, case_id)
    if not isinstance(student, Person) or case is None or case.student_id != student.id:
        return None
    on = reading.now.astimezone(HOME_ZONE).date()
    facts = family_facts(reading.session, reading.actor, case, Facts(on=on))
    return Loaded(case, replace(facts, decides=decides(reading.session, case, reading.actor.person_id, on)))


def load_own_words(reading: Reading, words_id: UUID) -> Loaded | None:
    """Loader of ``<own_words_id:words>`` within an own matter: a version; the owner is its writer."""
    case, row = reading.loaded.get("case"), reading.session.get(OwnWords, words_id)
    if not isinstance(case, Case) or row is None or row.case_id != case.id:
        return None
    found = load_own_case(reading, case.id)
    if found is None:
        return None
    is_own = row.writer_person_id == reading.actor.person_id
    owner = reading.actor.account_id if is_own else None
    return Loaded(row, replace(found.facts, owner_account_id=owner))


def load_own_prohibition(reading: Reading, consent_id: UUID) -> Loaded | None:
    """Loader of ``<own_prohibition_id:prohibition>`` within an own student: what the student has said."""
    student, row = reading.loaded.get("student"), reading.session.get(ExpressionOfWill, consent_id)
    if not isinstance(student, Person) or row is None or row.student_id != student.id:
        return None
    found = load_own_student(reading, student.id)
    if found is None or row.kind is not ConsentKind.MINOR_PROHIBITION:
        return None
    facts = replace(found.facts, subject_ids=row.about(), register=Register.WELFARE, controller_id=row.controller_id)
    return Loaded(row, facts)


def load_own_seat(reading: Reading, seat_id: UUID) -> Loaded | None:
    """Loader of ``<own_seat_id:seat>`` within an own student: one's part in a meeting, while one is asked about it."""
    student, row = reading.loaded.get("student"), reading.session.get(Attendee, seat_id)
    if not isinstance(student, Person) or row is None or row.student_id != student.id:
        return None
    case, today = reading.session.get_one(Case, row.case_id), Facts(on=reading.now.astimezone(HOME_ZONE).date())
    facts = family_facts(reading.session, reading.actor, case, today)
    seats = held_seats(reading.session, reading.actor, reading.now, student.id)
    is_held = any(seat.id == row.id for seat, _item in seats)
    return Loaded(row, replace(facts, owner_account_id=row.account_id, state=HELD if is_held else ""))


def held_seats(
    session: Session, actor: Actor, now: datetime, student_id: UUID
) -> Sequence[tuple[Attendee, MeetingItem]]:
    """The actor's parts in meetings about a student that are over, not long ago, the newest first.

    None for a guardian who is shut out (rule 13). Whether the questions have been sent already is not told here.
    """
    on = now.astimezone(HOME_ZONE).date()
    own = (Attendee.account_id == actor.account_id, Attendee.student_id == student_id, Attendee.came_at.is_not(None))
    statement = select(Attendee, MeetingItem).join(MeetingItem, MeetingItem.id == Attendee.item_id).where(*own)
    found = [
        (seat, item)
        for seat, item in session.execute(statement.order_by(MeetingItem.ended_at.desc(), Attendee.id))
        if is_asked_about(item.state, _day(item.ended_at), on, has_come=seat.came_at is not None)
    ]
    seen = items_seen(session, actor, now, [item.meeting_id for _seat, item in found])
    told = {each.item.id for items in seen.values() for each in items}
    return [(seat, item) for seat, item in found if item.id in told]


def _day(at: datetime | None) -> date | None:
    return at.astimezone(HOME_ZONE).date() if at else None


def own_students(session: Session, actor: Actor) -> Sequence[Person]:
    """The students whose pages are the actor's, equal to Permission.PORTAL_READ."""
    ids = {*actor.ward_ids, *([actor.person_id] if actor.person_id else [])}
    own = (Person.id.in_(ids), Person.kind == PersonKind.STUDENT)
    return session.scalars(select(Person).where(*own).order_by(Person.id)).all()


def matters_told(session: Session, actor: Actor, student_id: UUID, today: Facts) -> Sequence[Case]:
    """The matters of a student that the actor may know of as one of the family, the newest first.

    A party may know of them (JulkL 11-12 §), and of each the row of its plan decides; a guardian who is shut out, or
    has no right to information, finds none.
    """
    statement = select(Case).where(Case.student_id == student_id).order_by(Case.proposed_at.desc(), Case.id)
    is_student = actor.person_id == student_id
    return [
        case
        for case in session.scalars(statement)
        if is_told_of(
            case.state,
            was_opened=case.opened_on is not None,
            is_asked=is_student or decides(session, case, actor.person_id, today.on),
        )
        and decide(actor, Permission.PLAN_READ_OWN, family_facts(session, actor, case, today)).is_granted
    ]


def going_on(cases: Sequence[Case]) -> Sequence[Case]:
    """Those that have not been closed."""
    return [case for case in cases if case.state is not CaseState.CLOSED]
