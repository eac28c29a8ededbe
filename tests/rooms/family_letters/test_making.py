"""Letters are made once however often the button is pressed, and name neither a matter nor a hidden place."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from tests.builders import Someone
from tests.builders_cases import a_bare_case
from tests.builders_requests import at_work
from tests.clock import Clock
from tests.rooms.family_letters.conftest import BORN, CODE, Home, code_in, come, letters, living, pages_of
from tests.signing_in import Visit
from welfare.family_letters.actions import make_letters
from welfare.people.models import Person
from welfare.rules.actors import Role
from welfare.rules.permissions import Permission


def test_a_second_press_gives_the_same_letter_again_and_one_code_is_good(
    app: Flask, home: Home, visit: Visit, clock: Clock
) -> None:
    """What the first press answered is gone from the screen."""
    office = visit(home.secretary)
    form = office.get(home.address).form("Make the letters (PDF)")
    form.data.setlist("people", [str(home.aada.person_id)])
    codes = [code_in(pages_of(office, home, form.data)[0]) for _press in range(2)]
    assert codes[0] == codes[1]
    assert living(home, home.aada) == 1
    other = MultiDict({**form.data, "people": str(home.kari.person_id)})
    assert code_in(pages_of(office, home, other)[0]) != codes[0]
    clock.forward(minutes=11)
    answer = office.flask.post(home.address, data=form.data)
    assert answer.status_code == 422
    assert "have been made already" in answer.text
    assert come(app, codes[0], BORN["aada"]).heading == "Hello, Aada!"


def test_the_letters_of_a_form_are_not_given_again_once_one_is_used(app: Flask, home: Home, visit: Visit) -> None:
    office = visit(home.secretary)
    form = office.get(home.address).form("Make the letters (PDF)")
    form.data.setlist("people", [str(home.aada.person_id)])
    code = code_in(pages_of(office, home, form.data)[0])
    assert come(app, code, BORN["aada"]).heading == "Hello, Aada!"
    assert office.flask.post(home.address, data=form.data).status_code == 422
    assert living(home, home.aada) == 0


def test_of_two_who_make_letters_at_once_one_has_a_good_code(home: Home) -> None:
    """The second waits for the first, and ends its letter."""
    second = home.village.staff(Role.SCHOOL_SECRETARY, "Kaisa Kanslia")
    ready = Barrier(2)

    def make(who: Someone) -> None:
        ready.wait()
        with at_work(home.village, who, Permission.FAMILY_LETTER_MAKE) as work:
            make_letters(work, [work.session.get_one(Person, home.aada.person_id)], f"form of {who.name}")

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(make, (home.secretary, second)))
    assert living(home, home.aada) == 1


def test_the_letter_is_the_same_whether_there_is_a_matter_or_not(home: Home, visit: Visit) -> None:
    office = visit(home.secretary)
    before = CODE.sub("CODE", letters(office, home, home.aada)[0])
    a_bare_case(home.village, home.aada, home.village.staff(Role.CURATOR, "Saara Lehtovirta"))
    after = CODE.sub("CODE", letters(office, home, home.aada)[0])
    assert after == before


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
def test_whoever_could_prove_nothing_gets_no_letter(home: Home, visit: Visit) -> None:
    with home.village.work() as work:
        person = work.session.get_one(Person, home.kari.person_id)
        work.encrypt_document(person, Person.identity, {"given_name": "Kari", "family_name": "M", "birth_date": ""})
    page = visit(home.secretary).get(home.address)
    assert page.has("No letter can be made")
    assert str(home.kari.person_id) not in page.form("Make the letters (PDF)").options["people"].values()
    assert UUID(int=0) not in page.form("Make the letters (PDF)").options["people"].values()


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
