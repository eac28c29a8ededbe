"""A stored text that cannot be opened any more leaves a marked gap and an event, and the rest of the page lives."""

import json
from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import select, update

from tests.builders import Someone, Village
from tests.builders_cases import People, a_case
from tests.builders_requests import a_request
from tests.client import Client
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.cases.models import Case
from welfare.crypto.encrypted import Encrypted
from welfare.db.guard import WRITES
from welfare.requests.models import ContactRequest

GAP = "This text cannot be opened"


def turn_one_bit(ledger: Ledger, model: type[Case | ContactRequest], row_id: UUID) -> None:
    """Past every guard of ours, as a failing disk would."""
    table = model.__table__
    with ledger.engine.connect().execution_options(**{WRITES: True}) as connection:
        blob = connection.scalars(select(table.c.document).where(table.c.id == row_id)).one().blob
        broken = Encrypted(blob[:-1] + bytes([blob[-1] ^ 1]))
        connection.execute(update(table).where(table.c.id == row_id).values(document=broken))  # type: ignore[arg-type]
        connection.commit()


def broken_in(ledger: Ledger, permission: str) -> list[list[str]]:
    with ledger.transaction() as transaction:
        statement = select(AuditEvent.body).where(AuditEvent.permission == permission).order_by(AuditEvent.seq.desc())
        found: list[list[str]] = json.loads(transaction.session.scalars(statement).first() or b"{}").get("broken", [])
        return found


@pytest.fixture
def saara(village: Village, sign_in: Callable[[Someone], Client]) -> tuple[People, Client]:
    people = People.of(village)
    client = sign_in(people.curator)
    client.flask.set_cookie("language", "en")
    return people, client


def test_the_page_of_a_matter_lives_round_its_broken_words(
    village: Village, ledger: Ledger, saara: tuple[People, Client]
) -> None:
    people, client = saara
    case_id = a_case(village, people.student, people.curator, people.nurse)
    assert not client.get(f"/cases/{case_id}").has(GAP)
    turn_one_bit(ledger, Case, case_id)
    page = client.get(f"/cases/{case_id}")
    assert page.has(GAP)
    assert page.has("Mirja Kanervala")
    assert ["case_file.document", case_id.hex] in broken_in(ledger, "case:read")
    assert client.get("/cases").has("Aada Metsäpelto")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_the_queue_of_fifty_lives_round_one_broken_request(
    village: Village, ledger: Ledger, saara: tuple[People, Client]
) -> None:
    people, client = saara
    requests = [a_request(village, people.student, people.teacher) for _ in range(50)]
    turn_one_bit(ledger, ContactRequest, requests[25])
    page = client.get("/requests/queue")
    assert page.main.count("Aada Metsäpelto") >= 25
    opened = client.get(f"/requests/{requests[25]}")
    assert opened.has(GAP)
    assert opened.has("Aada Metsäpelto")
    assert ["contact_request.document", requests[25].hex] in broken_in(ledger, "request:read")
