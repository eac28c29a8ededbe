"""What happens to the accounts of people who leave."""

from sqlalchemy import select

from welfare.accounts.models import Account
from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.drafts.actions import purge_drafts
from welfare.rules.events import PeopleEnded


def forget_their_drafts(work: UnitOfWork, told: PeopleEnded) -> None:
    """Nobody else can open what they had begun, and they do not come back to it."""
    purge_drafts(work, select(Account.id).where(Account.person_id.in_(told.person_ids)))


LISTENERS: Listeners = {PeopleEnded: (forget_their_drafts,)}
