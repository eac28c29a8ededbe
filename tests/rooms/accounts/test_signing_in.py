"""The way in: password, second factor, and what each step leaves behind."""

from tests.builders import Village
from tests.builders_accounts import PASSWORD, Signer
from tests.client import Client
from tests.clock import Clock
from tests.rooms.accounts.trail import codes_of, events
from welfare.accounts.models import Account
from welfare.audit.ledger import Ledger


def test_staff_give_a_password_and_then_a_code(stranger: Client, saara: Signer, clock: Clock) -> None:
    step = saara.give_password(stranger)
    assert step.heading == "Confirm that it is you"
    assert step.has("saara.lehtovirta")
    page = step.form("#code-form").submit(code=saara.code(clock.now))
    assert page.heading == "Worklist"
    assert page.has("Saara Lehtovirta")


def test_a_pupil_is_in_after_the_password(stranger: Client, aino: Signer) -> None:
    page = aino.give_password(stranger)
    assert page.url == f"/own/{aino.someone.person_id}"
    assert stranger.get("/account").heading == "My account"


def test_the_password_alone_opens_no_page_of_the_house(stranger: Client, saara: Signer) -> None:
    saara.give_password(stranger)
    assert stranger.get("/").heading == "Confirm that it is you"
    assert stranger.get("/account").heading == "Confirm that it is you"


def test_a_wrong_password_is_refused_in_neutral_words(stranger: Client, saara: Signer) -> None:
    form = stranger.get("/sign-in").form("#sign-in")
    page = form.submit(username=saara.username, password="not this one", status=422)
    assert page.errors == ["The user name or the password is not right. Check both and try again."]
    assert stranger.get("/").heading == "Sign in"


def test_the_user_name_is_taken_whatever_its_capitals(stranger: Client, saara: Signer) -> None:
    page = stranger.get("/sign-in").form("#sign-in").submit(username=f" {saara.username.title()} ", password=PASSWORD)
    assert page.heading == "Confirm that it is you"


def test_one_lands_on_the_page_one_was_on_the_way_to(stranger: Client, saara: Signer, clock: Clock) -> None:
    page = stranger.get("/account?part=1")
    assert page.heading == "Sign in"
    page = page.form("#sign-in").submit(username=saara.username, password=PASSWORD)
    page = page.form("#code-form").submit(code=saara.code(clock.now))
    assert page.heading == "My account"
    assert page.url.endswith("/account?part=1")


def test_who_is_in_already_is_led_on_from_the_sign_in_page(stranger: Client, saara: Signer, clock: Clock) -> None:
    saara.sign_in(stranger, clock.now)
    assert stranger.get("/sign-in").heading == "Worklist"


def test_a_disabled_account_is_refused_like_a_wrong_password(stranger: Client, saara: Signer, village: Village) -> None:
    with village.work() as work:
        work.session.get_one(Account, saara.account_id).is_enabled = False
    form = stranger.get("/sign-in").form("#sign-in")
    page = form.submit(username=saara.username, password=PASSWORD, status=422)
    assert page.errors == ["The user name or the password is not right. Check both and try again."]


def test_empty_fields_are_named(stranger: Client) -> None:
    page = stranger.get("/sign-in").form("#sign-in").submit(status=422)
    assert page.errors == ["Write your user name.", "Write your password."]


def test_every_attempt_is_in_the_trail_with_its_account(
    stranger: Client, saara: Signer, clock: Clock, ledger: Ledger
) -> None:
    stranger.get("/sign-in").form("#sign-in").submit(username=saara.username, password="wrong", status=422)
    saara.give_password(stranger).form("#code-form").submit(code="000000", status=422)
    stranger.get("/sign-in/second-factor").form("#code-form").submit(code=saara.code(clock.now))
    stranger.get("/").form("Sign out").submit()
    assert codes_of(ledger, "password") == ["wrong", "right"]
    assert codes_of(ledger, "second_factor") == ["wrong", "code"]
    assert codes_of(ledger, "sign_in") == ["full"]
    assert codes_of(ledger, "session") == ["signed_out"]
    told = [event for event in events(ledger) if event.get("codes")]
    assert all(["account", saara.account_id.hex] in event["subjects"] for event in told)


def test_the_trail_holds_neither_names_nor_passwords(stranger: Client, saara: Signer, ledger: Ledger) -> None:
    form = stranger.get("/sign-in").form("#sign-in")
    form.submit(username="kissankello", password="sinivuokko", status=422)
    saara.give_password(stranger)
    trail = str(events(ledger))
    assert "kissankello" not in trail
    assert "sinivuokko" not in trail
    assert "lehtovirta" not in trail.lower()


def test_wrong_tries_are_told_at_the_next_sign_in(stranger: Client, saara: Signer, clock: Clock) -> None:
    form = stranger.get("/sign-in").form("#sign-in")
    form.submit(username=saara.username, password="wrong", status=422)
    page = saara.sign_in(stranger, clock.now)
    assert any("somebody has tried once" in words for words in page.flashes)
    stranger.get("/").form("Sign out").submit()
    clock.forward(minutes=1)
    assert not any("somebody has tried" in words for words in saara.sign_in(stranger, clock.now).flashes)


def test_a_password_in_another_unicode_form_is_the_same(stranger: Client, aino: Signer, village: Village) -> None:
    with village.work() as work:
        account = work.session.get_one(Account, aino.account_id)
        account.must_change_password = True
    page = stranger.get("/sign-in").form("#sign-in").submit(username=aino.username, password=PASSWORD)
    page = page.form("#new-password").submit(new_password="ämpärillinen öitä yössä", again="ämpärillinen öitä yössä")
    stranger.get("/account").form("Sign out").submit()
    decomposed = "a\u0308mpa\u0308rillinen o\u0308ita\u0308 yo\u0308ssa\u0308"
    page = stranger.get("/sign-in").form("#sign-in").submit(username=aino.username, password=decomposed)
    assert stranger.get("/account").heading == "My account"
