"""Guesses are slowed down by name and by address; their victim is not shut out by them."""

import pytest
from flask import Flask

from tests.builders import Village
from tests.builders_accounts import PASSWORD, Signer
from tests.client import Client
from tests.clock import Clock
from tests.rooms.accounts.browsers import a_browser, is_in
from welfare.accounts.throttle import Counter, by_address, take_try


def guess(client: Client, username: str, times: int, status: int = 422) -> None:
    for _turn in range(times):
        form = client.get("/sign-in").form("#sign-in")
        form.submit(username=username, password="a wrong password", status=status)


def answer_to(client: Client, username: str, password: str = "a wrong password") -> tuple[int, str]:
    """Status and body of one try, without the tokens that differ each time."""
    page = client.get("/sign-in")
    form = page.form("#sign-in").fill(username=username, password=password)
    answer = client.flask.post("/sign-in", data=form.data)
    token = form.data["csrf_token"]
    assert token
    return answer.status_code, _without_tokens(answer.get_data(as_text=True)).replace(username, "NAME")


def _without_tokens(body: str) -> str:
    parts = body.split('name="csrf_token" value="')
    return parts[0] + "".join(part.split('"', 1)[1] for part in parts[1:])


@pytest.mark.parametrize("name", ["saara.lehtovirta", "nobody.at.all"])
def test_after_five_wrong_tries_one_must_wait(stranger: Client, saara: Signer, clock: Clock, name: str) -> None:
    assert saara.username == "saara.lehtovirta"
    guess(stranger, name, 5)
    status, body = answer_to(stranger, name)
    assert status == 429
    assert "Too many tries. Wait" in body
    clock.forward(seconds=16)
    assert answer_to(stranger, name)[0] == 422


def test_not_even_the_right_password_helps_while_the_wait_lasts(stranger: Client, saara: Signer, clock: Clock) -> None:
    guess(stranger, saara.username, 5)
    assert answer_to(stranger, saara.username, PASSWORD)[0] == 429
    clock.forward(seconds=16)
    assert saara.give_password(stranger).heading == "Confirm that it is you"


def test_each_further_wrong_try_doubles_the_wait_up_to_a_quarter_of_an_hour(village: Village, clock: Clock) -> None:
    counter = Counter(b"x" * 32, free=5)
    waits = []
    for _turn in range(14):
        with village.work() as work:
            assert not take_try(work, counter)
        with village.work() as work:
            wait = take_try(work, counter)
        if wait:
            waits.append(int(wait.total_seconds()))
            clock.now += wait
    assert waits[:7] == [15, 30, 60, 120, 240, 480, 900]
    assert set(waits[7:]) == {900}


def test_hundreds_of_guesses_at_one_name_get_few_answers(village: Village, clock: Clock) -> None:
    counter = Counter(b"y" * 32, free=5)
    answered = 0
    for _turn in range(300):
        with village.work() as work:
            answered += not take_try(work, counter)
        clock.forward(seconds=5)
    assert answered <= 12


def test_a_right_password_begins_the_count_anew(stranger: Client, saara: Signer, clock: Clock) -> None:
    guess(stranger, saara.username, 4)
    saara.sign_in(stranger, clock.now)
    stranger.get("/").form("Sign out").submit()
    guess(stranger, saara.username, 4)
    clock.forward(seconds=30)
    assert saara.sign_in(stranger, clock.now).heading == "Worklist"


def test_the_victim_of_guesses_is_let_in_from_a_browser_they_have_used(
    app: Flask, stranger: Client, saara: Signer, clock: Clock
) -> None:
    own = a_browser(app)
    saara.sign_in(own, clock.now)
    own.get("/").form("Sign out").submit()
    guess(stranger, saara.username, 5)
    assert answer_to(stranger, saara.username, PASSWORD)[0] == 429
    clock.forward(seconds=5)
    page = saara.give_password(own)
    clock.forward(seconds=25)
    assert page.form("#code-form").submit(code=saara.code(clock.now)).heading == "Worklist"
    assert is_in(own)


def test_the_mark_of_a_known_browser_serves_no_other_name_and_cannot_be_made_up(
    app: Flask, stranger: Client, saara: Signer, aino: Signer, clock: Clock
) -> None:
    saara.sign_in(stranger, clock.now)
    mark = stranger.flask.get_cookie("welfare_known")
    assert mark is not None
    thief = a_browser(app)
    for forged in (mark.value, "x.y", "", "ä", mark.value[:-1]):
        thief.flask.set_cookie("welfare_known", forged)
        guess(thief, aino.username, 1)
    assert answer_to(thief, aino.username)[0] == 429


def test_many_names_from_one_address_are_slowed_too(
    stranger: Client, saara: Signer, village: Village, clock: Clock
) -> None:
    for _turn in range(98):
        with village.work() as work:
            assert not take_try(work, by_address(work, "127.0.0.1"))
    for name in ("name.98", "name.99"):
        guess(stranger, name, 1)
    assert answer_to(stranger, "name.100")[0] == 429
    assert answer_to(stranger, saara.username, PASSWORD)[0] == 429
    clock.forward(seconds=16)
    assert saara.give_password(stranger).heading == "Confirm that it is you"


def test_a_name_that_nobody_has_is_answered_byte_for_byte_alike(app: Flask, saara: Signer, aino: Signer) -> None:
    answers = [answer_to(a_browser(app), name) for name in (saara.username, aino.username, "nobody.at.all")]
    assert answers[0][0] == 422
    assert answers[0] == answers[1] == answers[2]
