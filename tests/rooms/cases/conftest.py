"""A school with the people one matter needs."""

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.builders import Someone, Village
from tests.builders_cases import People
from tests.clock import Clock
from tests.furnishing import furnishes
from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Reading
from welfare.accounts.actors import actor_of
from welfare.accounts.models import Account, Level, SignInSession
from welfare.audit.ledger import Ledger
from welfare.cases.models import Case
from welfare.cases.queries import cases_visible_to, load_case
from welfare.rules.actors import Actor
from welfare.rules.permissions import Permission, decide

Sees = Callable[[Someone], bool]


@furnishes
def people(village: Village) -> People:
    """Aada of 8B, her guardians, and the staff around."""
    return People.of(village)


@pytest.fixture
def sees(ledger: Ledger, clock: Clock) -> Sees:
    """Whether someone sees any matter, once the list and the rule have said the same of every matter."""

    def ask(who: Someone) -> bool:
        with ledger.transaction() as transaction:
            return bool(agreed(transaction.session, who, clock()))

    return ask


def agreed(session: Session, who: Someone, now: datetime) -> set[object]:
    """The ids of the visible matters, proved equal to the permitted ones."""
    on = now.astimezone(HOME_ZONE).date()
    account = session.get_one(Account, who.account_id)
    actor = actor_of(session, account, SignInSession(account_id=account.id, level=Level.FULL), on)
    visible = {found.case.id: found.facts for found in cases_visible_to(session, actor, on)}
    permitted = permitted_to(session, actor, now)
    assert visible == permitted
    return set(visible)


def permitted_to(
    session: Session, actor: Actor, now: datetime, permission: Permission = Permission.CASE_READ
) -> dict[object, object]:
    """Every matter for which the loader and the rule together would grant the permission, with its facts."""
    reading = Reading(session, actor, now, {})
    found = {case_id: load_case(reading, case_id) for case_id in session.scalars(select(Case.id))}
    return {
        case_id: loaded.facts
        for case_id, loaded in found.items()
        if loaded and decide(actor, permission, loaded.facts).is_granted
    }
