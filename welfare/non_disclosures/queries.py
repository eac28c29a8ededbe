"""Finding protections: whose, which stand, who is named, and who has looked."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.audit.event import Outcome
from welfare.audit.reading import Happening, Mark, events_about
from welfare.cases.queries import conflicts_of, is_excluded_from_student
from welfare.non_disclosures.models import Protection, ProtectionPerson
from welfare.people.bonds import holds_on, selves_of
from welfare.people.models import Assignment, Enrolment, Guardianship, Person, PersonKind
from welfare.people.queries import is_kin, load_student
from welfare.rules.actors import WELFARE_PROFESSIONALS, Actor, Facts, Role
from welfare.rules.non_disclosure import ProtectionPart
from welfare.rules.permissions import Permission

LOOKS = frozenset(
    {
        Permission.PLACE_READ.value,
        Permission.NON_DISCLOSURE_READ.value,
        Permission.NON_DISCLOSURE_SET.value,
        Permission.NON_DISCLOSURE_PROPOSE.value,
        Permission.NON_DISCLOSURE_END.value,
    }
)
OPENED = frozenset({"person.place", "person.contact"})
MOST_EVENTS = 500


def load_protected(reading: Reading, student_id: UUID) -> Loaded | None:
    """Loader of ``<protected_id:student>``: a student of today, and who proposed the end of the protection."""
    found = load_student(reading, student_id)
    if found is None:
        return None
    row = standing_of(reading.session, student_id)
    facts = replace(
        found.facts,
        is_excluded=is_near(reading.session, reading.actor, student_id),
        owner_account_id=row.proposed_by if row else None,
    )
    return Loaded(found.thing, facts)


def is_near(session: Session, actor: Actor, student_id: UUID) -> bool:
    """Nobody handles what is about the own child or oneself, or where a conflict was recorded (HL 27-28 §)."""
    own = actor.person_id
    is_own = own is not None and (own == student_id or is_kin(session, own, student_id))
    return is_own or is_excluded_from_student(session, own, student_id)


def _near_students(session: Session, actor: Actor) -> frozenset[UUID]:
    """The same of many."""
    wards = session.scalars(
        select(Guardianship.student_id).where(Guardianship.guardian_id.in_(selves_of(actor.person_id)))
    )
    return frozenset(wards) | conflicts_of(session, actor).student_ids


def standing_of(session: Session, student_id: UUID) -> Protection | None:
    """The protection that stands."""
    stands = (Protection.student_id == student_id, Protection.ended_at.is_(None))
    return session.scalars(select(Protection).where(*stands).limit(1)).first()


def standing_in(session: Session, household: Collection[UUID]) -> Sequence[Protection]:
    """The protections that stand and are about any of these people, as the pupil or as one of the home."""
    covered = select(ProtectionPerson.protection_id).where(
        ProtectionPerson.person_id.in_(household), ProtectionPerson.part == ProtectionPart.HOUSEHOLD
    )
    is_about = or_(Protection.student_id.in_(household), Protection.id.in_(covered))
    return session.scalars(select(Protection).where(Protection.ended_at.is_(None), is_about)).all()


def named_by(session: Session, row: Protection) -> dict[ProtectionPart, list[UUID]]:
    """Whom it names, by their part."""
    rows = session.scalars(select(ProtectionPerson).where(ProtectionPerson.protection_id == row.id)).all()
    return {part: [each.person_id for each in rows if each.part is part] for part in ProtectionPart}


def covered_still(session: Session, but: Protection) -> frozenset[UUID]:
    """Whom another protection covers that stands."""
    stands = (Protection.ended_at.is_(None), Protection.id != but.id)
    own = session.scalars(select(Protection.student_id).where(*stands)).all()
    covered = (
        select(ProtectionPerson.person_id)
        .join(Protection, Protection.id == ProtectionPerson.protection_id)
        .where(*stands, ProtectionPerson.part == ProtectionPart.HOUSEHOLD)
    )
    return frozenset(own) | frozenset(session.scalars(covered))


def family_of(session: Session, student_id: UUID, facts: Facts) -> tuple[list[Person], list[Person]]:
    """The guardians of a student, with custody or without, and the students who share one of them."""
    bonds = (Guardianship.student_id == student_id, holds_on(Guardianship, facts.on))
    guardian_ids = set(session.scalars(select(Guardianship.guardian_id).where(*bonds)))
    theirs = (Guardianship.guardian_id.in_(guardian_ids), holds_on(Guardianship, facts.on))
    sibling_ids = set(session.scalars(select(Guardianship.student_id).where(*theirs))) - {student_id}
    people = session.scalars(select(Person).where(Person.id.in_(guardian_ids | sibling_ids))).all()
    siblings = [each for each in people if each.id in sibling_ids and each.kind is PersonKind.STUDENT]
    return [each for each in people if each.id in guardian_ids], siblings


def protections_of(session: Session, actor: Actor, facts: Facts) -> Sequence[Protection]:
    """Those that stand at the schools somebody answers for, and for an officer at the controllers served."""
    schools = actor.schools(Role.PRINCIPAL, *WELFARE_PROFESSIONALS)
    here = select(Enrolment.student_id).where(Enrolment.school_id.in_(schools), holds_on(Enrolment, facts.on))
    served = Protection.controller_id.in_(actor.controllers(Role.DATA_PROTECTION_OFFICER))
    stand = select(Protection).where(Protection.ended_at.is_(None), or_(Protection.student_id.in_(here), served))
    rows = session.scalars(stand.order_by(Protection.until_on, Protection.id)).all()
    near = _near_students(session, actor) if rows else frozenset()
    return [row for row in rows if row.student_id not in near]


def principals_of(session: Session, student_id: UUID, on: date) -> Sequence[UUID]:
    """Who heads a school of the student today."""
    schools = select(Enrolment.school_id).where(Enrolment.student_id == student_id, holds_on(Enrolment, on))
    heads = (Assignment.role == Role.PRINCIPAL, Assignment.organisation_id.in_(schools), holds_on(Assignment, on))
    return session.scalars(select(Assignment.person_id).where(*heads).distinct()).all()


def looks_at(session: Session, student: Person, before: Mark | None) -> tuple[list[Happening], Mark | None]:
    """Every opening of where a student is found, of those newest events about the student; and where more begin."""
    events = events_about(session, student.id, before, MOST_EVENTS)
    found = [event for event in events if event.outcome is Outcome.DONE and _is_look(event, student)]
    return found, events[-1].mark if len(events) == MOST_EVENTS else None


def _is_look(event: Happening, student: Person) -> bool:
    is_opened = any(student.id.hex in ids for column, ids in event.opened.items() if column in OPENED)
    return event.permission in LOOKS or is_opened
