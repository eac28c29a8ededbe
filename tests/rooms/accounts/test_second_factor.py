"""The second factor: no path without it, each code once, also when it is sent twenty times at once."""

from concurrent.futures import ThreadPoolExecutor

import pyotp
import pytest
from flask import Flask

from tests.builders import Village
from tests.builders_accounts import SECRET, Signer, a_signer
from tests.client import Client, Page
from tests.clock import Clock
from tests.databases import Store
from tests.furnishing import furnishes
from welfare.accounts.models import Account
from welfare.accounts.one_time_codes import make_recovery_codes, use_recovery_code, use_step


@pytest.fixture
def recovery_codes(village: Village, saara: Signer) -> tuple[str, ...]:
    with village.work() as work:
        return make_recovery_codes(work, saara.account_id)


@furnishes
def newcomer(village: Village) -> Signer:
    """A teacher who has no authenticator app yet."""
    return a_signer(village, "oona.r", "Oona Rautasalo", has_second_factor=False)


def secret_on(page: Page) -> str:
    return page.by_id("main").first("code").text.replace(" ", "")  # type: ignore[union-attr]


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("seconds", [-30, 0, 30])
def test_a_code_one_step_early_or_late_is_right(stranger: Client, saara: Signer, clock: Clock, seconds: int) -> None:
    page = saara.give_password(stranger)
    clock.forward(seconds=seconds)
    code = saara.code(clock.now)
    clock.forward(seconds=-seconds)
    assert page.form("#code-form").submit(code=code).heading == "Worklist"


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("seconds", [-90, -60, 60, 90])
def test_a_code_two_steps_away_is_wrong(stranger: Client, saara: Signer, clock: Clock, seconds: int) -> None:
    page = saara.give_password(stranger)
    code = pyotp.TOTP(SECRET).at(int(clock.now.timestamp()) + seconds)
    page = page.form("#code-form").submit(code=code, status=422)
    assert "You have 4 tries left." in page.field_error("code")


def test_a_code_opens_the_door_once(app: Flask, stranger: Client, saara: Signer, clock: Clock) -> None:
    saara.sign_in(stranger, clock.now)
    second = Client(app)
    second.flask.set_cookie("language", "en")
    page = saara.give_password(second).form("#code-form").submit(code=saara.code(clock.now), status=422)
    assert page.has("used before")
    clock.forward(seconds=30)
    assert page.form("#code-form").submit(code=saara.code(clock.now)).heading == "Worklist"


def test_one_code_sent_twenty_times_at_once_opens_one_door(app: Flask, saara: Signer, clock: Clock) -> None:
    clients = []
    for _turn in range(20):
        clients.append(Client(app))
        saara.give_password(clients[-1])
        clients[-1].get("/sign-in/second-factor")
    code = saara.code(clock.now)

    def send(client: Client) -> tuple[int, str]:
        page = client.get("/sign-in/second-factor")
        data = page.form("#code-form").fill(code=code).data
        answer = client.flask.post("/sign-in/second-factor", data=data)
        return answer.status_code, answer.headers.get("Location", "")

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(send, clients))
    assert answers.count((303, "/")) == 1
    assert {status for status, location in answers if location != "/"} <= {422, 429}


def test_one_time_step_is_taken_by_one_of_twenty_at_once(village: Village, saara: Signer) -> None:
    """The throttle would hide it: here nothing but the atomic move stands between the copies."""

    def take(_turn: int) -> bool:
        with village.work() as work:
            return use_step(work, saara.account_id, 7)

    with ThreadPoolExecutor(20) as pool:
        assert list(pool.map(take, range(20))).count(True) == 1


def test_a_recovery_code_is_used_by_one_of_twenty_at_once(
    village: Village, saara: Signer, recovery_codes: tuple[str, ...]
) -> None:
    def take(_turn: int) -> bool:
        with village.work() as work:
            return use_recovery_code(work, saara.account_id, recovery_codes[0].replace("-", ""))

    with ThreadPoolExecutor(20) as pool:
        assert list(pool.map(take, range(20))).count(True) == 1


def test_each_recovery_code_opens_the_door_once(
    stranger: Client, saara: Signer, recovery_codes: tuple[str, ...]
) -> None:
    for code in recovery_codes[:2]:
        page = saara.give_password(stranger).follow("Use a recovery code")
        assert page.form("#code-form").submit(code=code.upper()).heading == "Worklist"
        stranger.get("/").form("Sign out").submit()
    page = saara.give_password(stranger).follow("Use a recovery code")
    assert page.form("#code-form").submit(code=recovery_codes[0], status=422).has("used before")


