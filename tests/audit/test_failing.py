"""No trail, no page: without its event nothing is shown or half done, and the house heals by itself afterwards."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import Engine, event, select

from tests.audit.breaking import no_event_can_be_written
from tests.builders import Someone, Village
from tests.client import Client, Page
from welfare.accounts.models import Account
from welfare.audit.ledger import Ledger
from welfare.audit.verify import verify
from welfare.audit.verify_data import verify_data
from welfare.crypto.holder import KeyHolder
from welfare.people.models import Person
from welfare.rules.actors import Role
from welfare.rules.registers import Register
from welfare.ui.locale import LANGUAGE_COOKIE

SORRY = "The service is not available just now"


@pytest.fixture
def officer(village: Village) -> Someone:
    return village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia")


@pytest.fixture
def desk(officer: Someone, sign_in: Callable[[Someone], Client]) -> Client:
    """The officer, signed in, reading English."""
    client = sign_in(officer)
    client.flask.set_cookie(LANGUAGE_COOKIE, "en")
    return client


@contextmanager
def full_disk(engine: Engine) -> Iterator[None]:
    """An SQLite file that may not grow by a page."""

    def forbid_growth(connection: object, record: object) -> None:
        del record
        pages = connection.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[attr-defined]
        connection.execute(f"PRAGMA max_page_count = {pages}")  # type: ignore[attr-defined]

    event.listen(engine, "connect", forbid_growth)
    engine.dispose()
    try:
        yield
    finally:
        event.remove(engine, "connect", forbid_growth)
        engine.dispose()


def carried(page: Page) -> dict[str, str]:
    found = page.tree.first("input", when=lambda node: node.get("name") == "csrf_token")
    assert found is not None
    return {"csrf_token": found.get("value"), "idempotency_key": uuid4().hex}


def language_of(ledger: Ledger, who: Someone) -> str | None:
    with ledger.transaction() as transaction:
        return transaction.session.scalars(select(Account.locale).where(Account.id == who.account_id)).one()


def is_whole(ledger: Ledger) -> bool:
    with ledger.engine.connect() as connection:
        report = verify(connection, lambda chain: ledger.keyring.find_secret(chain, Register.AUDIT, "chain"))
        verify_data(connection, report)
    return report.findings == []


def test_without_an_event_nothing_is_shown_and_nothing_is_changed(
    app: Flask, desk: Client, ledger: Ledger, officer: Someone
) -> None:
    page = desk.get("/audit")
    with no_event_can_be_written(app):
        refused = desk.get("/audit", status=503)
        assert refused.has(SORRY)
        assert not refused.has("Ulla Vartia")
        desk.post("/account/language", carried(page) | {"locale": "sv"}, status=503)
        assert language_of(ledger, officer) is None
    desk.post("/account/language", carried(page) | {"locale": "sv"}, status=303, follow=False)
    assert language_of(ledger, officer) == "sv"
    assert is_whole(ledger)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_full_disk_refuses_and_is_forgiven_when_there_is_room(
    desk: Client, ledger: Ledger, officer: Someone, village: Village
) -> None:
    page = desk.get("/audit")
    with full_disk(ledger.engine):
        answers = [desk.flask.get("/audit").status_code for _ in range(60)]
    assert set(answers) <= {200, 503}
    assert answers[-1] == 503, "the disk was never full"
    assert desk.get("/audit").heading == "Audit trail"
    desk.post("/account/language", carried(page) | {"locale": "sv"}, status=303, follow=False)
    village.another_school()
    assert language_of(ledger, officer) == "sv"
    assert is_whole(ledger)


def test_a_destroyed_key_is_a_gap_on_the_page_and_the_others_live(
    desk: Client, ledger: Ledger, village: Village
) -> None:
    class_id = village.a_class()
    gone, kept = village.student("Aava Niemi", class_id), village.student("Leevi Laine", class_id)
    holder = KeyHolder(village.provider_id, Register.DIRECTORY, gone.person_id)
    assert ledger.keyring.destroy([holder], ledger.clock()) == 1
    assert desk.get(f"/audit?about={gone.person_id.hex}").heading == "Audit trail"
    assert desk.get(f"/audit?about={kept.person_id.hex}").has("About: Leevi Laine")
    with ledger.transaction() as transaction:
        assert transaction.session.get(Person, gone.person_id) is not None
    assert is_whole(ledger)
