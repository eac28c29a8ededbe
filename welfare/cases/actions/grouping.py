"""Who takes part: experts and outsiders by the consents that name them, and who leads (rules 9, 10, 16)."""

from enum import StrEnum
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import Document, UnitOfWork
from welfare.cases.actions.placing import Worker, account_at, give_place, place_of
from welfare.cases.actions.stepping import keep_step, lock
from welfare.cases.group import account_of, exclusions_of, members_of, participants_of
from welfare.cases.models import Case, CaseMember, MemberEnd, OutsideParticipant, StepKind
from welfare.consents.queries import said_about
from welfare.consents.staff import staff_at
from welfare.drafts.actions import purge_drafts
from welfare.rules.consent import ConsentKind
from welfare.rules.events import MembershipEnded


class MemberBlock(StrEnum):
    """Why somebody cannot have a place in a group, or leave it."""

    NO_CONSENT = "no_consent"
    NO_ACCOUNT = "no_account"
    EXCLUDED = "excluded"
    NOT_AT_SCHOOL = "not_at_school"
    RESPONSIBLE = "responsible"


class MemberRefusedError(ValueError):
    """The law or the house forbids it."""

    def __init__(self, block: MemberBlock) -> None:
        super().__init__(block.value)
        self.block = block


def add_member(work: UnitOfWork, case: Case, person_id: UUID) -> CaseMember:
    """Give an expert a place by a consent that names the expert (OHL 14 § 4). Raises MemberRefusedError."""
    lock(work, case)
    present = next((row for row in members_of(work.session, case.id) if row.person_id == person_id), None)
    if present is not None:
        return present
    return give_place(work, case, _admissible(work, case, person_id))


def remove_member(work: UnitOfWork, case: Case, member: CaseMember, why: MemberEnd, reason: str = "") -> None:
    """End a place; sight of the matter ends with it. Raises MemberRefusedError for the responsible person."""
    lock(work, case)
    work.session.refresh(member)
    if member.is_responsible:
        raise MemberRefusedError(MemberBlock.RESPONSIBLE)
    if member.ended_at is None:
        member.ended_at, member.ended_why, member.ended_by = work.now, why, account_at(work)
        if reason:
            work.encrypt(member, CaseMember.reason, reason)
        work.session.flush()
        purge_drafts(work, [member.account_id], [case.id])
        work.tell(MembershipEnded(case.id, member.account_id))


def change_responsible(work: UnitOfWork, case: Case, member: CaseMember, reason: str = "") -> None:
    """Hand the lead to another active member (OHL 14 § 4; rule 16). Raises MemberRefusedError."""
    lock(work, case)
    said = said_about(work.session, case, work.facts.on)
    if member.ended_at is not None or not said.standing(ConsentKind.GROUP_MEMBER, member.person_id).is_valid:
        raise MemberRefusedError(MemberBlock.NO_CONSENT)
    before = next(row for row in members_of(work.session, case.id) if row.is_responsible)
    if before.id == member.id:
        return
    before.is_responsible = False
    work.session.flush()
    member.is_responsible = True
    keep_step(work, case, StepKind.RESPONSIBLE, (before.account_id.hex, member.account_id.hex), reason)
    work.session.flush()


def add_participant(work: UnitOfWork, case: Case, outsider_id: UUID, words: Document) -> OutsideParticipant:
    """Let a partner or relative take part, without an account (OHL 19 § 2). Raises MemberRefusedError."""
    lock(work, case)
    present = next((row for row in participants_of(work.session, case.id) if row.outsider_id == outsider_id), None)
    if present is not None:
        return present
    said = said_about(work.session, case, work.facts.on)
    if not said.standing(ConsentKind.OUTSIDER_PARTICIPATION, outsider_id).is_valid:
        raise MemberRefusedError(MemberBlock.NO_CONSENT)
    participant = OutsideParticipant(
        id=uuid4(), outsider_id=outsider_id, since=work.facts.on, added_by=account_at(work), **place_of(case)
    )
    work.encrypt_document(participant, OutsideParticipant.document, words)
    work.session.add(participant)
    work.session.flush()
    return participant


def end_participation(work: UnitOfWork, participant: OutsideParticipant, why: MemberEnd) -> None:
    """End an outside participant's part."""
    if participant.ended_at is None:
        participant.ended_at, participant.ended_why, participant.ended_by = work.now, why, account_at(work)
        work.session.flush()


def _admissible(work: UnitOfWork, case: Case, person_id: UUID) -> Worker:
    said = said_about(work.session, case, work.facts.on)
    if not said.standing(ConsentKind.GROUP_MEMBER, person_id).is_valid:
        raise MemberRefusedError(MemberBlock.NO_CONSENT)
    if any(row.person_id == person_id for row in exclusions_of(work.session, case.id)):
        raise MemberRefusedError(MemberBlock.EXCLUDED)
    at_work = next((e for e in staff_at(work.session, case.school_id, work.facts.on) if e.person.id == person_id), None)
    if at_work is None:
        raise MemberRefusedError(MemberBlock.NOT_AT_SCHOOL)
    account = account_of(work.session, person_id)
    if account is None:
        raise MemberRefusedError(MemberBlock.NO_ACCOUNT)
    return account.id, person_id, at_work.role
