"""Finding requests, whom they may be about, and the events they ask for."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Row, and_, case, func, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.audit.event import Outcome
from welfare.audit.models import AuditEvent, AuditSubject
from welfare.audit.reading import Happening, read_body
from welfare.cases.models import Case
from welfare.consents.prohibitions import is_shut_out
from welfare.consents.queries import said_in
from welfare.datarights.asked import AskedOfRegister
from welfare.datarights.models import LogRequest
from welfare.emergencies.queries import is_of, not_told_yet
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.oversight.family import near_to
from welfare.oversight.queries import MOST_BYTES, own_controllers
from welfare.people.hiding import is_kept_from_a_ward
from welfare.people.models import Guardianship, Person, PersonKind
from welfare.people.queries import guardians_of, is_minor
from welfare.rules.actors import Actor, Facts, Role
from welfare.rules.consent import ConsentKind
from welfare.rules.log_requests import Asker, LogState, is_childs_own_to_ask, is_told_to_guardian
from welfare.rules.permissions import Permission
from welfare.rules.portal import is_told_of
from welfare.rules.registers import Register
from welfare.rules.whereabouts import log_hides_places
from welfare.service_notes.models import ClientFile

Asked = TypeVar("Asked", bound=AskedOfRegister)
CITIZENS = frozenset({Role.STUDENT.value, Role.GUARDIAN.value})
OPEN = (LogState.RECEIVED, LogState.GRANTED, LogState.REFUSED)
MOST_ANSWERED = 50
TOLD_WITH = {Register.WELFARE: frozenset({Register.WELFARE, Register.DIRECTORY, Register.AUDIT})}
"""Whoever opens a pupil's name or log on the way to the welfare register is told with it."""

REGISTERS_OF: Mapping[OrganisationKind, Sequence[Register]] = {
    OrganisationKind.PROVIDER: (Register.WELFARE,),
    OrganisationKind.COUNTY: (Register.SOCIAL, Register.PSYCHOLOGY, Register.HEALTH),
}


def load_log_request(reading: Reading, request_id: UUID) -> Loaded | None:
    """Loader of ``<log_request_id:asked>``."""
    row = reading.session.get(LogRequest, request_id)
    if row is None:
        return None
    near = near_to(reading.session, reading.actor)
    facts = Facts(
        on=_today(reading),
        subject_ids=row.about(),
        controller_id=row.controller_id,
        is_excluded=bool(near & {row.subject_id, row.asker_id}),
    )
    return Loaded(row, facts)


def load_data_subject(reading: Reading, person_id: UUID) -> Loaded | None:
    """Loader of ``<data_subject_id:subject>``: a pupil or guardian, seen from the controller that has data on them."""
    person = reading.session.get(Person, person_id)
    if person is None or person.kind is PersonKind.STAFF:
        return None
    controller_id = _controller_near(reading.session, reading.actor, person)
    facts = Facts(
        on=_today(reading),
        subject_ids=(("person", person.id),),
        controller_id=controller_id,
        is_excluded=person.id in near_to(reading.session, reading.actor),
    )
    return Loaded(person, facts)


def requests_of(session: Session, actor: Actor, kind: type[Asked]) -> Sequence[Asked]:
    """The requests of a kind to an officer's controllers: the open ones by their last day, then the answered."""
    own, is_open = kind.controller_id.in_(own_controllers(actor)), kind.sent_on.is_(None)
    waiting = session.scalars(select(kind).where(own, is_open).order_by(kind.due_on, kind.id)).all()
    order = (kind.sent_on.desc(), kind.id)
    answered = session.scalars(select(kind).where(own, ~is_open).order_by(*order).limit(MOST_ANSWERED)).all()
    return [*waiting, *answered]


def registers_of(session: Session, actor: Actor) -> Sequence[tuple[Organisation, Register]]:
    """The registers of the controllers an officer serves (OHL 20-21 §)."""
    served = Organisation.id.in_(own_controllers(actor))
    found = session.scalars(select(Organisation).where(served).order_by(Organisation.name_fi)).all()
    return [(each, register) for each in found for register in REGISTERS_OF.get(each.kind, ())]


def clients_of(session: Session, controllers: frozenset[UUID]) -> Sequence[ClientFile]:
    """The services' own clients, known to a county by these names alone. A provider's desk does not ask for them."""
    is_county = Organisation.id.in_(controllers), Organisation.kind == OrganisationKind.COUNTY
    counties = session.scalars(select(Organisation.id).where(*is_county)).all()
    return session.scalars(select(ClientFile).where(ClientFile.controller_id.in_(counties))).all() if counties else []


