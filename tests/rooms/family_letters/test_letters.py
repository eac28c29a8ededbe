"""Letters to the own pages: one code, one person, once; nothing in them tells of a matter or of a hidden place."""

import pytest
from flask import Flask
from sqlalchemy import select

from tests.clock import Clock
from tests.rooms.accounts.browsers import a_browser
from tests.rooms.family_letters.conftest import BORN, PASSWORD, Home, code_in, come, letters
from tests.signing_in import Visit
from welfare.accounts.passwords import EMBEDDED
from welfare.accounts.queries import account_of
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.family_letters.actions import ComeIn, LetterRefusedError, use_letter
from welfare.family_letters.models import FamilyLetter
from welfare.mail.models import Mail
from welfare.people.models import Person
from welfare.rules.orders import MailKind


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
    with home.village.work() as work:
        told = work.session.execute(select(Mail.kind, Mail.person_id)).all()
    assert [tuple(row) for row in told] == [(MailKind.WAY_IN_OPENED, home.aada.person_id)], "whoever it was"
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


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_nothing_typed_is_taken_that_could_not_be_used(app: Flask, home: Home, visit: Visit) -> None:
    code = code_in(letters(visit(home.secretary), home, home.aada)[0])
    for change in ({"proof": "eilen"}, {"username": "a b"}, {"new_password": "lyhyt", "again": "lyhyt"}):
        form = a_browser(app).get("/letter").form("#letter").fill(code=code, proof=BORN["aada"], username="aada.m")
        page = form.fill(**{"new_password": PASSWORD, "again": PASSWORD, **change}).submit(status=422)
        assert page.field_error(next(iter(change)))
    assert come(app, code, BORN["aada"]).heading == "Hello, Aada!"


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


def test_all_choices_are_taken_away_by_one_link_when_one_person_alone_gets_a_letter(home: Home, visit: Visit) -> None:
    client = visit(home.secretary)
    page = client.get(home.address)
    assert page.form("Make the letters (PDF)").data.getlist("people")
    page = page.follow("Choose nobody yet")
    assert not page.form("Make the letters (PDF)").data.getlist("people")
    assert page.follow("Choose everybody without a way in").form("Make the letters (PDF)").data.getlist("people")
