"""Opening a matter in an emergency, ending it, and reviewing it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.group import members_of
from welfare.cases.models import Case
from welfare.emergencies.models import Emergency
from welfare.emergencies.queries import officers_of
from welfare.organisations.queries import WEEKDAYS
from welfare.rules.actors import WELFARE_PROFESSIONALS, Role
from welfare.rules.emergencies import (
    LASTS,
    LONGEST_DELAY,
    EmergencyFinding,
    EmergencyReason,
    EmergencySection,
    check_reviewer,
    review_due,
)
from welfare.rules.orders import MailKind, MailOrder


class NothingChosenError(ValueError):
    """No section was chosen, or no reason told: nothing is opened."""


class ReviewedError(ValueError):
    """Somebody has reviewed it already."""


class DelayError(ValueError):
    """A delay needs a reason, and ends within its longest time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMatter:
    """Why, in words too, and which sections."""

    reason: EmergencyReason
    words: str
    sections: tuple[EmergencySection, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What was found, and until when the pupil is not told, if there is a reason for that."""

    finding: EmergencyFinding
    words: str
    delayed_until: date | None = None
    delay: str = ""


def open_matter(work: UnitOfWork, case: Case, command: OpenMatter) -> Emergency:
    """Open it for an hour; tell the responsible person and the officers at once. Raises NothingChosenError."""
    if not command.sections or not command.words.strip():
        raise NothingChosenError
    row = Emergency(
        id=uuid4(),
        case_id=case.id,
        student_id=case.student_id,
        controller_id=case.controller_id,
        school_id=case.school_id,
        account_id=work.actor.account_id,
        person_id=work.actor.person_id,
        role=_profession(work, case.school_id),
        reason=command.reason,
        sections=" ".join(section.value for section in EmergencySection if section in command.sections),
        opened_at=work.now,
        ends_at=work.now + LASTS,
        review_due_on=review_due(work.facts.on, WEEKDAYS),
    )
    work.encrypt_document(row, Emergency.document, {"words": command.words})
    work.session.add(row)
    work.session.flush()
    register = row.key_holder().register
    work.note(row.controller_id, register, *row.about(), reason=row.reason.value, sections=row.sections.split())
    for person_id in _told(work, case):
        work.plan_mail(MailOrder(kind=MailKind.TASK_DUE, person_id=person_id, about_id=row.id))
    return row


def end_emergency(work: UnitOfWork, row: Emergency) -> None:
    """End it before its hour."""
    row.ended_at = work.now
    work.session.flush()


def review_emergency(work: UnitOfWork, row: Emergency, command: Review) -> None:
    """Keep what was found. Raises SelfReviewError, ReviewedError, DelayError."""
    check_reviewer(work.actor.account_id, row.account_id)
    until = command.delayed_until
    if until is not None and (not command.delay or until > work.facts.on + LONGEST_DELAY or until < work.facts.on):
        raise DelayError
    work.session.refresh(row, with_for_update=True)
    if row.reviewed_at is not None:
        raise ReviewedError
    row.reviewed_at, row.reviewed_by = work.now, work.actor.account_id
    row.finding, row.delayed_until = command.finding, until
    words = {"words": command.words} | ({"delay": command.delay} if until else {})
    work.encrypt_document(row, Emergency.review, words)
    work.session.flush()


def _told(work: UnitOfWork, case: Case) -> set[UUID]:
    """The responsible person and the officers, but not whoever opens."""
    leads = {row.person_id for row in members_of(work.session, case.id) if row.is_responsible}
    officers = officers_of(work.session, case.controller_id, work.facts.on)
    return (leads | set(officers)) - {work.actor.person_id}


def _profession(work: UnitOfWork, school_id: UUID) -> Role:
    """In which of the services' professions the opener serves the school."""
    posts = [post for post in work.actor.posts if post.role in WELFARE_PROFESSIONALS]
    here = [post for post in posts if school_id in post.school_ids]
    return (here or posts)[0].role
