"""Letters to the own pages: one code, one person, once; nothing in them tells of a matter or of a hidden place."""

import re
from io import BytesIO
from typing import NamedTuple
from uuid import UUID

import pytest
from flask import Flask
from pypdf import PdfReader
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_cases import a_bare_case
from tests.client import Client, Page
from tests.clock import Clock
from tests.rooms.accounts.browsers import a_browser
from tests.rooms.accounts.trail import codes_of
from tests.signing_in import Visit
from welfare.accounts.models import Account
from welfare.accounts.passwords import EMBEDDED
from welfare.accounts.queries import account_of
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.family_letters.actions import ComeIn, LetterRefusedError, use_letter
from welfare.family_letters.models import FamilyLetter
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


@pytest.fixture
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
    answer = client.flask.post(home.address, data=form.data)
    assert answer.mimetype == "application/pdf"
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(answer.data)).pages]


def code_in(letter: str) -> str:
    found = CODE.search(letter)
    assert found is not None
    return found[0]


def come(app: Flask, code: str, proof: str, username: str = "aada.m", **more: object) -> Page:
    form = a_browser(app).get("/letter").form("#letter")
    return form.fill(code=code, proof=proof, username=username, new_password=PASSWORD, again=PASSWORD).submit(**more)  # type: ignore[arg-type]


def notes(ledger: Ledger, home: Home) -> list[object]:
    del home
    return codes_of(ledger, "letter")


def test_a_class_gets_its_letters_at_once_each_in_the_language_of_its_reader(home: Home, visit: Visit) -> None:
    office = visit(home.secretary)
    page = office.get("/").follow("Letters to the own pages").follow("8B")
    assert page.has("Guardian of Aada Metsäpelto")
    made = letters(office, home)
    assert [name in letter for letter, name in zip(made, ("Aada", "Metsäpelto", "Metsäpelto"), strict=True)] == [
        True
    ] * 3
    assert "Omat sivusi opiskeluhuollossa" in made[0]
    assert all("Dina egna sidor" in letter for letter in made[1:])
    assert len({code_in(letter) for letter in made}) == len(made)
    assert all("http://localhost/letter" in letter for letter in made)
    assert office.get(home.address).has("Has a letter that is good until 23 Dec 2026")


def test_the_letter_leads_to_the_own_pages_once(app: Flask, home: Home, visit: Visit) -> None:
    code = code_in(letters(visit(home.secretary), home, home.aada)[0])
    page = come(app, code.upper().replace(" ", "-"), BORN["aada"])
    assert page.heading == "Hello, Aada!"
    assert come(app, code, BORN["aada"], "aada.toinen", status=422).errors


def test_one_guardian_cannot_use_the_letter_of_the_other_and_it_stays_good_for_its_reader(
    app: Flask, home: Home, visit: Visit, ledger: Ledger
) -> None:
    code = code_in(letters(visit(home.secretary), home, home.tiina)[0])
    page = come(app, code, BORN["kari"], "kari.m", status=422)
    assert page.has("do not belong together")
    with ledger.transaction() as transaction:
        bodies = transaction.session.scalars(select(AuditEvent.body)).all()
    assert any('"letter":"wrong_person"' in str(body) or b'"wrong_person"' in _bytes(body) for body in bodies)
    assert come(app, code, BORN["tiina"], "tiina.m").heading == "Hello, Tiina!"


def _bytes(body: object) -> bytes:
    return body if isinstance(body, bytes) else str(body).encode()


def test_another_proof_is_waited_for_after_five_wrong_ones(app: Flask, home: Home, visit: Visit, clock: Clock) -> None:
    code = code_in(letters(visit(home.secretary), home, home.tiina)[0])
    for _turn in range(5):
        come(app, code, BORN["kari"], status=422)
    assert come(app, code, BORN["tiina"], "tiina.m", status=429).has("Too many tries. Wait")
    clock.forward(seconds=16)
    assert come(app, code, BORN["tiina"], "tiina.m").heading == "Hello, Tiina!"


