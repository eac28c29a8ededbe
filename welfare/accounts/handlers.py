"""What happens to the accounts of people who leave, and what they had begun."""

from sqlalchemy import select

from welfare.accounts.actors import actor_behind
from welfare.accounts.models import Account
from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.drafts.actions import purge_drafts
from welfare.rules.events import DraftsAsked, PeopleEnded


def forget_their_drafts(work: UnitOfWork, told: PeopleEnded) -> None:
    """Nobody else can open what they had begun, and they do not come back to it."""
    purge_drafts(work, select(Account.id).where(Account.person_id.in_(told.person_ids)))


def tell_whose_they_are(work: UnitOfWork, asked: DraftsAsked) -> None:
    """Who the owners of drafts are today; what is nobody's any more, or of one without any post, has ended."""
    owners = select(Account).where(Account.id.in_({draft.account_id for draft in asked.drafts}))
    for account in work.session.scalars(owners):
        actor = actor_behind(work.session, account, asked.on)
        if account.is_enabled and actor.posts:
            asked.actors[account.id] = actor
    asked.ended |= {draft.id for draft in asked.drafts if draft.account_id not in asked.actors}


LISTENERS: Listeners = {PeopleEnded: (forget_their_drafts,), DraftsAsked: (tell_whose_they_are,)}
