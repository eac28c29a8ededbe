"""Assessing whether a prohibition is clearly against the minor's interest (OHL 18 § 2; rule 12)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.actions.recording import hold_student, tell_of_prohibitions
from welfare.consents.models import ExpressionOfWill, InterestAssessment
from welfare.rules.actors import Actor, Role
from welfare.rules.prohibition import AssessorError, may_assess_interest


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessInterest:
    """One professional's finding, in one of the professions held at this school today."""

    role: Role
    assessed_on: date
    is_clearly_against_interest: bool
    is_partly: bool = False
    review_on: date | None
    grounds: str
    told: str = ""
    """What the pupil is told of the decision, in easy words."""
    part: str = ""
    """Where it is granted in part: what the guardian is told all the same."""


def professions_of(actor: Actor, school_id: UUID | None) -> tuple[Role, ...]:
    """The social and health professions an actor exercises at a school: those that may assess."""
    held = (post.role for post in actor.posts if school_id in post.school_ids)
    return tuple(role for role in dict.fromkeys(held) if may_assess_interest(role))


def assess_interest(work: UnitOfWork, row: ExpressionOfWill, command: AssessInterest) -> InterestAssessment:
    """Record the assessment with the assessor's profession at this time. Raises AssessorError for any other role."""
    actor = work.actor
    is_own_profession = command.role in professions_of(actor, work.facts.school_id)
    if not is_own_profession or actor.account_id is None or actor.person_id is None:
        raise AssessorError(command.role)
    if row.case_id is None:
        hold_student(work.session, row.student_id)
    found = InterestAssessment(
        id=uuid4(),
        expression_id=row.id,
        student_id=row.student_id,
        case_id=row.case_id,
        controller_id=row.controller_id,
        assessor_account_id=actor.account_id,
        assessor_person_id=actor.person_id,
        assessor_role=command.role,
        assessed_on=command.assessed_on,
        recorded_at=work.now,
        is_clearly_against_interest=command.is_clearly_against_interest,
        is_partly=command.is_partly and not command.is_clearly_against_interest,
        review_on=None if command.is_clearly_against_interest else command.review_on,
    )
    work.encrypt(found, InterestAssessment.grounds, command.grounds)
    decision = {"told": command.told, "part": command.part if found.is_partly else ""}
    work.encrypt_document(found, InterestAssessment.decision, {name: said for name, said in decision.items() if said})
    work.session.add(found)
    work.session.flush()
    tell_of_prohibitions(work, row.student_id)
    return found
