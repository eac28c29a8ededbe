"""The stage on which invented lives are played: a clock that is set, and actors whom the rule must permit."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loader, Reading
from welfare.accounts.actors import actor_of
from welfare.accounts.models import Account, Level, SignInSession
from welfare.audit.event import Origin
from welfare.audit.ledger import Ledger
from welfare.audit.unit_of_work import Grant, UnitOfWork
from welfare.rules.actors import SYSTEM, Actor, Facts
from welfare.rules.permissions import Permission, decide

ONE_SECOND = timedelta(seconds=1)


class UnlawfulSceneError(RuntimeError):
    """A scene was written that the rule refuses: the script is wrong, never the rule."""


class SceneClock:
    """A clock that stands where the scene is; it never turns back, so that every log is in order."""

    def __init__(self, begins: datetime) -> None:
        """Stand at a first moment."""
        self._now = begins

    def __call__(self) -> datetime:
        """The moment of the scene."""
        return self._now

    def tick(self) -> None:
        """Let a second pass: no two things happen at once."""
        self._now += ONE_SECOND

    def move_to(self, moment: datetime) -> None:
        """Go on to a moment; an earlier one leaves the clock where it is."""
        self._now = max(self._now, moment)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a scene is about: the route parameter's name, its loader and the thing's id."""

    name: str
    load: Loader
    id: UUID


@dataclass
class Stage:
    """An instance's ledger under the clock of the play. ``way`` is what the audit trail says of where it came from."""

    ledger: Ledger
    clock: SceneClock
    way: str

    @property
    def today(self) -> date:
        """The day of the scene where the schools are."""
        return self.clock().astimezone(HOME_ZONE).date()

    @contextmanager
    def behind_the_scenes(self, permission: Permission = Permission.SYSTEM_SET_UP) -> Iterator[UnitOfWork]:
        """A writing unit of work of the system."""
        facts = Facts(on=self.today)
        with self.ledger.transaction(writes=True) as transaction:
            grant = self._grant(SYSTEM, permission, facts)
            with self.ledger.work(transaction, SYSTEM, grant) as work:
                yield work
        self.clock.tick()

    @contextmanager
    def scene(self, account_id: UUID, permission: Permission, *asked: Asked) -> Iterator[tuple[UnitOfWork, Any]]:
        """Somebody's unit of work and the last thing asked for, as from the gate. Raises UnlawfulSceneError."""
        with self.ledger.transaction(writes=True) as transaction:
            account = transaction.session.get_one(Account, account_id)
            signed_in = SignInSession(account_id=account.id, level=Level.FULL)
            actor = actor_of(transaction.session, account, signed_in, self.today)
            thing, facts = None, Facts(on=self.today)
            loaded: dict[str, Any] = {}
            for each in asked:
                found = each.load(Reading(transaction.session, actor, self.clock(), loaded), each.id)
                if found is None:
                    message = f"{permission}: there is no such {each.name}"
                    raise UnlawfulSceneError(message)
                thing, facts = found.thing, found.facts
                loaded[each.name] = thing
            grant = self._grant(actor, permission, facts)
            with self.ledger.work(transaction, actor, grant) as work:
                yield work, thing
        self.clock.tick()

    def _grant(self, actor: Actor, permission: Permission, facts: Facts) -> Grant:
        decision = decide(actor, permission, facts)
        if not decision.is_granted:
            roles = ", ".join(sorted(actor.roles)) or actor.world.value
            message = f"{permission} is refused to {roles} in state {facts.state}"
            raise UnlawfulSceneError(message)
        return Grant(permission.value, facts, decision.grounds, Origin(way=self.way))
