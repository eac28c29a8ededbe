"""An officer at the rights desk, a pupil with a mother, and a curator who leaves events."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from tests.builders import Someone, Village
from tests.client import Client
from tests.furnishing import furnishes
from tests.rooms.oversight.deeds import Deeds
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.rules.actors import Role
from welfare.rules.permissions import Permission

ASKED = {
    "asker": "oneself",
    "identity_way": "document",
    "received_on": "20.11.2026",
    "language": "en",
}
UNSURE = {"identity_way": "not_sure"}


@dataclass
class Desk:
    """The officer's desk and the people around it."""

    village: Village
    client: Client
    officer: Someone
    curator: Someone
    pupil: Someone
    mother: Someone
    deeds: Deeds

    def looked(self, permission: Permission = Permission.JOURNAL_READ, times: int = 1) -> None:
        """The curator looks at the pupil's matter."""
        for _ in range(times):
            self.deeds.leave(self.curator, permission, about=self.pupil.person_id)

    def receive(self, about: UUID | str | None = None, **answers: Any) -> str:  # noqa: ANN401 - as forms take them
        """A request comes; the address of its page."""
        page = self.client.get(f"/rights/logs/new/{about or self.pupil.person_id}")
        page = page.form("Receive the request").submit(**{**ASKED, **answers})
        assert page.has("The request is received."), page.errors
        return page.url

    def granted(self, **answers: Any) -> str:  # noqa: ANN401 - as forms take them
        """A request that has been granted."""
        url = self.receive(**answers)
        assert self.client.get(url).form("Give the log").submit().has("The report is made.")
        return url


Company = tuple[Someone, Someone, Someone, Someone]


@furnishes
def company(village: Village) -> Company:
    """The officer, the curator, the pupil and her mother."""
    officer = village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia")
    curator = village.staff(Role.CURATOR, "Saara Lehtovirta")
    pupil = village.student("Aada Metsäpelto", village.a_class("8B"))
    mother = village.guardian("Tiina Metsäpelto", pupil)
    return officer, curator, pupil, mother


@pytest.fixture
def desk(village: Village, company: Company, ledger: Ledger, visit: Visit) -> Desk:
    return Desk(village, visit(company[0]), *company, Deeds(ledger, village))