def test_a_new_letter_ends_the_one_before_and_an_old_one_ends_by_itself(
    app: Flask, home: Home, visit: Visit, clock: Clock
) -> None:
    office = visit(home.secretary)
    first = code_in(letters(office, home, home.aada)[0])
    second = code_in(letters(office, home, home.aada)[0])
    assert come(app, first, BORN["aada"], status=422).errors
    clock.forward(days=30)
    assert come(app, second, BORN["aada"], status=422).errors
    third = code_in(letters(visit(home.secretary), home, home.aada)[0])
    assert come(app, third, BORN["aada"]).heading == "Hello, Aada!"


def test_a_letter_opens_a_forgotten_account_anew(app: Flask, home: Home, visit: Visit) -> None:
    office = visit(home.secretary)
    come(app, code_in(letters(office, home, home.aada)[0]), BORN["aada"], "aada.ennen")
    assert office.get(home.address).has("Has an account")
    come(app, code_in(letters(office, home, home.aada)[0]), BORN["aada"], "aada.nyt")
    for username, heading in (("aada.ennen", "Sign in"), ("aada.nyt", "Hello, Aada!")):
        form = a_browser(app).get("/sign-in").form("#sign-in").fill(username=username, password=PASSWORD)
        assert form.submit(status=200 if username == "aada.nyt" else 422).heading == heading


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_thousand_guesses_find_nothing(app: Flask, home: Home, visit: Visit, clock: Clock) -> None:
    code = code_in(letters(visit(home.secretary), home, home.aada)[0])
    client = a_browser(app)
    form = client.get("/letter").form("#letter")
    form.fill(proof=BORN["aada"], username="aada.m", new_password=PASSWORD, again=PASSWORD)
    answers = []
    for turn in range(1000):
        form.data["code"] = f"{turn:016d}".translate(str.maketrans("01", "ab"))
        answers.append(client.flask.post("/letter", data=form.data).status_code)
    assert set(answers) == {422, 429}
    assert answers.count(422) <= 30
    clock.forward(minutes=16)
    assert come(app, code, BORN["aada"]).heading == "Hello, Aada!"


def test_the_code_lies_nowhere_but_on_the_paper(home: Home, visit: Visit, ledger: Ledger) -> None:
    code = code_in(letters(visit(home.secretary), home, home.aada)[0]).replace(" ", "")
    with ledger.transaction() as transaction:
        digest = transaction.session.scalars(select(FamilyLetter.digest)).one()
        bodies = transaction.session.scalars(select(AuditEvent.body)).all()
    assert code.encode() not in digest
    assert not [body for body in bodies if code.encode() in _bytes(body)]


def test_the_letter_is_the_same_whether_there_is_a_matter_or_not(home: Home, visit: Visit) -> None:
    office = visit(home.secretary)
    before = CODE.sub("CODE", letters(office, home, home.aada)[0])
    a_bare_case(home.village, home.aada, home.village.staff(Role.CURATOR, "Saara Lehtovirta"))
    after = CODE.sub("CODE", letters(office, home, home.aada)[0])
    assert _without_digest(after) == _without_digest(before)


def _without_digest(text: str) -> str:
    return re.sub(r"[0-9a-f]{16}", "DIGEST", text)


@pytest.mark.parametrize("is_restricted", [True, False])
def test_under_non_disclosure_a_letter_names_no_place(home: Home, visit: Visit, *, is_restricted: bool) -> None:
    with home.village.work() as work:
        work.session.get_one(Person, home.aada.person_id).is_restricted = is_restricted
    for letter in letters(visit(home.secretary), home, home.aada, home.kari):
        assert ("Koivurannan koulu" in letter or "Koivurannan skola" in letter) is not is_restricted


