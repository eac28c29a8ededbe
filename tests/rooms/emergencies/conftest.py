"""A pupil with a matter, a psychologist outside its group who can give a code, and the officer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_accounts import Signer, a_signer
from tests.builders_cases import People, a_case
from tests.client import Client, Page
from tests.clock import Clock
from tests.furnishing import furnishes
from tests.signing_in import Visit
from welfare.audit.models import AuditEvent
from welfare.audit.reading import happening_of
from welfare.journal.models import JournalEntry
from welfare.rules.actors import Role
from welfare.rules.journal import EntryKind

TITLE, ENTRY = "Aamut ja jaksaminen", "Sovittiin aamuista."
ANSWERS = {"reason": "missing_pupil", "words": "Aada ei ole tullut kotiin."}


@dataclass
class Scene:
    """Aada's matter, led by Saara; Siiri serves the school and is no member; Ulla is the officer."""

    village: Village
    clock: Clock
    people: People
    siiri: Signer
    officer: Someone
    case_id: UUID
    visit: Visit

    @property
    def client(self) -> Client:
        """Siiri's browser."""
        return self.visit(self.siiri_herself)

    @property
    def siiri_herself(self) -> Someone:
        """With the account that can give a code."""
        return Someone(self.siiri.someone.person_id, self.siiri.account_id, self.siiri.someone.name)

    def try_to_open(self, client: Client, *, status: int = 200, **answers: Any) -> Page:  # noqa: ANN401 - as forms take them
        """Fill the form in and send it."""
        page = client.get(f"/emergencies/new/{self.people.student.person_id}")
        given = {**ANSWERS, "sections": ["matter"], "code": self.siiri.code(self.clock.now), **answers}
        return page.form("Open for 60 minutes").fill(**given).submit(status=status)

    def events(self, permission: str) -> list[Mapping[str, Any]]:
        """What the trail says of a permission."""
        with self.village.ledger.transaction() as transaction:
            wanted = select(AuditEvent).where(AuditEvent.permission == permission).order_by(AuditEvent.seq)
            found = [happening_of(event) for event in transaction.session.scalars(wanted)]
        return [{"grounds": event.grounds, "opened": event.opened, "subjects": event.subjects} for event in found]


Company = tuple[People, Signer, Someone, UUID]


@furnishes
def company(village: Village) -> Company:
    """Who is in a scene, and Aada's matter."""
    people = People.of(village)
    siiri = a_signer(village, "siiri.salo", "Siiri Salo", Role.PSYCHOLOGIST)
    officer = village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia")
    case_id = a_case(village, people.student, people.curator, people.nurse)
    _entry(village, case_id, people)
    return people, siiri, officer, case_id


@pytest.fixture
def scene(village: Village, clock: Clock, company: Company, visit: Visit) -> Scene:
    return Scene(village, clock, *company, visit)


def _entry(village: Village, case_id: UUID, people: People) -> None:
    """Saara has written in the journal."""
    with village.work() as work:
        entry = JournalEntry(
            id=uuid4(),
            case_id=case_id,
            student_id=people.student.person_id,
            controller_id=village.provider_id,
            kind=EntryKind.NOTE,
            occurred_on=work.facts.on,
            written_at=work.now,
            author_account_id=people.curator.account_id,
            author_person_id=people.curator.person_id,
            author_office=Role.CURATOR.value,
        )
        work.encrypt_document(entry, JournalEntry.document, {"information": ENTRY})
        work.session.add(entry)