def events_asked_for(session: Session, row: LogRequest, now: datetime) -> list[Happening]:
    """What was done with the person's data in the register, newest first: one indexed query over the subjects.

    The handling of this same request is left out: whoever asked knows of it. An emergency opening whose showing is
    delayed for a reason is told when the delay has ended. To a guardian only what is a guardian's to know is told.
    """
    if row.subject_id is None:
        return []
    body = case((func.length(AuditEvent.body) <= MOST_BYTES, AuditEvent.body), else_=None).label("body")
    event = AuditEvent
    statement = (
        select(event.chain_id, event.seq, event.at, body)
        .join(AuditSubject, and_(AuditSubject.chain_id == event.chain_id, AuditSubject.seq == event.seq))
        .where(
            AuditSubject.subject_id == row.subject_id,
            AuditSubject.chain_id == row.controller_id,
            event.outcome == Outcome.DONE.value,
            event.at >= datetime.combine(row.since_on, time.min, HOME_ZONE),
            event.at <= (row.decided_at or now),
        )
        .order_by(event.at.desc(), event.seq.desc())
    )
    wanted = {register.value for register in TOLD_WITH.get(row.register, frozenset({row.register}))}
    found = (_happening(session, each) for each in session.execute(statement))
    own = ("log_request", row.id)
    told = (said for said in found if wanted.intersection(said.registers) and own not in said.subjects)
    on = now.astimezone(HOME_ZONE).date()
    later = not_told_yet(session, row.subject_id, on)
    untold = matters_untold(session, row.subject_id, row.asker_id, on) if row.speaks_for_guardian else frozenset()
    return [said for said in told if not is_of(said, later) and _is_told(row, said, untold)]


def may_be_told(session: Session, row: AskedOfRegister, today: Facts) -> bool:
    """Whether whoever asks has a right to it today. One answer for every reason why not, and for nobody at all."""
    subject = session.get(Person, row.subject_id) if row.subject_id else None
    if subject is None or row.lacks_mandate:
        return False
    if not row.speaks_for_guardian:
        return True
    bond = next((b for p, b in guardians_of(session, subject.id, today.on) if p.id == row.asker_id), None)
    if bond is None or not bond.may_receive_information or not is_minor(subject, today.on):
        return False
    if is_childs_own_to_ask(row.register, subject.of_age_on, today.on):
        return False
    return not is_shut_out(session, bond.guardian_id, subject.id, today.on)


def asker_of(actor: Actor, student: Person) -> Asker:
    """As whom somebody asks on the own pages."""
    return Asker.ONESELF if actor.person_id == student.id else Asker.GUARDIAN


def is_family_restricted(session: Session, subject_id: UUID) -> bool:
    """Whether the person, or anybody who is or was a guardian of theirs, has the protection (661/2009 36 §)."""
    near = select(Guardianship.guardian_id).where(Guardianship.student_id == subject_id)
    wards = select(Guardianship.student_id).where(Guardianship.guardian_id == subject_id)
    is_near = (Person.id == subject_id) | Person.id.in_(near) | Person.id.in_(wards)
    return session.scalars(select(Person.id).where(Person.is_restricted, is_near).limit(1)).first() is not None


def hides_places(session: Session, row: AskedOfRegister) -> bool:
    """Whether what leads to a place is left out for whoever asks (661/2009 36 §)."""
    if row.subject_id is None:
        return False
    return log_hides_places(
        is_own=row.asker is Asker.ONESELF,
        is_restricted=is_family_restricted(session, row.subject_id),
        is_kept_apart=is_kept_from_a_ward(session, row.subject_id),
    )


def matters_untold(session: Session, student_id: UUID, guardian_id: UUID | None, on: date) -> frozenset[UUID]:
    """The matters that a guardian does not know of yet: what is only proposed, and not asked of the guardian."""
    found = session.scalars(select(Case).where(Case.student_id == student_id)).all()
    said = said_in(session, found, on)
    handling = ConsentKind.GROUP_HANDLING
    return frozenset(
        each.id
        for each in found
        if not is_told_of(
            each.state,
            was_opened=each.opened_on is not None,
            is_asked=guardian_id in said[each.id].deciders(handling).on(on),
        )
    )


def _is_told(row: LogRequest, said: Happening, untold: frozenset[UUID]) -> bool:
    if not row.speaks_for_guardian:
        return True
    cases = {id for kind, id in said.subjects if kind == "case"}
    if cases & untold or (not cases and said.permission == Permission.CASE_PROPOSE_FOR):
        return False
    is_by_another = said.person_id != row.asker_id and bool(CITIZENS.intersection(said.roles))
    return is_told_to_guardian(said.permission, is_of_the_family=is_by_another)


def _happening(session: Session, row: Row[Any]) -> Happening:
    """One event; the few long ones (of a whole roster) are fetched one by one."""
    body = session.get_one(AuditEvent, (row.chain_id, row.seq)).body if row.body is None else row.body
    return read_body(row.chain_id, row.seq, row.at, body)


def _controller_near(session: Session, actor: Actor, person: Person) -> UUID:
    served = own_controllers(actor)
    if person.controller_id in served or not served:
        return person.controller_id
    own = (ClientFile.student_id == person.id, ClientFile.controller_id.in_(served))
    return session.scalars(select(ClientFile.controller_id).where(*own).limit(1)).first() or person.controller_id


def _today(reading: Reading) -> date:
    return reading.now.astimezone(HOME_ZONE).date()
