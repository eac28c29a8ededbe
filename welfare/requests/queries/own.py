"""One's own: requests one has sent, and what waits for the one who handles them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, false, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.models import Draft
from welfare.organisations.models import Organisation
from welfare.people.models import Person
from welfare.people.queries import students_reachable_by
from welfare.requests.models import ContactRequest, InformTask, Talk
from welfare.requests.queries.visible import is_handled_by, is_staff_in_full, not_kept_from
from welfare.rules.actors import Actor, World
from welfare.rules.events import GuardiansShutOutAsked
from welfare.rules.outcomes import Outcome
from welfare.rules.requests import SenderKind
from welfare.rules.talks import TalkAnswer

ASK, TELL = "request.ask", "request.tell"
"""The purposes of the drafts of a request's steps; their subject is the student."""
MOST_FOLLOWED = 50
NO_LONGER_COMING = (TalkAnswer.DECLINED, TalkAnswer.NO_ANSWER, TalkAnswer.HELD, TalkAnswer.NOT_HELD)


@dataclass(frozen=True, slots=True)
class SentRow:
    """A request one sent: its receipt, and the student (if not oneself) while one may still know of him or her."""

    request: ContactRequest
    school: Organisation
    student: Person | None


def sent_by(session: Session, actor: Actor, on: date, *, offset: int = 0, size: int = 25) -> tuple[list[SentRow], bool]:
    """One's own sent requests, the newest first, and whether more follow."""
    statement = (
        select(ContactRequest, Organisation)
        .join(Organisation, Organisation.id == ContactRequest.school_id)
        .where(requests_sent_by(actor))
        .order_by(ContactRequest.received_at.desc(), ContactRequest.id)
        .limit(size + 1)
        .offset(offset)
    )
    found = session.execute(statement).all()
    return sent_rows(session, actor, [(row[0], row[1]) for row in found[:size]], on), len(found) > size


def led_to_a_proposal(session: Session, actor: Actor, student_id: UUID) -> tuple[SenderKind, date] | None:
    """On whose initiative, and when, the newest request of a student came that the actor ended by a proposal."""
    columns = ContactRequest.sender_kind, ContactRequest.received_at
    statement = select(*columns).where(
        ContactRequest.student_id == student_id,
        ContactRequest.outcome == Outcome.GROUP_PROPOSED,
        is_handled_by(actor),
        not_kept_from(actor),
    )
    found = session.execute(statement.order_by(ContactRequest.received_at.desc(), ContactRequest.id)).first()
    return (found[0], found[1].astimezone(HOME_ZONE).date()) if found else None


def requests_sent_by(actor: Actor) -> ColumnElement[bool]:
    """Condition on `ContactRequest`: sent by the actor. Equals Permission.REQUEST_RECEIPT_READ."""
    is_somebody = actor.account_id is not None and actor.full_sign_in and actor.world in {World.STAFF, World.CITIZEN}
    return ContactRequest.sender_account_id == actor.account_id if is_somebody else false()


def sent_rows(
    session: Session, actor: Actor, found: Sequence[tuple[ContactRequest, Organisation]], on: date
) -> list[SentRow]:
    """Sent requests with those of their students whom the actor may still reach."""
    others = {request.student_id for request, _school in found} - {actor.person_id}
    students = known_students(session, actor, others, on)
    return [SentRow(request, school, students.get(request.student_id)) for request, school in found]


def known_students(session: Session, actor: Actor, ids: Collection[UUID | None], on: date) -> dict[UUID, Person]:
    """Those of these students whom the actor may still reach."""
    statement = select(Person).where(Person.id.in_(ids), students_reachable_by(actor, on))
    return {person.id: person for person in session.scalars(statement)} if ids else {}


def drafted_students(
    session: Session, actor: Actor, purposes: Sequence[str], on: date
) -> list[tuple[Person, datetime]]:
    """The students about whom the actor has an unsent request, with the time it was last saved."""
    statement = (
        select(Person, Draft.saved_at)
        .join(Draft, Draft.subject_id == Person.id)
        .where(
            Draft.account_id == actor.account_id,
            Draft.purpose.in_(purposes),
            students_reachable_by(actor, on),
        )
        .order_by(Draft.saved_at.desc())
    )
    found: dict[UUID, tuple[Person, datetime]] = {}
    for person, saved_at in session.execute(statement):
        found.setdefault(person.id, (person, saved_at))
    return list(found.values())


def guardians_shut_out(work: UnitOfWork, student_id: UUID) -> frozenset[UUID]:
    """The guardians whom the minor's prohibition shuts out, as the room of consents knows it (OHL 18 § 2)."""
    asked = GuardiansShutOutAsked(student_id, work.facts.on)
    work.tell(asked)
    return frozenset(asked.guardian_ids)


def is_told_no_more(work: UnitOfWork, request: ContactRequest) -> bool:
    """Whether the actor at work asked as a guardian, and is shut out of the student's welfare (rule 13) or none now.

    From 18 on nobody is a guardian (rule 35): what came of it is the adult student's own affair.
    """
    person_id = work.actor.person_id
    if person_id is None or work.actor.world is not World.CITIZEN or person_id == request.student_id:
        return False
    is_guardian = request.student_id in work.actor.ward_ids
    return not is_guardian or person_id in guardians_shut_out(work, request.student_id)


def open_duties(session: Session, actor: Actor) -> list[tuple[InformTask, ContactRequest]]:
    """What the requests one handles still oblige one to do, the soonest first."""
    statement = (
        select(InformTask, ContactRequest)
        .join(ContactRequest, ContactRequest.id == InformTask.request_id)
        .where(InformTask.done_at.is_(None), is_handled_by(actor), not_kept_from(actor))
        .order_by(InformTask.due_on.is_(None), InformTask.due_on, ContactRequest.received_at)
        .limit(MOST_FOLLOWED)
    )
    return [(row[0], row[1]) for row in session.execute(statement)] if is_staff_in_full(actor) else []


def coming_talks(session: Session, actor: Actor, begins: datetime, ends: datetime) -> list[tuple[Talk, ContactRequest]]:
    """The talks one is to hold between two moments."""
    is_coming = Talk.answer.is_(None) | Talk.answer.not_in(NO_LONGER_COMING)
    statement = (
        select(Talk, ContactRequest)
        .join(ContactRequest, ContactRequest.id == Talk.request_id)
        .where(
            Talk.offered_for >= begins,
            Talk.offered_for < ends,
            is_coming,
            is_handled_by(actor),
            not_kept_from(actor),
        )
        .order_by(Talk.offered_for, Talk.id)
        .limit(MOST_FOLLOWED)
    )
    return [(row[0], row[1]) for row in session.execute(statement)] if is_staff_in_full(actor) else []
