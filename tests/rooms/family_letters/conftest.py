"""A class with one family, its office, and what is read off a letter."""

import re
from io import BytesIO
from typing import NamedTuple

from flask import Flask
from pypdf import PdfReader
from werkzeug.datastructures import MultiDict

from tests.builders import Someone, Village
from tests.client import Client, Page
from tests.furnishing import furnishes
from tests.rooms.accounts.browsers import a_browser
from welfare.accounts.models import Account
from welfare.family_letters.queries import living_letters
from welfare.people.models import Person
from welfare.rules.actors import Role

CODE = re.compile(r"(?<!\S)(?:[a-z2-7]{4} ){3}[a-z2-7]{4}(?!\S)")
PASSWORD = "kolme punaista saapasta"
BORN = {"aada": "5.5.2012", "kari": "1.2.1980", "tiina": "3.4.1981"}


class Home(NamedTuple):
    """A class with one pupil, both her parents, and the office of the school. Nobody of the family has a way in."""

    village: Village
    address: str
    aada: Someone
    kari: Someone
    tiina: Someone
    secretary: Someone


@furnishes
def home(village: Village) -> Home:
    class_id = village.a_class("8B")
    aada = village.student("Aada Metsäpelto", class_id)
    kari, tiina = village.guardian("Kari Metsäpelto", aada), village.guardian("Tiina Metsäpelto", aada)
    with village.work() as work:
        for who, born in ((kari, "1980-02-01"), (tiina, "1981-04-03")):
            person = work.session.get_one(Person, who.person_id)
            identity = {"given_name": who.name.split()[0], "family_name": "Metsäpelto", "language": "sv"}
            work.encrypt_document(person, Person.identity, {**identity, "birth_date": born})
        for who in (aada, kari, tiina):
            work.session.delete(work.session.get_one(Account, who.account_id))
    secretary = village.staff(Role.SCHOOL_SECRETARY, "Sirpa Sihteeri")
    return Home(village, f"/family-letters/{class_id}", aada, kari, tiina, secretary)


def letters(client: Client, home: Home, *people: Someone) -> list[str]:
    """Make letters, to those chosen beforehand or to some; the words of each page."""
    form = client.get(home.address).form("Make the letters (PDF)")
    if people:
        form.data.setlist("people", [str(who.person_id) for who in people])
    return pages_of(client, home, form.data)


def code_in(letter: str) -> str:
    found = CODE.search(letter)
    assert found is not None
    return found[0]


def come(app: Flask, code: str, proof: str, username: str = "aada.m", **more: object) -> Page:
    form = a_browser(app).get("/letter").form("#letter")
    return form.fill(code=code, proof=proof, username=username, new_password=PASSWORD, again=PASSWORD).submit(**more)  # type: ignore[arg-type]


def pages_of(client: Client, home: Home, data: MultiDict[str, str]) -> list[str]:
    """The words of each page of the letters that a form makes."""
    answer = client.flask.post(home.address, data=data)
    assert answer.mimetype == "application/pdf"
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(answer.data)).pages]


def living(home: Home, who: Someone) -> int:
    """How many letters to somebody can be used."""
    with home.village.work() as work:
        return len(living_letters(work.session, [who.person_id], work.now))
