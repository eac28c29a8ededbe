"""Finding findings, and the events behind one."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.audit.event import Outcome
from welfare.audit.models import AuditEvent, AuditSubject
from welfare.audit.reading import Happening, happening_of
from welfare.breaches.queries import concerned_in_open
from welfare.log_reviews.models import Decoy, Finding, ReviewNote
from welfare.log_reviews.reading import is_opening
from welfare.log_reviews.visits import visits_behind
from welfare.oversight.family import near_to
from welfare.oversight.queries import own_controllers
from welfare.people.models import Person, PersonKind
from welfare.rules.actors import Actor, Facts
from welfare.rules.log_review import FindingState

MOST_DECIDED = 50
MOST_EVENTS = 50
LOOKED_BACK = timedelta(days=28)
"""How far back the plot of a reader's hours goes."""


def load_finding(reading: Reading, finding_id: UUID) -> Loaded | None:
    """Loader of ``<finding_id:finding>``."""
    row = reading.session.get(Finding, finding_id)
    if row is None:
        return None
    facts = Facts(
        on=reading.now.astimezone(HOME_ZONE).date(),
        subject_ids=row.about(),
        controller_id=row.controller_id,
        student_id=row.student_id,
        owner_account_id=row.account_id,
        is_excluded=is_about(reading.session, row, near_to(reading.session, reading.actor)),
        state=row.state.value,
    )
    return Loaded(row, facts)


def load_decoy_candidate(reading: Reading, student_id: UUID) -> Loaded | None:
    """Loader of ``<decoy_student_id:student>``: a pupil of the directory."""
    person = reading.session.get(Person, student_id)
    if person is None or person.kind is not PersonKind.STUDENT:
        return None
    facts = Facts(
        on=reading.now.astimezone(HOME_ZONE).date(),
        controller_id=person.controller_id,
        student_id=person.id,
        is_excluded=person.id in near_to(reading.session, reading.actor),
    )
    return Loaded(person, facts)


def decoys_of(session: Session, actor: Actor) -> Sequence[Decoy]:
    """The decoys at the controllers an officer serves, the newest first."""
    own = Decoy.controller_id.in_(own_controllers(actor))
    return session.scalars(select(Decoy).where(own).order_by(Decoy.set_at.desc(), Decoy.student_id)).all()


def pupils_of(session: Session, actor: Actor) -> Sequence[Person]:
    """The pupils of the controllers an officer serves, to find one by name."""
    own = (Person.controller_id.in_(own_controllers(actor)), Person.kind == PersonKind.STUDENT)
    return session.scalars(select(Person).where(*own, Person.ended_on.is_(None))).all()


def findings_of(session: Session, actor: Actor) -> Sequence[Finding]:
    """The findings at the controllers an officer serves: the open ones by weight, then what was decided last."""
    own = Finding.controller_id.in_(own_controllers(actor))
    is_open = Finding.state == FindingState.OPEN
    by_weight = (Finding.weight.desc(), Finding.last_at.desc(), Finding.id)
    waiting = session.scalars(select(Finding).where(own, is_open).order_by(*by_weight)).all()
    lately = (Finding.decided_at.desc(), Finding.id)
    decided = session.scalars(select(Finding).where(own, ~is_open).order_by(*lately).limit(MOST_DECIDED)).all()
    return [*waiting, *decided]


def waiting_for(session: Session, actor: Actor) -> Sequence[Finding]:
    """What this officer has to look at; what is about the own openings or the own family waits for another."""
    own = (Finding.controller_id.in_(own_controllers(actor)), Finding.state == FindingState.OPEN)
    of_others = (*own, Finding.account_id != actor.account_id)
    near = near_to(session, actor)
    rows = session.scalars(select(Finding).where(*of_others).order_by(Finding.found_at, Finding.id))
    return [row for row in rows if not is_about(session, row, near)]


def is_about(session: Session, finding: Finding, people: Collection[UUID]) -> bool:
    """Whether a finding is about any of these: of one about many pupils, whether they are among those opened."""
    if finding.student_id is not None:
        return finding.student_id in people
    event, about = AuditEvent, and_(AuditSubject.chain_id == AuditEvent.chain_id, AuditSubject.seq == AuditEvent.seq)
    wanted = (
        select(event.permission)
        .join(AuditSubject, about)
        .where(
            event.chain_id == finding.controller_id,
            event.actor_id == finding.account_id,
            event.at.between(finding.first_at, finding.last_at),
            event.outcome == Outcome.DONE.value,
            AuditSubject.subject_id.in_(people),
        )
    )
    return any(is_opening(permission) for permission in session.scalars(wanted))


def looked_into(session: Session, controller_id: UUID) -> set[UUID]:
    """The pupils whom an open finding or an open file concerns: what is kept about them stays until it is decided."""
    is_open = (Finding.controller_id == controller_id, Finding.state == FindingState.OPEN)
    found = concerned_in_open(session, controller_id)
    for row in session.scalars(select(Finding).where(*is_open)):
        found |= {row.student_id} if row.student_id else {visit.student_id for visit in visits_behind(session, row)}
    return found


def note_of(session: Session, finding: Finding) -> ReviewNote | None:
    """What was written when it was decided on."""
    return session.scalars(select(ReviewNote).where(ReviewNote.finding_id == finding.id)).one_or_none()


def events_behind(session: Session, finding: Finding) -> Sequence[Happening]:
    """What the reader did with the pupil's data from the first to the last opening that stood out, the newest first."""
    event = AuditEvent
    wanted = select(event).where(
        event.chain_id == finding.controller_id,
        event.actor_id == finding.account_id,
        event.at.between(finding.first_at, finding.last_at),
        event.outcome == Outcome.DONE.value,
    )
    if finding.student_id is not None:
        about = and_(AuditSubject.chain_id == event.chain_id, AuditSubject.seq == event.seq)
        wanted = wanted.join(AuditSubject, about).where(AuditSubject.subject_id == finding.student_id)
    rows = session.scalars(wanted.order_by(event.seq.desc()).limit(MOST_EVENTS))
    return [happening_of(row) for row in rows if is_opening(row.permission)]


def hours_of(session: Session, finding: Finding, until: datetime) -> list[int]:
    """How often the reader opened something in each hour of the day, in the weeks up to a moment."""
    event, hours = AuditEvent, [0] * 24
    wanted = select(event.at, event.permission).where(
        event.actor_id == finding.account_id,
        event.chain_id == finding.controller_id,
        event.at.between(until - LOOKED_BACK, until),
        event.outcome == Outcome.DONE.value,
    )
    for row in session.execute(wanted):
        if is_opening(row.permission):
            hours[row.at.astimezone(HOME_ZONE).hour] += 1
    return hours
