"""The gate: no page without a permission, no refusal that tells more than a missing page."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.client import Client
from welfare.access.blueprint import AmbiguousSubjectError, GuardedBlueprint, UndeclaredRouteError
from welfare.access.needs import Public, Reading
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.rules.actors import Role


def outcomes(ledger: Ledger, permission: str) -> list[str]:
    with ledger.transaction() as transaction:
        statement = select(AuditEvent.outcome).where(AuditEvent.permission == permission).order_by(AuditEvent.seq)
        return list(transaction.session.scalars(statement))


def test_a_stranger_is_shown_the_way_in(app: Flask) -> None:
    answer = app.test_client().get("/")
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/sign-in")


def test_reading_a_page_leaves_an_event_before_it_is_sent(
    village: Village, sign_in: Callable[[Someone], Client], ledger: Ledger
) -> None:
    client = sign_in(village.staff(Role.CURATOR, "Saara Lehtovirta"))
    client.get("/")
    assert outcomes(ledger, "worklist:see") == ["done"]


def test_three_clients_never_share_a_user(app: Flask, village: Village, sign_in: Callable[[Someone], Client]) -> None:
    saara = sign_in(village.staff(Role.CURATOR, "Saara Lehtovirta"))
    oona = sign_in(village.staff(Role.TEACHER, "Oona Rautasalo"))
    for _ in range(3):
        assert "Saara Lehtovirta" in saara.get("/").text
        assert "Oona Rautasalo" in oona.get("/").text
        assert app.test_client().get("/").status_code == 303


def test_a_route_without_a_permission_cannot_be_written() -> None:
    room = GuardedBlueprint("cellar", __name__)
    with pytest.raises(UndeclaredRouteError):
        room.route("/cellar")
    with pytest.raises(TypeError):
        room.get("/cellar")  # type: ignore[call-arg]
    room.get("/cellar", needs=Public.LEGAL)(lambda: "open")
    assert room.declared == {"<lambda>": Public.LEGAL}


def test_an_undeclared_endpoint_does_not_boot(app: Flask) -> None:
    app._got_first_request = False  # Flask allows no late route
    app.add_url_rule("/cellar", "cellar", lambda: "open")
    with pytest.raises(UndeclaredRouteError):
        app.extensions["gate"].seal(app)


def test_two_rooms_cannot_load_different_things_by_one_name(app: Flask) -> None:
    def load_nothing(reading: Reading, thing_id: UUID) -> None:
        del reading, thing_id

    gate = app.extensions["gate"]
    assert "case_id" in gate.loaders
    with pytest.raises(AmbiguousSubjectError):
        gate.open_for(app, [GuardedBlueprint("cellar", __name__, subjects={"case_id": load_nothing})])


def test_a_refused_page_is_the_page_of_something_that_does_not_exist(
    village: Village, sign_in: Callable[[Someone], Client]
) -> None:
    client = sign_in(village.staff(Role.TEACHER, "Oona Rautasalo"))
    missing = client.flask.get(f"/cases/{uuid4()}")
    assert missing.status_code == 404
    assert missing.data == client.flask.get("/no/such/page").data


@pytest.mark.parametrize("address", ["/cases//new", "//cases/new", "/sign-in//", "/cases//"])
def test_no_answer_leads_to_the_host_that_a_request_names(app: Flask, address: str) -> None:
    client = app.test_client()
    answer = client.get(address, headers={"Host": "elsewhere.example"})
    assert "elsewhere" not in answer.headers.get("Location", "")
    assert client.get("/cases/new").headers["Location"].startswith("/sign-in")
