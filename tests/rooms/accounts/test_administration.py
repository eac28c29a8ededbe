"""An administrator opens, shuts and resets accounts and gives posts: to others, of their own organisation only."""

from collections.abc import Callable
from datetime import date

import pyotp
import pytest
from flask import Flask
from sqlalchemy import select

from tests.builders import Someone, Village, system_work
from tests.builders_accounts import Signer
from tests.client import Client, Page
from tests.clock import Clock
from tests.rooms.accounts.browsers import a_browser, is_in
from welfare.accounts.models import Account
from welfare.accounts.pages.credentials import open_credentials
from welfare.accounts.passwords import EMBEDDED, Hashing
from welfare.audit.ledger import Ledger
from welfare.people.models import Assignment
from welfare.rules.actors import Role

OWN = "neljä keltaista hansikasta"


@pytest.fixture
def chief(village: Village, sign_in: Callable[[Someone], Client]) -> Client:
    """The county's administrator, signed in."""
    someone = village.staff(Role.CURATOR, "Hilla Hallinto")
    with village.work() as work:
        post = work.session.scalars(select(Assignment).where(Assignment.person_id == someone.person_id)).one()
        post.role, post.organisation_id = Role.ADMINISTRATOR, village.county_id
    client = sign_in(someone)
    client.flask.set_cookie("language", "en")
    return client


@pytest.fixture
def without_account(village: Village) -> Someone:
    """A nurse who has no account yet."""
    someone = village.staff(Role.NURSE, "Noora Niemi")
    with village.work() as work:
        work.session.delete(work.session.get_one(Account, someone.account_id))
    return someone


def page_of(chief: Client, name: str) -> Page:
    return chief.get("/accounts").follow(name)


def password_on(page: Page) -> str:
    assert page.heading == "One-time password"
    return page.by_id("main").first("code").text  # type: ignore[union-attr]


def enrol(page: Page, clock: Clock) -> Page:
    secret = page.by_id("main").first("code").text.replace(" ", "")  # type: ignore[union-attr]
    return page.form("#code-form").submit(code=pyotp.TOTP(secret).at(clock.now))


@pytest.mark.usefixtures("saara")
def test_the_list_shows_ones_own_staff_by_name(chief: Client, village: Village) -> None:
    village.staff(Role.TEACHER, "Oona Opettaja")
    village.staff(Role.DOCTOR, "Zoe Zander")
    page = chief.get("/accounts")
    names = [node.text for node in page.tree.all("th", when=lambda node: node.get("scope") == "row")]
    assert names == ["Hilla Hallinto (you)", "Saara Lehtovirta", "Zoe Zander"]
    assert page.has("Curator, Koivurannan koulu")


def test_the_list_is_paged_and_can_show_those_without_an_account(
    chief: Client, without_account: Someone, village: Village
) -> None:
    for number in range(26):
        village.staff(Role.NURSE, f"Auli Aalto{number:02}")
    first = chief.get("/accounts")
    assert first.has("1–25 of 28")
    assert "Auli Aalto00" in first.links
    assert "Auli Aalto25" in chief.get("/accounts?page=2").links
    page = chief.get("/accounts").follow("Without an account")
    assert list(page.links).count(without_account.name) == 1
    assert "Auli Aalto00" not in page.links
    chief.get("/accounts?page=99999999&shown=%00")


@pytest.mark.usefixtures("saara")
def test_people_are_found_by_part_of_a_name_that_stands_in_no_address(chief: Client) -> None:
    page = chief.get("/accounts").form("Find").submit(name="lehto")
    assert page.has("One person was found.")
    assert "Saara Lehtovirta" in page.links
    assert "lehto" not in page.url
    assert chief.get("/accounts").form("Find").submit(name="nobody").has("Nobody is here")
    assert chief.get("/accounts").form("Find").submit(name="x" * 101, status=422).field_error("name")


def test_a_new_account_costs_a_guesser_as_much_as_a_name_that_nobody_has(
    app: Flask, chief: Client, without_account: Someone, ledger: Ledger
) -> None:
    """A cheaper hash would answer sooner, and so tell that there is an account (ASVS 5.0 V6.3.8)."""
    dear = Hashing(memory_kib=24 * 1024, passes=3)
    app.extensions["visitors"].hashing = dear
    page_of(chief, without_account.name).form("Open an account").submit(username="noora.niemi")
    with system_work(ledger) as work:
        account = work.session.scalars(select(Account).where(Account.person_id == without_account.person_id)).one()
        kept = open_credentials(work, account).password_hash
    assert not dear.is_outdated(kept)
    assert EMBEDDED.is_outdated(kept)