@pytest.mark.parametrize("is_restricted", [True, False])
def test_beside_a_hidden_guardian_no_letter_of_the_family_names_a_place(
    home: Home, visit: Visit, *, is_restricted: bool
) -> None:
    with home.village.work() as work:
        work.session.get_one(Person, home.tiina.person_id).is_restricted = is_restricted
    for letter in letters(visit(home.secretary), home):
        assert ("Koivurannan koulu" in letter or "Koivurannan skola" in letter) is not is_restricted
    page = visit(home.village.staff(Role.ADMINISTRATOR, "Pia Pääkäyttäjä")).get(home.address)
    assert page.has("Tiina Metsäpelto") is not is_restricted
    assert page.has("Kari Metsäpelto")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_nothing_typed_is_taken_that_could_not_be_used(app: Flask, home: Home, visit: Visit) -> None:
    code = code_in(letters(visit(home.secretary), home, home.aada)[0])
    for change in ({"proof": "eilen"}, {"username": "a b"}, {"new_password": "lyhyt", "again": "lyhyt"}):
        form = a_browser(app).get("/letter").form("#letter").fill(code=code, proof=BORN["aada"], username="aada.m")
        page = form.fill(**{"new_password": PASSWORD, "again": PASSWORD, **change}).submit(status=422)
        assert page.field_error(next(iter(change)))
    assert come(app, code, BORN["aada"]).heading == "Hello, Aada!"


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_whoever_could_prove_nothing_gets_no_letter(home: Home, visit: Visit) -> None:
    with home.village.work() as work:
        person = work.session.get_one(Person, home.kari.person_id)
        work.encrypt_document(person, Person.identity, {"given_name": "Kari", "family_name": "M", "birth_date": ""})
    page = visit(home.secretary).get(home.address)
    assert page.has("No letter can be made")
    assert str(home.kari.person_id) not in page.form("Make the letters (PDF)").options["people"].values()
    assert UUID(int=0) not in page.form("Make the letters (PDF)").options["people"].values()


def test_a_letter_that_a_newer_one_ended_after_it_was_found_opens_nothing(home: Home, visit: Visit) -> None:
    office = visit(home.secretary)
    letters(office, home, home.aada)
    letters(office, home, home.aada)
    with home.village.work() as work:
        person = work.session.get_one(Person, home.aada.person_id)
        ended, living = work.session.scalars(select(FamilyLetter).order_by(FamilyLetter.ended_at.is_(None))).all()
        with pytest.raises(LetterRefusedError):
            use_letter(work, ended, person, ComeIn("aada.m", PASSWORD), EMBEDDED)
        assert account_of(work.session, person.id) is None
        assert use_letter(work, living, person, ComeIn("aada.m", PASSWORD), EMBEDDED).person_id == person.id


def test_a_hidden_pupil_is_known_to_the_office_of_the_school_alone(home: Home, visit: Visit) -> None:
    with home.village.work() as work:
        work.session.get_one(Person, home.aada.person_id).is_restricted = True
    assert visit(home.secretary).get(home.address).has("Aada Metsäpelto")
    administrator = visit(home.village.staff(Role.ADMINISTRATOR, "Pia Pääkäyttäjä"))
    page = administrator.get(home.address)
    assert not page.has("Metsäpelto")
    assert page.has("get their letters from the school’s own office")
    with home.village.work() as work:
        work.session.get_one(Person, home.aada.person_id).is_restricted = False
    assert administrator.get(home.address).has("Aada Metsäpelto")


def test_all_choices_are_taken_away_by_one_link_when_one_person_alone_gets_a_letter(home: Home, visit: Visit) -> None:
    client = visit(home.secretary)
    page = client.get(home.address)
    assert page.form("Make the letters (PDF)").data.getlist("people")
    page = page.follow("Choose nobody yet")
    assert not page.form("Make the letters (PDF)").data.getlist("people")
    assert page.follow("Choose everybody without a way in").form("Make the letters (PDF)").data.getlist("people")
