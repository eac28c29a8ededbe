"""The address by which a person's own calendar fetches times: made, shown once, revoked, and answered to."""

from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.accounts.actors import actor_behind
from welfare.accounts.models import Account
from welfare.audit.unit_of_work import UnitOfWork
from welfare.calendars.addresses import NoSuchFeedError, digest_of, new_token, refuse_haste
from welfare.meetings.models import CalendarFeed
from welfare.people.models import Person
from welfare.rules.actors import Actor
from welfare.rules.permissions import Permission, decide
from welfare.rules.registers import Register


def living_feed(work: UnitOfWork, account_id: UUID | None) -> CalendarFeed | None:
    """The address that an account has now, if any."""
    mine = (CalendarFeed.account_id == account_id, CalendarFeed.revoked_at.is_(None))
    return work.session.scalars(select(CalendarFeed).where(*mine).order_by(CalendarFeed.made_at.desc())).first()


def make_feed(work: UnitOfWork, account_id: UUID) -> str:
    """Make a new address in place of the one before; gives its token, which is told this once and not kept."""
    revoke_feed(work, account_id)
    token = new_token()
    row = CalendarFeed(id=uuid4(), account_id=account_id, token_digest=digest_of(token), made_at=work.now)
    work.session.add(row)
    work.session.flush()
    return token


def revoke_feed(work: UnitOfWork, account_id: UUID) -> None:
    """Let no calendar fetch anything more."""
    mine = (CalendarFeed.account_id == account_id, CalendarFeed.revoked_at.is_(None))
    for row in work.session.scalars(select(CalendarFeed).where(*mine)):
        row.revoked_at = work.now
    work.session.flush()


def let_in_by(work: UnitOfWork, token: str) -> tuple[Actor, Account]:
    """Whose calendar asks, as the owner stands to everything at this moment; the trail names the owner's account.

    Raises NoSuchFeedError, TooOftenError.
    """
    feed, account = _found(work, token)
    actor = actor_behind(work.session, account, work.facts.on)
    if not decide(actor, Permission.MEETING_FEED, work.facts).is_granted:
        raise NoSuchFeedError
    refuse_haste(feed.asked_at, work.now)
    work.start_writing()
    feed, account = _found(work, token)
    feed.asked_at = work.now
    work.session.flush()
    work.actor = actor
    work.note(_home(work, account), Register.DIRECTORY, ("account", account.id))
    return actor, account


def _found(work: UnitOfWork, token: str) -> tuple[CalendarFeed, Account]:
    statement = (
        select(CalendarFeed, Account)
        .join(Account, Account.id == CalendarFeed.account_id)
        .where(CalendarFeed.token_digest == digest_of(token), CalendarFeed.revoked_at.is_(None), Account.is_enabled)
    )
    found = work.session.execute(statement).one_or_none()
    if found is None:
        raise NoSuchFeedError
    return found[0], found[1]


def _home(work: UnitOfWork, account: Account) -> UUID:
    """In whose chain it is told: that of the one who keeps the person in the directory."""
    return work.session.get_one(Person, account.person_id).controller_id