def test_a_new_account_begins_with_a_password_that_works_once(
    app: Flask, chief: Client, without_account: Someone, clock: Clock
) -> None:
    page = page_of(chief, without_account.name).form("Open an account").submit(username="noora.niemi")
    password = password_on(page)
    assert password not in page_of(chief, without_account.name).html
    nurse = a_browser(app)
    page = nurse.get("/sign-in").form("#sign-in").submit(username="noora.niemi", password=password)
    page = enrol(page, clock).follow("I have kept them, continue")
    assert page.heading == "Choose a password of your own"
    assert nurse.get("/").heading == "Choose a password of your own"
    page.form("#new-password").submit(new_password=password[:5], again=password[:5], status=422)
    page = page.form("#new-password").submit(new_password=OWN, again=OWN)
    assert page.heading == "Worklist"
    nurse.get("/").form("Sign out").submit()
    nurse.get("/sign-in").form("#sign-in").submit(username="noora.niemi", password=password, status=422)
    nurse.get("/sign-in").form("#sign-in").submit(username="noora.niemi", password=OWN)


def test_a_one_time_password_lives_for_three_days(
    app: Flask, chief: Client, without_account: Someone, clock: Clock
) -> None:
    page = page_of(chief, without_account.name).form("Open an account").submit(username="noora.niemi")
    password = password_on(page)
    form = a_browser(app).get("/sign-in").form("#sign-in")
    assert form.submit(username="noora.niemi", password=password).heading == "Take an authenticator app into use"
    clock.forward(hours=72)
    form = a_browser(app).get("/sign-in").form("#sign-in")
    form.submit(username="noora.niemi", password=password, status=422)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("username", ["", "ab", "a b c", "x" * 65, "n\x00n", "../../x"])
def test_a_bad_user_name_is_refused_at_its_field(chief: Client, without_account: Someone, username: str) -> None:
    page = page_of(chief, without_account.name).form("Open an account").submit(username=username, status=422)
    assert page.field_error("username")


def test_two_people_cannot_have_one_user_name(chief: Client, without_account: Someone, saara: Signer) -> None:
    form = page_of(chief, without_account.name).form("Open an account")
    assert "already" in form.submit(username=saara.username.upper(), status=422).field_error("username")
    assert password_on(form.submit(username="noora.niemi"))


def test_shutting_an_account_ends_its_sessions_at_once(
    chief: Client, stranger: Client, saara: Signer, clock: Clock
) -> None:
    saara.sign_in(stranger, clock.now)
    page = page_of(chief, "Saara Lehtovirta").form("Shut the account").submit()
    assert page.has("Shut")
    assert not is_in(stranger)
    stranger.get("/sign-in").form("#sign-in").submit(username=saara.username, password=saara.password, status=422)
    page.form("Open the account again").submit()
    clock.forward(seconds=30)
    assert saara.sign_in(stranger, clock.now).heading == "Worklist"


def test_a_forgotten_password_is_reset_without_skipping_the_second_factor(
    chief: Client, stranger: Client, saara: Signer, clock: Clock
) -> None:
    saara.sign_in(stranger, clock.now)
    password = password_on(page_of(chief, "Saara Lehtovirta").form("Give a one-time password").submit())
    assert not is_in(stranger)
    clock.forward(minutes=1)
    form = stranger.get("/sign-in").form("#sign-in")
    form.submit(username=saara.username, password=saara.password, status=422)
    page = form.submit(username=saara.username, password=password)
    assert page.heading == "Confirm that it is you"
    page = page.form("#code-form").submit(code=saara.code(clock.now))
    page = page.form("#new-password").submit(new_password=OWN, again=OWN)
    assert page.heading == "Worklist"


def test_a_lost_app_is_removed_and_its_owner_is_told(
    chief: Client, stranger: Client, saara: Signer, clock: Clock
) -> None:
    page = page_of(chief, "Saara Lehtovirta").form("Remove the authenticator app").submit()
    assert page.has("Is taken into use at the next sign-in")
    clock.forward(minutes=1)
    page = saara.give_password(stranger)
    assert page.heading == "Take an authenticator app into use"
    assert enrol(page, clock).follow("I have kept them, continue").heading == "Worklist"
    assert stranger.get("/account").has("An authenticator app was taken into use for your account")


def test_somebody_is_signed_out_everywhere(chief: Client, stranger: Client, saara: Signer, clock: Clock) -> None:
    saara.sign_in(stranger, clock.now)
    page = page_of(chief, "Saara Lehtovirta").form("Sign them out everywhere").submit()
    assert page.has("One session was ended.")
    assert not is_in(stranger)


