"""A provider with a former pupil, who has an old matter, and two persons who look after records."""

from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import ColumnElement, select

from tests.builders import Someone, Village
from tests.builders_accounts import Signer, a_signer
from tests.builders_cases import People, a_will
from tests.builders_requests import at_work
from tests.builders_retention import an_old_case, clocks_agree, rules_decided, studies_ended
from tests.clock import Clock
from tests.furnishing import furnishes
from welfare.db.base import Base
from welfare.jobs.worker import Tally
from welfare.organisations.models import Organisation
from welfare.retention import actions
from welfare.retention.models import RetentionItem, RetentionRun
from welfare.rules.actors import Role
from welfare.rules.consent import ConsentKind
from welfare.rules.permissions import Permission
from welfare.web.services import worker_of

Row = TypeVar("Row", bound=Base)


@dataclass
class Keeping:
    """Aada left in 2014; Kaisa coordinates, Ulla is the officer and can give a code."""

    app: Flask
    village: Village
    clock: Clock
    people: People
    kaisa: Someone
    ulla: Signer
    case_id: UUID
    tally: Tally = field(default_factory=Tally)

    @property
    def officer(self) -> Someone:
        """Ulla, with the account that can give a code."""
        return Someone(self.ulla.someone.person_id, self.ulla.account_id, self.ulla.someone.name)

    def propose(self) -> UUID:
        """Kaisa makes a list."""
        with at_work(self.village, self.kaisa, Permission.RETENTION_PROPOSE) as work:
            keeper = work.session.get_one(Organisation, self.village.provider_id)
            return actions.propose(work, keeper, 500).id

    def approve(self, run_id: UUID) -> None:
        """Ulla approves it."""
        with at_work(self.village, self.officer, Permission.RETENTION_APPROVE) as work:
            actions.approve(work, work.session.get_one(RetentionRun, run_id))

    def work_off(self) -> None:
        """The jobs are done."""
        worker_of(self.app).work_off(self.tally)

    def destroy_all(self) -> UUID:
        """From the list to its end."""
        run_id = self.propose()
        self.approve(run_id)
        self.work_off()
        return run_id

    def rows(self, model: type[Row], *where: ColumnElement[bool]) -> list[Row]:
        """What is stored."""
        with self.village.ledger.transaction() as transaction:
            found = list(transaction.session.scalars(select(model).where(*where)))
            transaction.session.expunge_all()
            return found

    def items(self, run_id: UUID) -> list[RetentionItem]:
        """What has become of a run's things."""
        return self.rows(RetentionItem, RetentionItem.run_id == run_id)


Company = tuple[People, Someone, Signer, UUID]


@furnishes
def company(village: Village) -> Company:
    """Who keeps the records, and the old matter."""
    people = People.of(village)
    kaisa = village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Keskitalo")
    ulla = a_signer(village, "ulla.vartia", "Ulla Vartia", Role.DATA_PROTECTION_OFFICER)
    case_id = an_old_case(village, people.student, people.curator, people.nurse)
    studies_ended(village, people.student)
    a_will(village, None, people.student, ConsentKind.MINOR_PROHIBITION, named=people.father)
    clocks_agree(village)
    rules_decided(village, kaisa)
    return people, kaisa, ulla, case_id


@pytest.fixture
def keeping(app: Flask, village: Village, clock: Clock, company: Company) -> Keeping:
    return Keeping(app, village, clock, *company)
