"""The first administrator: by a code that lives a quarter of an hour and works once. There is no default account."""

import pyotp
import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.builders import system_work
from tests.client import Client, Page
from tests.clock import Clock
from tests.rooms.accounts.trail import codes_of
from welfare.accounts.actions import make_set_up_code
from welfare.accounts.models import Account
from welfare.audit.ledger import Ledger
from welfare.organisations.models import Organisation, OrganisationKind

PASSWORD = "kolme punaista saapasta"


@pytest.fixture
def code(ledger: Ledger) -> str:
    with system_work(ledger) as work:
        return make_set_up_code(work)


def fill(client: Client, code: str, status: int = 200, change: dict[str, str] | None = None) -> Page:
    form = client.get("/set-up").form("#set-up")
    data = {
        "code": code,
        "place": "municipality-092",
        "given_name": "Maija",
        "family_name": "Meri",
        "username": "maija.meri",
        "new_password": PASSWORD,
        "again": PASSWORD,
    }
    return form.fill(**{**data, **(change or {})}).submit(status=status)


def how_many(ledger: Ledger, model: type) -> int:
    with ledger.transaction() as transaction:
        return transaction.session.scalar(select(func.count()).select_from(model)) or 0


def test_a_fresh_instance_has_no_account(ledger: Ledger) -> None:
    assert how_many(ledger, Account) == 0


def test_the_code_makes_the_first_administrator(stranger: Client, code: str, clock: Clock, ledger: Ledger) -> None:
    page = fill(stranger, code)
    assert page.heading == "Take an authenticator app into use"
    secret = page.by_id("main").first("code").text.replace(" ", "")  # type: ignore[union-attr]
    page = page.form("#code-form").submit(code=pyotp.TOTP(secret).at(clock.now))
    page = page.follow("I have kept them, continue")
    assert page.has("Maija Meri")
    assert page.follow("Accounts").has("Administrator, Vantaa")
    assert codes_of(ledger, "set_up") == ["code_made", "done"]
    with ledger.transaction() as transaction:
        kinds = {place.name_fi: place.kind for place in transaction.session.scalars(select(Organisation))}
    assert kinds["Vantaa"] is OrganisationKind.PROVIDER
    assert OrganisationKind.COUNTY in kinds.values()


def test_a_county_can_be_set_up_as_well(stranger: Client, code: str, ledger: Ledger) -> None:
    assert fill(stranger, code, change={"place": "county-18"}).heading == "Take an authenticator app into use"
    assert how_many(ledger, Organisation) == 1


def test_the_code_works_once_and_then_there_is_no_such_page(app: Flask, stranger: Client, code: str) -> None:
    fill(stranger, code)
    other = Client(app)
    other.get("/set-up", status=404)


def test_a_code_lives_for_a_quarter_of_an_hour(stranger: Client, code: str, clock: Clock, ledger: Ledger) -> None:
    clock.forward(minutes=15)
    page = fill(stranger, code, status=422)
    assert "too old" in page.field_error("code")
    with system_work(ledger) as work:
        fresh = make_set_up_code(work)
    assert fill(stranger, fresh.upper().replace("-", " ")).heading == "Take an authenticator app into use"


def test_a_new_code_kills_the_one_before(stranger: Client, code: str, ledger: Ledger) -> None:
    with system_work(ledger) as work:
        make_set_up_code(work)
    assert fill(stranger, code, status=422).field_error("code")


def test_guesses_at_the_code_must_be_waited_for(stranger: Client, code: str, clock: Clock) -> None:
    for _turn in range(5):
        fill(stranger, "aaaaaa-bbbbbb", status=422)
    assert "Too many tries" in fill(stranger, code, status=422).field_error("code")
    clock.forward(seconds=16)
    assert fill(stranger, code).heading == "Take an authenticator app into use"


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("code", ""),
        ("place", "municipality-999"),
        ("place", ""),
        ("given_name", "M\x00"),
        ("family_name", "x" * 101),
        ("username", "a b"),
        ("new_password", "short"),
        ("new_password", "maija meri vantaa"),
        ("again", "something else here"),
    ],
)
def test_a_wrong_answer_is_told_at_its_field_and_the_code_is_not_used_up(
    stranger: Client, code: str, field: str, value: str
) -> None:
    assert fill(stranger, code, 422, {field: value}).field_error(field)
    assert fill(stranger, code).heading == "Take an authenticator app into use"


def test_the_files_hold_the_code_only_as_a_keyed_hash(app: Flask, code: str) -> None:
    plain = code.replace("-", "")
    instance = app.extensions["settings"].instance
    files = [path for path in instance.rglob("*") if path.is_file()]
    assert not [path for path in files if plain.encode() in path.read_bytes() or code.encode() in path.read_bytes()]
