"""A school with the people one matter needs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.builders import Someone, Village
from tests.conftest import Clock
from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Reading
from welfare.accounts.actors import actor_of
from welfare.accounts.models import Account, Level, SignInSession
from welfare.audit.ledger import Ledger
from welfare.cases.models import Case
from welfare.cases.queries import cases_visible_to, load_case
from welfare.rules.actors import Actor, Role
from welfare.rules.permissions import Permission, decide

Sees = Callable[[Someone], bool]


@dataclass(frozen=True)
class People:
    """One student with two guardians who decide, and the staff around."""

    student: Someone
    mother: Someone
    father: Someone
    curator: Someone
    nurse: Someone
    teacher: Someone


@pytest.fixture
def people(village: Village) -> People:
    """Aada of 8B, Tiina and Kari, curator Saara, nurse Mirja and special teacher Petri."""
    student = village.student("Aada Metsäpelto", village.a_class())
    return People(
        student,
        village.guardian("Tiina Metsäpelto", student),
        village.guardian("Kari Metsäpelto", student),
        village.staff(Role.CURATOR, "Saara Lehtovirta"),
        village.staff(Role.NURSE, "Mirja Kanervala"),
        village.staff(Role.SPECIAL_TEACHER, "Petri Hongisto"),
    )


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


def permitted_to(session: Session, actor: Actor, now: datetime) -> dict[object, object]:
    """Every matter that the loader and the rule together would open, with its facts."""
    reading = Reading(session, actor, now, {})
    found = {case_id: load_case(reading, case_id) for case_id in session.scalars(select(Case.id))}
    return {
        case_id: loaded.facts
        for case_id, loaded in found.items()
        if loaded and decide(actor, Permission.CASE_READ, loaded.facts).is_granted
    }
