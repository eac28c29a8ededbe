"""Finding files, and what the chain tells of one reader."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.breaches.models import Breach, BreachPerson
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.oversight.family import near_to
from welfare.oversight.queries import own_controllers
from welfare.people.models import Person, PersonKind
from welfare.requests.models import ContactRequest
from welfare.rules.actors import Actor, Facts
from welfare.rules.breaches import BreachState, Telling
from welfare.service_notes.models import ClientFile

MOST_CLOSED = 50


def load_breach(reading: Reading, breach_id: UUID) -> Loaded | None:
    """Loader of ``<breach_id:breach>``."""
    row = reading.session.get(Breach, breach_id)
    if row is None:
        return None
    concerned = {each.student_id for each in people_of(reading.session, row.id)}
    facts = Facts(
        on=reading.now.astimezone(HOME_ZONE).date(),
        subject_ids=row.about(),
        controller_id=row.controller_id,
        owner_account_id=row.account_id,
        is_excluded=bool(concerned & near_to(reading.session, reading.actor)),
        state=row.state.value,
    )
    return Loaded(row, facts)


def load_concerned(reading: Reading, student_id: UUID) -> Loaded | None:
    """Loader of ``<concerned_id:student>``: a pupil whom the controller of the file loaded before knows."""
    breach = reading.loaded.get("breach")
    if not isinstance(breach, Breach):
        return None
    known = pupils_known_to(reading.session, breach.controller_id).where(Person.id == student_id)
    student = reading.session.scalars(known).one_or_none()
    facts = Facts(
        on=reading.now.astimezone(HOME_ZONE).date(),
        subject_ids=breach.about(),
        controller_id=breach.controller_id,
        owner_account_id=breach.account_id,
        is_excluded=student_id in near_to(reading.session, reading.actor),
        state=breach.state.value,
    )
    return Loaded(student, facts) if student else None


def pupils_known_to(session: Session, controller_id: UUID) -> Select[Person]:
    """The pupils whose data a controller keeps: a provider's own, or those who have come to a county's services.

    Neither looks into the other's register (OHL 20-21 §).
    """
    pupils = select(Person).where(Person.kind == PersonKind.STUDENT)
    if session.get_one(Organisation, controller_id).kind is not OrganisationKind.COUNTY:
        return pupils.where(Person.controller_id == controller_id)
    clients = select(ClientFile.student_id).where(ClientFile.controller_id == controller_id)
    asked = select(ContactRequest.student_id).where(ContactRequest.controller_id == controller_id)
    return pupils.where(or_(Person.id.in_(clients), Person.id.in_(asked)))


def controllers_served(session: Session, actor: Actor) -> Sequence[Organisation]:
    """The controllers whose officer this is."""
    own = Organisation.id.in_(own_controllers(actor))
    return session.scalars(select(Organisation).where(own).order_by(Organisation.name_fi, Organisation.id)).all()


def breaches_of(session: Session, actor: Actor) -> Sequence[Breach]:
    """The files at the controllers an officer serves: the open ones by their clock, then what was closed last."""
    own = Breach.controller_id.in_(own_controllers(actor))
    is_open = Breach.state == BreachState.OPEN
    waiting = session.scalars(select(Breach).where(own, is_open).order_by(Breach.due_at, Breach.id)).all()
    order = (Breach.closed_at.desc(), Breach.id)
    return [*waiting, *session.scalars(select(Breach).where(own, ~is_open).order_by(*order).limit(MOST_CLOSED))]


def open_for(session: Session, actor: Actor) -> Sequence[Breach]:
    """The open files that this officer handles, by their clocks; nobody's own is among them, nor the own family's."""
    own = (Breach.controller_id.in_(own_controllers(actor)), Breach.state == BreachState.OPEN)
    near = near_to(session, actor)
    about_them = select(BreachPerson.breach_id).where(BreachPerson.student_id.in_(near))
    is_anothers = or_(Breach.account_id.is_(None), Breach.account_id != actor.account_id)
    theirs = select(Breach).where(*own, is_anothers, Breach.id.not_in(about_them))
    return session.scalars(theirs.order_by(Breach.due_at, Breach.id)).all()


def concerned_in_open(session: Session, controller_id: UUID) -> set[UUID]:
    """Everybody whom an open file of a controller concerns: what is kept about them is proof until it is closed."""
    is_open = (Breach.controller_id == controller_id, Breach.state == BreachState.OPEN)
    found = select(BreachPerson.student_id).join(Breach, Breach.id == BreachPerson.breach_id).where(*is_open)
    return set(session.scalars(found))


def people_of(session: Session, breach_id: UUID) -> Sequence[BreachPerson]:
    """Those concerned, the most touched first."""
    order = (BreachPerson.events.desc(), BreachPerson.student_id)
    return session.scalars(select(BreachPerson).where(BreachPerson.breach_id == breach_id).order_by(*order)).all()


def told_about(session: Session, student_id: UUID) -> Sequence[Breach]:
    """The files that those concerned have been told of, the newest first."""
    told = (BreachPerson.student_id == student_id, Breach.people == Telling.TOLD)
    found = select(Breach).join(BreachPerson, BreachPerson.breach_id == Breach.id).where(*told)
    return session.scalars(found.order_by(Breach.people_on.desc(), Breach.id)).all()
