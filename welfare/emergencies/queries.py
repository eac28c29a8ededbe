"""Finding openings: what the rules ask, which is open, which waits for a review, which the pupil sees later."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.audit.reading import Happening
from welfare.cases.models import Case
from welfare.cases.queries import is_excluded_from_student, load_candidate
from welfare.emergencies.models import Emergency
from welfare.people.bonds import holds_on
from welfare.people.models import Assignment
from welfare.people.queries import is_kin
from welfare.rules.actors import WELFARE_PROFESSIONALS, Actor, Facts, Role
from welfare.rules.cases import CaseState
from welfare.rules.emergencies import LASTS, EmergencyState, emergency_state
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register

MOST_REVIEWED = 50


def load_endangered(reading: Reading, student_id: UUID) -> Loaded | None:
    """Loader of ``<endangered_id:student>``: whose matter may be opened; nobody opens one of the own family."""
    found = load_candidate(reading, student_id)
    if found is None:
        return None
    is_excluded = found.facts.is_excluded or is_near(reading.session, reading.actor, student_id)
    return replace(found, facts=replace(found.facts, is_excluded=is_excluded))


def load_emergency(reading: Reading, emergency_id: UUID) -> Loaded | None:
    """Loader of ``<emergency_id:emergency>``. Its reason is a ground of what its opener does while it is open."""
    row = reading.session.get(Emergency, emergency_id)
    if row is None:
        return None
    state = emergency_state(row.ends_at, row.ended_at, reading.now)
    is_openers = row.account_id == reading.actor.account_id and state is EmergencyState.OPEN
    facts = Facts(
        on=reading.now.astimezone(HOME_ZONE).date(),
        subject_ids=row.about(),
        register=Register.WELFARE,
        controller_id=row.controller_id,
        school_id=row.school_id,
        student_id=row.student_id,
        owner_account_id=row.account_id,
        is_excluded=is_near(reading.session, reading.actor, row.student_id),
        state=state.value,
        break_glass=row.reason.value if is_openers else None,
    )
    return Loaded(row, facts)


def is_near(session: Session, actor: Actor, student_id: UUID) -> bool:
    """Whether the actor is or was a guardian of the pupil, or has a recorded conflict of interest (HL 27-28 §)."""
    person_id = actor.person_id
    if person_id is not None and is_kin(session, person_id, student_id):
        return True
    return is_excluded_from_student(session, person_id, student_id)


def matters_to_open(session: Session, actor: Actor, student_id: UUID) -> Sequence[Case]:
    """The matters of a student that go on at a school this worker serves, the newest first."""
    schools = actor.schools(*WELFARE_PROFESSIONALS)
    goes_on = (Case.student_id == student_id, Case.school_id.in_(schools), Case.state != CaseState.CLOSED)
    return session.scalars(select(Case).where(*goes_on).order_by(Case.proposed_at.desc(), Case.id)).all()


def open_now(session: Session, account_id: UUID | None, now: datetime) -> Emergency | None:
    """The opening that somebody has on their hands, the latest if there are more."""
    own = (Emergency.account_id == account_id, Emergency.ends_at > now, Emergency.ended_at.is_(None))
    return session.scalars(select(Emergency).where(*own).order_by(Emergency.opened_at.desc()).limit(1)).first()


def openings_of(session: Session, actor: Actor) -> Sequence[Emergency]:
    """The openings at the controllers an officer serves: those to be reviewed by their last day, then the reviewed."""
    own = Emergency.controller_id.in_(actor.controllers(Role.DATA_PROTECTION_OFFICER))
    by_day = (Emergency.review_due_on, Emergency.opened_at, Emergency.id)
    waiting = session.scalars(select(Emergency).where(own, Emergency.reviewed_at.is_(None)).order_by(*by_day)).all()
    by_review = (Emergency.reviewed_at.desc(), Emergency.id)
    done = select(Emergency).where(own, Emergency.reviewed_at.is_not(None)).order_by(*by_review).limit(MOST_REVIEWED)
    return [*waiting, *session.scalars(done)]


def to_review(session: Session, actor: Actor) -> Sequence[Emergency]:
    """Those that wait for a review by this officer; nobody's own is among them, and none of the own family."""
    return [
        row
        for row in openings_of(session, actor)
        if row.reviewed_at is None
        and row.account_id != actor.account_id
        and not is_near(session, actor, row.student_id)
    ]


def openings_in(session: Session, case_ids: Sequence[UUID], since: datetime) -> Sequence[Emergency]:
    """The openings of some matters since a moment, the latest first."""
    wanted = (Emergency.case_id.in_(case_ids), Emergency.opened_at >= since)
    found = select(Emergency).where(*wanted).order_by(Emergency.opened_at.desc())
    return session.scalars(found).all() if case_ids else []


def officers_of(session: Session, controller_id: UUID, on: date) -> Sequence[UUID]:
    """The data protection officers of a controller today."""
    serves = (Assignment.role == Role.DATA_PROTECTION_OFFICER, holds_on(Assignment, on))
    at = or_(Assignment.employer_id == controller_id, Assignment.organisation_id == controller_id)
    return session.scalars(select(Assignment.person_id).where(*serves, at).distinct()).all()


def not_told_yet(session: Session, student_id: UUID, on: date) -> Sequence[Emergency]:
    """The openings whose showing to the pupil is delayed for a reason that stands today."""
    delayed = (Emergency.student_id == student_id, Emergency.delayed_until >= on)
    return session.scalars(select(Emergency).where(*delayed)).all()


def is_of(event: Happening, openings: Sequence[Emergency]) -> bool:
    """Whether an event is one of these openings or was done in it, the filling in of its form included."""
    ids = {found for kind, found in event.subjects if kind == "emergency"}
    return any(row.id in ids or _led_to(event, row) for row in openings)


def _led_to(event: Happening, row: Emergency) -> bool:
    """Whether the event is of the form that was filled in for an opening; its tries name no opening yet."""
    is_form = event.permission == Permission.EMERGENCY_OPEN and event.actor_id == row.account_id
    return is_form and row.opened_at - LASTS <= event.at <= row.opened_at
