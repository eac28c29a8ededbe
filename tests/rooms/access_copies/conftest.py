"""An officer, and Aada's matter with entries, own words, a consent and a prohibition."""

from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_journal import Matter, a_matter
from tests.builders_own_words import own_words
from tests.client import Client, Page
from tests.furnishing import furnishes
from tests.signing_in import Visit
from welfare.access_copies.models import AccessCopy, CopyPart
from welfare.crypto.sealed import Sealed
from welfare.rules.actors import Role

ASKED = {"asker": "oneself", "identity_way": "document", "received_on": "20.11.2026", "language": "en"}
SECRET = "Isä Matti soitti. Aada nukkuu huonosti."
LOOK, GIVE = "Looked at: save and go on", "Give the copy"


@dataclass
class Desk:
    """The officer's desk, and whom the data are about."""

    village: Village
    client: Client
    officer: Someone
    matter: Matter

    def receive(self, about: object = None, **answers: Any) -> str:  # noqa: ANN401 - as forms take them
        """A request comes; the address of its page."""
        page = self.client.get(f"/rights/copies/new/{about or self.matter.student.person_id}")
        page = page.form("Receive the request").submit(**{**ASKED, **answers})
        assert page.has("The request is received."), page.errors
        return page.url

    def gathered(self, **answers: Any) -> str:  # noqa: ANN401
        """A request whose records have been gathered."""
        url = self.receive(**answers)
        assert self.client.get(url).form("Gather the records").submit().has("The records are gathered")
        return url

    def look_at_all(self, url: str, **answers: Any) -> Page:  # noqa: ANN401
        """Look at every record; leave out of each what the answers name, if it stands there."""
        page = self.client.get(url).follow("Look at the next record")
        while LOOK in page.text:
            words = answers.get("words", "")
            said = answers if words and words in page.main else {}
            page = page.form(LOOK).submit(**said)
        return page

    def rows(self, kind: type[Sealed]) -> list[Any]:
        """What lies in the database."""
        with self.village.ledger.transaction() as transaction:
            found: list[Any] = list(transaction.session.scalars(select(kind).order_by(kind.id)))
            transaction.session.expunge_all()
            return found

    @property
    def row(self) -> AccessCopy:
        """The only request."""
        [row] = self.rows(AccessCopy)
        assert isinstance(row, AccessCopy)
        return row

    def kinds(self) -> list[str]:
        """The kinds of the gathered records."""
        return sorted(part.kind for part in self.rows(CopyPart))


@furnishes
def company(village: Village) -> tuple[Someone, Matter]:
    """The officer, and Aada's matter with what she and Saara have written."""
    officer = village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia")
    matter = a_matter(village)
    matter.note(matter.saara, SECRET)
    own_words(village, matter.case_id, matter.student, "Vain minulle.")
    own_words(village, matter.case_id, matter.student, "Tämän saa nähdä.", number=2, is_shared=True)
    return officer, matter


@pytest.fixture
def desk(village: Village, company: tuple[Someone, Matter], visit: Visit) -> Desk:
    officer, matter = company
    return Desk(village, visit(officer), officer, matter)