def test_a_recovery_code_is_also_taken_where_the_code_is_asked(
    stranger: Client, saara: Signer, recovery_codes: tuple[str, ...]
) -> None:
    page = saara.give_password(stranger).form("#code-form").submit(code=recovery_codes[0])
    assert page.heading == "Worklist"


def test_wrong_codes_must_be_waited_for(stranger: Client, saara: Signer, clock: Clock) -> None:
    page = saara.give_password(stranger)
    for _turn in range(5):
        page = page.form("#code-form").submit(code="000000", status=422)
    page = page.form("#code-form").submit(code=saara.code(clock.now), status=429)
    assert page.has("Too many tries. Wait")
    clock.forward(seconds=16)
    assert page.form("#code-form").submit(code=saara.code(clock.now)).heading == "Worklist"


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("code", ["12", "abc", "\uff11\uff12\uff13\uff14\uff15\uff16", "000000\u202e", "0" * 500])
def test_what_is_no_code_is_an_error_at_the_field(stranger: Client, saara: Signer, code: str) -> None:
    page = saara.give_password(stranger).form("#code-form").submit(code=code, status=422)
    assert page.field_error("code")


def test_staff_without_an_app_are_led_to_take_one_into_use(stranger: Client, newcomer: Signer, clock: Clock) -> None:
    page = newcomer.give_password(stranger)
    assert page.heading == "Take an authenticator app into use"
    assert page.tree.first("svg", when=lambda node: node.get("role") == "img")
    secret = secret_on(page)
    page = page.form("#code-form").submit(code=pyotp.TOTP(secret).at(clock.now))
    assert page.heading == "Your recovery codes"
    codes = [node.text for node in page.by_id("main").all("code")]
    assert len(set(codes)) == 10
    assert page.follow("I have kept them, continue").heading == "Worklist"
    stranger.get("/").form("Sign out").submit()
    page = newcomer.give_password(stranger)
    assert page.heading == "Confirm that it is you"
    assert page.form("#code-form").submit(code=codes[3]).heading == "Worklist"


def test_the_first_code_is_used_up_by_enrolling(stranger: Client, newcomer: Signer, clock: Clock) -> None:
    page = newcomer.give_password(stranger)
    totp = pyotp.TOTP(secret_on(page))
    page.form("#code-form").submit(code=totp.at(clock.now))
    stranger.get("/").form("Sign out").submit()
    page = newcomer.give_password(stranger).form("#code-form").submit(code=totp.at(clock.now), status=422)
    clock.forward(seconds=30)
    assert page.form("#code-form").submit(code=totp.at(clock.now)).heading == "Worklist"


def test_a_wrong_first_code_changes_nothing(stranger: Client, newcomer: Signer, village: Village) -> None:
    page = newcomer.give_password(stranger)
    secret = secret_on(page)
    page = page.form("#code-form").submit(code="000000", status=422)
    assert page.field_error("code")
    assert secret_on(page) == secret
    with village.work() as work:
        assert not work.session.get_one(Account, newcomer.account_id).has_second_factor


def test_who_has_an_app_cannot_enrol_another_instead_of_giving_its_code(stranger: Client, saara: Signer) -> None:
    saara.give_password(stranger)
    assert stranger.get("/sign-in/enrol").heading == "Confirm that it is you"
    form = stranger.get("/sign-in/second-factor").form("#code-form")
    page = stranger.post("/sign-in/enrol", form.fill(code="123456").data)
    assert page.heading == "Confirm that it is you"
    assert stranger.get("/").heading == "Confirm that it is you"


def test_nobody_enrols_before_the_password(stranger: Client) -> None:
    assert stranger.get("/sign-in/enrol").heading == "Sign in"
    assert stranger.get("/sign-in/second-factor").heading == "Sign in"


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_the_files_hold_no_secret_in_the_clear(
    stranger: Client, saara: Signer, clock: Clock, recovery_codes: tuple[str, ...], store: Store
) -> None:
    saara.sign_in(stranger, clock.now)
    cookie = stranger.flask.get_cookie("welfare_sid")
    assert cookie is not None
    plain = recovery_codes[0].replace("-", "")
    secrets = [saara.password, saara.secret, saara.username, cookie.value, recovery_codes[0], plain, "Lehtovirta"]
    files = {path: path.read_bytes() for path in store.instance.rglob("*") if path.is_file()}
    assert files
    for secret in secrets:
        assert [path.name for path, content in files.items() if secret.encode() in content] == []
