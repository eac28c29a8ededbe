"""Carrying a roster from its first byte to its import: read without a lock, shown, and written in one transaction."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from welfare.access.gate import HOME_ZONE
from welfare.audit.event import Origin
from welfare.audit.ledger import Ledger
from welfare.audit.unit_of_work import Grant, UnitOfWork
from welfare.people.models import RosterImport
from welfare.people.roster.importing import Prepared, Tell, apply, counts_of, prepare
from welfare.people.roster.reading import Reading, Recall
from welfare.people.roster.sender import recaller
from welfare.rules.actors import Actor, Facts
from welfare.rules.permissions import Permission, decide
from welfare.rules.registers import HOUSE, Register


class NotAllowedError(PermissionError):
    """The actor may import rosters no longer."""


class ChangedSincePreviewError(RuntimeError):
    """The import would do something else than what was shown and approved."""


@dataclass(frozen=True)
class Carrier:
    """Who imports, from where, and through which ledger."""

    ledger: Ledger
    actor: Actor
    origin: Origin

    def read(self, reading_by: Callable[[Recall], Reading]) -> Reading:
        """Read a roster, for instance by ``lambda recall: read_path(path, rules, recall)``."""
        with self.ledger.transaction() as transaction:
            return reading_by(recaller(transaction.session))

    def preview(self, reading: Reading) -> Prepared:
        """What importing would do. Raises UnsoundRosterError, NotAllowedError."""
        with self.work() as work:
            work.note(HOUSE, Register.DIRECTORY, step="preview")
            return prepare(work, reading)

    def carry_out(self, reading: Reading, approved: Mapping[str, int], tell: Tell | None = None) -> RosterImport | None:
        """Import, if that still does what was approved (counts by `counts_of`); None when there is nothing to do.

        Raises ChangedSincePreviewError, UnsoundRosterError, NotAllowedError.
        """
        with self.work(writes=True) as work:
            return self.write(work, reading, approved, tell)

    def write(
        self, work: UnitOfWork, reading: Reading, approved: Mapping[str, int], tell: Tell | None = None
    ) -> RosterImport | None:
        """As `carry_out`, in a unit of work that writes something more."""
        prepared = prepare(work, reading)
        if counts_of(prepared.plan) != dict(approved):
            raise ChangedSincePreviewError
        return apply(work, prepared, tell)

    @contextmanager
    def work(self, *, writes: bool = False) -> Iterator[UnitOfWork]:
        """A unit of work under the permission to import. Raises NotAllowedError."""
        facts = Facts(on=self.ledger.clock().astimezone(HOME_ZONE).date())
        decision = decide(self.actor, Permission.ROSTER_IMPORT, facts)
        if not decision.is_granted:
            raise NotAllowedError
        grant = Grant(Permission.ROSTER_IMPORT.value, facts, decision.grounds, self.origin)
        with (
            self.ledger.transaction(writes=writes) as transaction,
            self.ledger.work(transaction, self.actor, grant) as work,
        ):
            yield work
