"""A pupil with a matter, a psychologist outside its group, and the officer; the house looks through when asked to."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_accounts import Signer, a_signer
from tests.builders_cases import People, a_case
from tests.client import Client, Page
from tests.clock import Clock
from tests.furnishing import furnishes
from tests.signing_in import Visit
from welfare.jobs.worker import Tally
from welfare.log_reviews.models import Finding
from welfare.rules.actors import Role
from welfare.web.services import worker_of


@dataclass
class Desk:
    """Aada's matter, led by Saara with Mirja in the group; Siiri serves the school; Ulla is the officer."""

    app: Flask
    village: Village
    clock: Clock
    people: People
    siiri: Signer
    officer: Someone
    case_id: UUID
    visit: Visit

    @property
    def queue(self) -> Page:
        """The officer's queue."""
        return self.client.get("/log-reviews")

    @property
    def client(self) -> Client:
        """The officer's browser."""
        return self.visit(self.officer)

    @property
    def siiri_herself(self) -> Someone:
        """With the account that can give a code."""
        return Someone(self.siiri.someone.person_id, self.siiri.account_id, self.siiri.someone.name)

    def read_matter(self, who: Someone) -> Page:
        """Somebody opens the page of the matter."""
        return self.visit(who).get(f"/cases/{self.case_id}")

    def open_in_emergency(self, words: str = "Aada ei ole tullut kotiin.") -> Page:
        """Siiri opens a part of the matter without a place in the group."""
        page = self.visit(self.siiri_herself).get(f"/emergencies/new/{self.people.student.person_id}")
        code = self.siiri.code(self.clock.now)
        given = {"reason": "missing_pupil", "words": words, "sections": ["matter"], "code": code}
        return page.form("Open for 60 minutes").fill(**given).submit()

    def look_through(self, minutes: float = 4) -> None:
        """Time passes, and the house does what is due."""
        self.clock.forward(minutes=minutes)
        worker_of(self.app).work_off(Tally())

    def findings(self) -> list[Finding]:
        """What has been found, in its order."""
        with self.village.ledger.transaction() as transaction:
            found = list(transaction.session.scalars(select(Finding).order_by(Finding.found_at, Finding.first_at)))
            transaction.session.expunge_all()
        return found


Company = tuple[People, Signer, Someone, UUID]


@furnishes
def company(village: Village) -> Company:
    """Who is around the desk, and Aada's matter."""
    people = People.of(village)
    siiri = a_signer(village, "siiri.salo", "Siiri Salo", Role.PSYCHOLOGIST)
    officer = village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia")
    case_id = a_case(village, people.student, people.curator, people.nurse)
    return people, siiri, officer, case_id


@pytest.fixture
def desk(app: Flask, village: Village, clock: Clock, company: Company, visit: Visit) -> Desk:
    return Desk(app, village, clock, *company, visit)
