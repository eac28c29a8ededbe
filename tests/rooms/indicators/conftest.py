"""The principal, one more who may write a school's numbers, and somebody without an account."""

import pytest
from flask import Flask

from tests.builders import Someone, Village
from tests.builders_groups import a_group, a_seat
from tests.client import Client, Page
from tests.furnishing import furnishes
from welfare.indicators.questions import questions_for
from welfare.rules.actors import Role
from welfare.rules.climate import Audience

CODE = "koivukaa"


@pytest.fixture
def principal(village: Village) -> Someone:
    return village.staff(Role.PRINCIPAL, "Juha Petäjäniemi")


@furnishes
def curator(village: Village) -> Someone:
    """A member of the school's welfare group."""
    found = village.staff(Role.CURATOR, "Kirsi Kuraattori")
    a_seat(village, a_group(village, found), found, role=Role.CURATOR)
    return found


@pytest.fixture
def stranger(app: Flask) -> Client:
    """Somebody without an account, reading English."""
    client = Client(app)
    client.flask.set_cookie("language", "en")
    return client


def answer(client: Client, grade: str, code: str = CODE) -> Page:
    form = client.get("/survey").form().submit(code=code).form()
    return form.fill(**{f"secret_{each.code}": grade for each in questions_for(Audience.PUPILS)}).submit()


def climate(client: Client, village: Village) -> Page:
    return client.get(f"/communal/{village.school_id}/climate")
