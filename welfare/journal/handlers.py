"""What the journal does when a place in a group ends."""

from sqlalchemy import select

from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.drafts.actions import purge_drafts
from welfare.journal.models import JournalEntry
from welfare.rules.events import MembershipEnded


def forget_their_corrections(work: UnitOfWork, told: MembershipEnded) -> None:
    """Unfinished corrections of somebody who may not read the entries any more: nobody could open or end them."""
    entries = select(JournalEntry.id).where(JournalEntry.case_id == told.case_id)
    purge_drafts(work, [told.account_id], entries)


LISTENERS: Listeners = {MembershipEnded: (forget_their_corrections,)}
