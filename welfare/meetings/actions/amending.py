"""Proposals to mend final minutes, made by those who were there, and the lead's answers; all are kept (IND §4.4)."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import place_of
from welfare.cases.models import Case
from welfare.journal.actions import NewEntry, correct_entry
from welfare.meetings.actions.locking import lock_if_over, wait_for_others
from welfare.meetings.models import Amendment, MeetingItem
from welfare.meetings.queries.records import has_attended, record_of, round_of
from welfare.rules.amendments import AmendmentBlock, AmendmentState, what_blocks_decision, what_blocks_proposal
from welfare.rules.minutes import Section


class AmendmentRefusedError(ValueError):
    """A proposal cannot be made or answered so (rules/amendments.py)."""

    def __init__(self, blocks: Collection[AmendmentBlock]) -> None:
        super().__init__(", ".join(blocks))
        self.blocks = tuple(blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeAmendment:
    """How a section should read; ``on_behalf_of`` is the attendee whose wish it is."""

    section: Section
    text: str
    on_behalf_of: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAmendment:
    """Yes with its correction, or no with its reason. ``text`` is the proposal as the page has opened it."""

    state: AmendmentState
    text: str
    reason: str
    correction: NewEntry | None = None


def proposal_blocks(work: UnitOfWork, item: MeetingItem) -> tuple[AmendmentBlock, ...]:
    """Why the actor cannot propose anything now."""
    attended = has_attended(work.session, item, work.actor)
    return what_blocks_proposal(round_of(item, work.facts), attended=attended)


def propose(work: UnitOfWork, case: Case, item: MeetingItem, command: ProposeAmendment) -> Amendment:
    """Keep a proposal. Raises AmendmentRefusedError."""
    wait_for_others(work, item)
    blocks = proposal_blocks(work, item)
    if blocks:
        raise AmendmentRefusedError(blocks)
    amendment = Amendment(
        id=uuid4(),
        item_id=item.id,
        section=command.section,
        state=AmendmentState.PROPOSED,
        proposed_by=work.actor.account_id,
        proposed_at=work.now,
        on_behalf_of=command.on_behalf_of,
        **place_of(case),
    )
    work.encrypt_document(amendment, Amendment.document, {"text": command.text})
    work.session.add(amendment)
    work.session.flush()
    return amendment


def answer(work: UnitOfWork, case: Case, item: MeetingItem, amendment: Amendment, command: AnswerAmendment) -> None:
    """Put what is accepted into the record as a linked correction, or keep why it is not; lock if that was the last.

    Raises AmendmentRefusedError, and what `correct_entry` raises.
    """
    wait_for_others(work, item)
    work.session.refresh(amendment)
    blocks = what_blocks_decision(
        amendment.state, command.state, is_locked=item.locked_at is not None, has_reason=bool(command.reason)
    )
    if blocks:
        raise AmendmentRefusedError(blocks)
    if command.correction is not None:
        newest = record_of(work.session, item)[-1]
        amendment.correction_id = correct_entry(work, case, newest, command.correction).id
    amendment.state, amendment.decided_by, amendment.decided_at = command.state, work.actor.account_id, work.now
    work.encrypt_document(amendment, Amendment.document, {"text": command.text, "reason": command.reason})
    work.session.flush()
    lock_if_over(work, item)
