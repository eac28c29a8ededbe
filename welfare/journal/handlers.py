"""What the journal does when a place in a group ends, and when it is asked for drafts that nobody may go on with."""

from collections.abc import Mapping

from sqlalchemy import select

from welfare.access.needs import Reading
from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.cases.queries import load_case
from welfare.drafts.actions import purge_drafts
from welfare.journal.models import JournalEntry
from welfare.journal.queries import DRAFT_PURPOSE
from welfare.rules.events import DraftsAsked, MembershipEnded
from welfare.rules.journal import EntryKind
from welfare.rules.permissions import Permission, decide

NEEDED: Mapping[EntryKind, Permission] = {
    EntryKind.CORRECTION: Permission.ENTRY_CORRECT,
    EntryKind.DISCLOSURE: Permission.DISCLOSURE_RECORD,
}
"""What sending a draft of this kind needs; of any other, to write entries."""


def forget_their_corrections(work: UnitOfWork, told: MembershipEnded) -> None:
    """Unfinished corrections of somebody who may not read the entries any more: nobody could open or end them."""
    entries = select(JournalEntry.id).where(JournalEntry.case_id == told.case_id)
    purge_drafts(work, [told.account_id], entries)


def tell_ended_drafts(work: UnitOfWork, asked: DraftsAsked) -> None:
    """Entries, disclosures and corrections whose writers may not send them today."""
    for draft, actor in asked.of(DRAFT_PURPOSE):
        kind = EntryKind(draft.purpose.partition(":")[2])
        entry = work.session.get(JournalEntry, draft.subject_id) if kind is EntryKind.CORRECTION else None
        found = load_case(Reading(work.session, actor, work.now, {}), entry.case_id if entry else draft.subject_id)
        needed = NEEDED.get(kind, Permission.ENTRY_WRITE)
        if found is None or not decide(actor, needed, found.facts).is_granted:
            asked.ended.add(draft.id)


LISTENERS: Listeners = {MembershipEnded: (forget_their_corrections,), DraftsAsked: (tell_ended_drafts,)}
