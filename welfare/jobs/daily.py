"""The jobs of each day: ordered by whichever worker first sees the day, and by that one alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import uuid4

from sqlalchemy import select

from welfare.access.gate import HOME_ZONE
from welfare.audit.event import Origin
from welfare.audit.ledger import Ledger
from welfare.audit.unit_of_work import Grant
from welfare.jobs.models import Job
from welfare.rules.actors import SYSTEM, Facts
from welfare.rules.orders import JobOrder
from welfare.rules.permissions import Permission, decide
from welfare.rules.registers import HOUSE, Register


@dataclass
class Days:
    """Orders each kind once a day, by the day of Finland; later looks on the same day cost nothing."""

    ledger: Ledger
    kinds: Sequence[StrEnum]
    seen_on: date | None = None

    def look(self) -> None:
        """Order what today has not been ordered yet. Raises AuditUnavailableError, DBAPIError."""
        today = self.ledger.clock().astimezone(HOME_ZONE).date()
        if today == self.seen_on:
            return
        missing = self._missing(today)
        if missing:
            self._order(missing, today)
        self.seen_on = today

    def _missing(self, today: date) -> list[StrEnum]:
        with self.ledger.transaction() as looking:
            ordered = select(Job.kind).where(Job.kind.in_(self.kinds), Job.key == today.isoformat())
            known = set(looking.session.scalars(ordered))
        return [kind for kind in self.kinds if kind.value not in known]

    def _order(self, kinds: Sequence[StrEnum], today: date) -> None:
        facts = Facts(on=today, controller_id=HOUSE, register=Register.SESSION)
        grounds = decide(SYSTEM, Permission.SYSTEM_MAINTAIN, facts).grounds
        grant = Grant(Permission.SYSTEM_MAINTAIN.value, facts, grounds, Origin(request_id=uuid4().hex, way="job"))
        with self.ledger.transaction(writes=True) as transaction, self.ledger.work(transaction, SYSTEM, grant) as work:
            for kind in kinds:
                work.plan_job(JobOrder(kind=kind, key=(today,), controller_id=HOUSE, register=Register.SESSION))
