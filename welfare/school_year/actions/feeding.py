"""The address by which a colleague's calendar fetches the days of a unit's clock: made, shown once, revoked, asked."""

from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, select

from welfare.access.needs import Reading
from welfare.accounts.actors import actor_behind
from welfare.accounts.models import Account
from welfare.audit.unit_of_work import UnitOfWork
from welfare.calendars.addresses import NoSuchFeedError, digest_of, new_token, refuse_haste
from welfare.communal.loaders import keeper_of, load_unit
from welfare.organisations.models import Organisation
from welfare.rules.permissions import Permission, decide
from welfare.rules.registers import Register
from welfare.school_year.models import ClockFeed


def living_feed(work: UnitOfWork, unit: Organisation) -> ClockFeed | None:
    """The actor's own address for a unit, if there is one."""
    own = _own(unit.id, work.actor.account_id)
    return work.session.scalars(select(ClockFeed).where(*own).order_by(ClockFeed.made_at.desc())).first()


def make_feed(work: UnitOfWork, unit: Organisation, account_id: UUID) -> str:
    """Make a new address in place of the one before; gives its token, which is told this once and not kept."""
    revoke_feed(work, unit, account_id)
    token = new_token()
    row = ClockFeed(id=uuid4(), unit_id=unit.id, account_id=account_id, token_digest=digest_of(token), made_at=work.now)
    work.session.add(row)
    work.session.flush()
    return token


def revoke_feed(work: UnitOfWork, unit: Organisation, account_id: UUID) -> None:
    """Let no calendar fetch anything more."""
    for row in work.session.scalars(select(ClockFeed).where(*_own(unit.id, account_id))):
        row.revoked_at = work.now
    work.session.flush()


def let_in_by(work: UnitOfWork, token: str) -> tuple[Organisation, Account]:
    """Which unit's clock is asked for, by whom: only as long as its owner may read the unit's communal work.

    Raises NoSuchFeedError, TooOftenError.
    """
    feed, account = _found(work, token)
    actor = actor_behind(work.session, account, work.facts.on)
    loaded = load_unit(Reading(work.session, actor, work.now, {}), feed.unit_id)
    if loaded is None or not decide(actor, Permission.COMMUNITY_READ, loaded.facts).is_granted:
        raise NoSuchFeedError
    refuse_haste(feed.asked_at, work.now)
    work.start_writing()
    feed, account = _found(work, token)
    feed.asked_at = work.now
    work.session.flush()
    work.actor = actor
    unit = work.session.get_one(Organisation, feed.unit_id)
    work.note(keeper_of(unit), Register.COMMUNAL, ("unit", unit.id))
    return unit, account


def _own(unit_id: UUID, account_id: UUID | None) -> tuple[ColumnElement[bool], ...]:
    return (ClockFeed.unit_id == unit_id, ClockFeed.account_id == account_id, ClockFeed.revoked_at.is_(None))


def _found(work: UnitOfWork, token: str) -> tuple[ClockFeed, Account]:
    statement = (
        select(ClockFeed, Account)
        .join(Account, Account.id == ClockFeed.account_id)
        .where(ClockFeed.token_digest == digest_of(token), ClockFeed.revoked_at.is_(None), Account.is_enabled)
    )
    found = work.session.execute(statement).one_or_none()
    if found is None:
        raise NoSuchFeedError
    return found[0], found[1]
