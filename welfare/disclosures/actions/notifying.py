"""Writing down that one has notified child protection or the police: never what was said."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import account_at, place_of
from welfare.cases.models import Case
from welfare.disclosures.models import ProtectionNotice
from welfare.rules.actors import Role
from welfare.rules.notifications import NotificationFacts, NotificationGround, NotificationLack, what_is_missing


class NotificationRefusedError(ValueError):
    """Something is lacking."""

    def __init__(self, lacks: Collection[NotificationLack]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = tuple(lacks)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordNotification:
    """What was made, when, in which office, and in which register its content stays."""

    ground: NotificationGround
    made_on: date
    office: Role
    kept_in: str


def record_notification(work: UnitOfWork, case: Case, command: RecordNotification) -> ProtectionNotice:
    """Record one's own notification. The event keeps no ground. Raises NotificationRefusedError."""
    facts = NotificationFacts(made_on=command.made_on, on=work.facts.on, has_register=bool(command.kept_in))
    lacks = what_is_missing(facts)
    if lacks:
        raise NotificationRefusedError(lacks)
    row = ProtectionNotice(
        id=uuid4(),
        **place_of(case),
        made_by=account_at(work),
        made_by_person_id=work.actor.person_id,
        office=command.office.value,
        recorded_at=work.now,
    )
    document = {"ground": command.ground.value, "made_on": command.made_on.isoformat(), "kept_in": command.kept_in}
    work.encrypt_document(row, ProtectionNotice.document, document)
    work.session.add(row)
    work.session.flush()
    return row