def test_a_role_is_given_and_ended_and_both_act_at_once(
    chief: Client, stranger: Client, saara: Signer, clock: Clock
) -> None:
    saara.sign_in(stranger, clock.now)
    assert stranger.get("/account").has("Curator")
    assert "Accounts" not in stranger.get("/account").links
    form = page_of(chief, "Saara Lehtovirta").form("Give the role")
    page = form.choose(role="Administrator", place="Rannan hyvinvointialue").submit(begins_on="23.11.2026")
    assert page.has("The role has been given.")
    assert "Accounts" in stranger.get("/account").links
    ends = [form for form in page.forms if any("End now: Administrator" in words for words in form.buttons)]
    ends[0].submit()
    assert "Accounts" not in stranger.get("/account").links


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.usefixtures("saara")
@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"role": "Data protection officer", "place": "Koivurannan koulu"}, "place"),
        ({"role": "Psychologist", "place": "Rannan hyvinvointialue"}, "place"),
        ({"role": "Curator", "place": "Koivurannan koulu"}, "role"),
    ],
)
def test_a_role_that_fits_no_place_or_is_held_already_is_refused(
    chief: Client, answers: dict[str, str], field: str
) -> None:
    form = page_of(chief, "Saara Lehtovirta").form("Give the role").choose(**answers)
    assert form.submit(begins_on="23.11.2026", status=422).field_error(field)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.usefixtures("saara")
def test_the_days_of_a_role_are_checked(chief: Client) -> None:
    form = page_of(chief, "Saara Lehtovirta").form("Give the role")
    form = form.choose(role="Psychologist", place="Koivurannan koulu")
    assert form.submit(begins_on="24.12.2026", ends_on="23.12.2026", status=422).field_error("ends_on")
    assert form.submit(begins_on="yesterday", ends_on="", status=422).field_error("begins_on")
    assert form.submit(begins_on="24.12.2026", ends_on="24.12.2026").has("The role has been given.")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.usefixtures("saara")
@pytest.mark.parametrize("field", ["role", "place"])
def test_a_role_or_place_that_is_not_offered_is_refused(chief: Client, village: Village, field: str) -> None:
    foreign = {"role": "teacher", "place": str(village.provider_id)}
    form = page_of(chief, "Saara Lehtovirta").form("Give the role")
    form = form.choose(role="Psychologist", place="Koivurannan koulu").fill(begins_on="23.11.2026")
    form.data[field] = foreign[field]
    assert form.submit(status=422).field_error(field)


def test_nobody_gives_a_role_to_oneself(chief: Client, village: Village) -> None:
    with village.work() as work:
        mine = work.session.scalars(select(Assignment.person_id).where(Assignment.role == Role.ADMINISTRATOR)).one()
    chief.get(f"/accounts/{mine}", status=404)


def test_staff_of_another_organisation_are_out_of_reach(chief: Client, village: Village, saara: Signer) -> None:
    teacher = village.staff(Role.TEACHER, "Oona Opettaja")
    student = village.student("Aino Koski", village.a_class("8B"))
    token = page_of(chief, "Saara Lehtovirta").form("Shut the account").data["csrf_token"]
    for person_id in (teacher.person_id, student.person_id, village.school_id):
        chief.get(f"/accounts/{person_id}", status=404)
        for what in ("account", "password-reset", "second-factor-reset", "disable", "enable", "posts", "posts/end"):
            chief.post(f"/accounts/{person_id}/{what}", {"csrf_token": token}, status=404)
    chief.post(f"/accounts/{saara.someone.person_id}/disable", {"csrf_token": token})


def test_only_administrators_find_the_administration(
    village: Village, sign_in: Callable[[Someone], Client], saara: Signer
) -> None:
    for role in (Role.PRINCIPAL, Role.DATA_PROTECTION_OFFICER, Role.CURATOR):
        client = sign_in(village.staff(role, "Joku Muu"))
        for url in ("/accounts", "/accounts/new", f"/accounts/{saara.someone.person_id}"):
            client.get(url, status=404)
    sign_in(village.staff(Role.ADMINISTRATOR, "Pirkko Pää")).get("/accounts")


def test_a_member_of_staff_whom_no_roster_brings_is_added(chief: Client, village: Village) -> None:
    form = chief.get("/accounts").follow("Add a member of staff").form("Add")
    form.choose(role="Psychologist", place="Koivurannan koulu")
    form.submit(given_name="", family_name="Salo", begins_on="23.11.2026", status=422)
    page = form.submit(given_name="Pia", family_name="Salo", begins_on="23.11.2026", ends_on="30.6.2027")
    assert page.heading == "Pia Salo"
    assert page.has("Psychologist, Koivurannan koulu")
    with village.work() as work:
        post = work.session.scalars(select(Assignment).where(Assignment.role == Role.PSYCHOLOGIST)).one()
        assert (post.employer_id, post.ends_on) == (village.county_id, date(2027, 6, 30))
