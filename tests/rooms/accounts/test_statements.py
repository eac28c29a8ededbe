"""What everybody may read, in whichever shell they stand and in each language."""

import pytest
from flask import Flask

from tests.builders_accounts import Signer
from tests.client import Client
from tests.clock import Clock
from tests.rooms.accounts.browsers import a_browser


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("url", ["/privacy", "/accessibility", "/keys"])
def test_a_statement_is_read_by_strangers_staff_and_pupils(
    app: Flask, saara: Signer, aino: Signer, clock: Clock, url: str
) -> None:
    stranger, staff, pupil = a_browser(app), a_browser(app), a_browser(app)
    saara.sign_in(staff, clock.now)
    aino.give_password(pupil)
    headings = {client.get(url).heading for client in (stranger, staff, pupil)}
    assert len(headings) == 1
    assert "Saara Lehtovirta" in staff.get(url).text
    for code in ("fi", "sv", "en"):
        assert stranger.get(f"/language/{code}?next={url}").language == code


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_the_privacy_statement_names_registers_laws_and_rights(stranger: Client) -> None:
    page = stranger.get("/privacy")
    for words in ("Student welfare register", "Patient register", "1287/2013", "Data Protection Ombudsman"):
        assert page.has(words)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_the_list_of_keys_says_whether_they_are_on(stranger: Client, aino: Signer) -> None:
    assert stranger.get("/keys").has("They are off in this browser.")
    aino.give_password(stranger)
    stranger.get("/account").form("Save the choice").submit(is_on="yes")
    assert stranger.get("/keys").has("They are on in this browser.")
