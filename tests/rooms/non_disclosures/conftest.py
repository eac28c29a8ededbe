"""Aada with two guardians, a principal and a psychologist who can each give a code, and the officer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from tests.builders import Someone, Village
from tests.builders_accounts import Signer, a_signer
from tests.builders_cases import People
from tests.client import Client, Page
from tests.clock import Clock
from tests.furnishing import furnishes
from tests.signing_in import Visit
from welfare.people.models import Person
from welfare.rules.actors import Role

SET = {"source": "family", "begins_on": "20.11.2026", "words": "Turvakieltopäätös näytetty."}


@dataclass
class Scene:
    """Kari is to be kept from knowing; Tiina lives with Aada."""

    village: Village
    clock: Clock
    people: People
    siiri: Signer
    riitta: Signer
    officer: Someone
    visit: Visit

    @property
    def url(self) -> str:
        """Where Aada's protection is."""
        return f"/students/{self.people.student.person_id}/non-disclosure"

    def client(self, signer: Signer) -> Client:
        """The browser of one who can give a code."""
        return self.visit(Someone(signer.someone.person_id, signer.account_id, signer.someone.name))

    def send(self, signer: Signer, page: str, answers: Mapping[str, Any], *, status: int = 200) -> Page:
        """Fill a form in, with a code of this moment, and send it; the next code comes half a minute later."""
        self.clock.forward(seconds=31)
        given = {"code": signer.code(self.clock.now), **answers}
        return self.client(signer).get(f"{self.url}/{page}").form().fill(**given).submit(status=status)

    def protect(self) -> Page:
        """The psychologist sets it: hidden from Kari, together with Tiina."""
        kari, tiina = str(self.people.father.person_id), str(self.people.mother.person_id)
        return self.send(self.siiri, "new", {**SET, "hidden_from": [kari], "household": [tiina]})

    def is_hidden(self, who: Someone) -> bool:
        """What the directory's mark says."""
        with self.village.ledger.transaction() as transaction:
            return transaction.session.get_one(Person, who.person_id).is_restricted


Company = tuple[People, Signer, Signer, Someone]


@furnishes
def company(village: Village) -> Company:
    """Who is in a scene."""
    siiri = a_signer(village, "siiri.salo", "Siiri Salo", Role.PSYCHOLOGIST)
    riitta = a_signer(village, "riitta.reksi", "Riitta Reksi", Role.PRINCIPAL)
    officer = village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia")
    return People.of(village), siiri, riitta, officer


def asking(scene: Scene, who: str) -> str:
    """The page on which a guardian asks for support: it names the child's class, if that may be told."""
    guardian = getattr(scene.people, who)
    return scene.visit(guardian).get(f"/requests/new/{scene.people.student.person_id}/ask").text


@pytest.fixture
def scene(village: Village, clock: Clock, company: Company, visit: Visit) -> Scene:
    return Scene(village, clock, *company, visit)
