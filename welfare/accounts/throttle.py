"""Slowing down guesses: tries are counted in the database, so that every node counts together (ASVS 5.0 V6.3.1).

A few tries are free, then each wrong one doubles the wait, up to a quarter of an hour. Nobody is locked out for good,
and a browser from which somebody has signed in before has a count of its own: a stranger's guesses, or a class on the
same address, cannot shut its owner out (ASVS V6.1.1).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import case, delete, func, literal, or_, select, update

from welfare.accounts.models import Throttle, WrongTries
from welfare.audit.unit_of_work import UnitOfWork
from welfare.db.base import UtcDateTime
from welfare.db.upsert import insert_into
from welfare.rules.registers import HOUSE

FREE_TRIES = 5
FREE_TRIES_OF_AN_ADDRESS = 100
"""A whole school may stand behind one address."""
FIRST_WAIT = timedelta(seconds=15)
LONGEST_WAIT = timedelta(minutes=15)
FREE_TRIES_OF_A_CLASS = 30
WINDOW = timedelta(hours=24)
NO_WAIT = timedelta()
_OLD_AT_ONCE = 100


@dataclass(frozen=True)
class Counter:
    """What tries are counted by: a keyed hash, never a name or an address."""

    digest: bytes
    free: int = FREE_TRIES


def by_name(work: UnitOfWork, name_index: bytes) -> Counter:
    """Tries at one user name, whether or not there is such an account."""
    return _counter(work, f"name:{name_index.hex()}")


def by_address(work: UnitOfWork, address: str) -> Counter:
    """Tries from one address."""
    return _counter(work, f"address:{address}", FREE_TRIES_OF_AN_ADDRESS)


def by_browser(work: UnitOfWork, browser: str) -> Counter:
    """Tries from a browser that the account knows."""
    return _counter(work, f"browser:{browser}")


def by_account(work: UnitOfWork, account_id: UUID, what: str) -> Counter:
    """Tries at something an account is asked for after the user name: a code, the password once more."""
    return _counter(work, f"{what}:{account_id.hex}")


def by_set_up(work: UnitOfWork, address: str) -> Counter:
    """Tries at the set-up code from one address."""
    return _counter(work, f"set-up:{address}")


def by_letter(work: UnitOfWork, address: str) -> Counter:
    """Tries at the codes of families' letters from one address: a class may come in at the same hour."""
    return _counter(work, f"letter:{address}", FREE_TRIES_OF_A_CLASS)


def wait_left(work: UnitOfWork, *counters: Counter) -> timedelta:
    """How long until another try is allowed; zero for now."""
    digests = [counter.digest for counter in counters]
    statement = select(func.max(Throttle.blocked_until)).where(Throttle.key_digest.in_(digests))
    until: datetime | None = work.session.scalar(statement)
    return max(NO_WAIT, until - work.now) if until else NO_WAIT


def take_try(work: UnitOfWork, counter: Counter) -> timedelta:
    """Count one try, in one atomic step, and give zero; or count nothing and give the wait that is left."""
    now, is_old = literal(work.now, UtcDateTime()), Throttle.first_at < work.now - WINDOW
    statement = insert_into(
        work.session, Throttle, key_digest=counter.digest, failures=1, first_at=work.now, blocked_until=None
    )
    counted = work.session.scalar(
        statement.on_conflict_do_update(
            index_elements=[Throttle.key_digest],
            set_={
                "failures": case((is_old, 1), else_=Throttle.failures + 1),
                "first_at": case((is_old, now), else_=Throttle.first_at),
            },
            where=or_(Throttle.blocked_until.is_(None), Throttle.blocked_until <= work.now),
        ).returning(Throttle.failures)
    )
    if counted is None:
        return wait_left(work, counter)
    if counted >= counter.free:
        wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(counted - counter.free, 30))
        row = Throttle.key_digest == counter.digest
        work.session.execute(update(Throttle).where(row).values(blocked_until=work.now + wait))
    return NO_WAIT


def tries_left(work: UnitOfWork, counter: Counter) -> int:
    """How many free tries remain; zero once every try must be waited for."""
    failures = work.session.scalar(select(Throttle.failures).where(Throttle.key_digest == counter.digest))
    return max(0, counter.free - (failures or 0))


def forget_tries(work: UnitOfWork, counter: Counter) -> None:
    """Begin anew after a right answer; some of what is old anyway goes with it, but nobody is waited for."""
    work.session.execute(delete(Throttle).where(Throttle.key_digest == counter.digest))
    is_old = Throttle.first_at < work.now - 2 * WINDOW
    old = select(Throttle.key_digest).where(is_old).limit(_OLD_AT_ONCE).with_for_update(skip_locked=True)
    work.session.execute(delete(Throttle).where(Throttle.key_digest.in_(old)))


def give_back(work: UnitOfWork, counter: Counter) -> None:
    """Uncount one try that turned out right, where others' wrong ones still count."""
    statement = update(Throttle).where(Throttle.key_digest == counter.digest, Throttle.failures > 0)
    work.session.execute(statement.values(failures=Throttle.failures - 1))


def count_wrong(work: UnitOfWork, account_id: UUID) -> None:
    """One more wrong try to tell the account's owner of; an id that nobody has costs the same and changes nothing."""
    mine = WrongTries.account_id == account_id
    work.session.execute(update(WrongTries).where(mine).values(count=WrongTries.count + 1))


def take_wrong(work: UnitOfWork, account_id: UUID) -> int:
    """How many wrong tries there were; they are told once."""
    mine = WrongTries.account_id == account_id
    count = work.session.scalar(select(WrongTries.count).where(mine)) or 0
    if count:
        work.session.execute(update(WrongTries).where(mine).values(count=0))
    return count


def _counter(work: UnitOfWork, text: str, free: int = FREE_TRIES) -> Counter:
    return Counter(work.fingerprint(HOUSE, "throttle", text), free)
