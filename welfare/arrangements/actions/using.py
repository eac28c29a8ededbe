"""Agreeing on an arrangement in a matter, and telling that it has ended."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from welfare.arrangements.models import Arrangement, ArrangementUse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import account_at, place_of
from welfare.cases.models import Case
from welfare.rules.arrangements import CatalogueState, UseLack, what_blocks_use
from welfare.rules.registers import Register


class UseRefusedError(ValueError):
    """The arrangement cannot be agreed on so."""

    def __init__(self, lacks: Collection[UseLack]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = tuple(lacks)


class UseEndedError(ValueError):
    """Somebody has told already that it ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeOn:
    """What is agreed on, from when to when, and on what conditions."""

    arrangement: Arrangement
    starts_on: date
    ends_on: date | None
    conditions: str


def agree_on(work: UnitOfWork, case: Case, command: AgreeOn) -> ArrangementUse:
    """Agree on one of the provider's arrangements, in its newest version. Raises UseRefusedError."""
    arrangement = command.arrangement
    is_own = arrangement.controller_id == case.controller_id
    state = arrangement.state if is_own else CatalogueState.ENDED
    lacks = what_blocks_use(state, command.starts_on, command.ends_on)
    if lacks:
        raise UseRefusedError(lacks)
    use = ArrangementUse(
        id=uuid4(),
        arrangement_id=arrangement.id,
        version=arrangement.newest,
        starts_on=command.starts_on,
        ends_on=command.ends_on,
        agreed_at=work.now,
        agreed_by=account_at(work),
        **place_of(case),
    )
    work.encrypt_document(use, ArrangementUse.document, {"conditions": command.conditions})
    work.session.add(use)
    work.session.flush()
    work.note(case.controller_id, Register.WELFARE, ("arrangement_use", use.id), arrangement=str(arrangement.id))
    return use


def end_use(work: UnitOfWork, use: ArrangementUse, day: date, outcome: str, document: dict[str, Any]) -> None:
    """Keep when it ended and what came of it; ``document`` is what was agreed on, as opened. Raises UseEndedError."""
    if use.ended_at is not None:
        raise UseEndedError
    use.ends_on, use.ended_at, use.ended_by = day, work.now, account_at(work)
    work.encrypt_document(use, ArrangementUse.document, document | {"outcome": outcome})
    work.session.flush()
