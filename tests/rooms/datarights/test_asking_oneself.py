"""Asking on the own pages: "this looks odd", a receipt with its last day, and one open request of a person."""

from uuid import uuid4

from sqlalchemy import select

from tests.builders_services import a_client
from tests.client import Client, Page
from tests.clock import Clock
from tests.rooms.datarights.conftest import UNSURE, Desk
from tests.rooms.datarights.test_log_requests import _county_officer
from tests.signing_in import Visit
from welfare.datarights.asked import IdentityWay
from welfare.datarights.models import LogRequest
from welfare.rules.log_requests import Asker
from welfare.rules.registers import Register

RECEIVED, FORM = "Received. You are answered by 23 Dec 2026.", "Send to the data protection officer"


def ask(desk: Desk, client: Client, words: str = "", register: str = "welfare") -> Page:
    """Go from who has read, and send."""
    page = client.get(f"/own/{desk.pupil.person_id}/read").follow("This looks odd")
    return page.form(FORM).submit(words=words, register=register)


def requests(desk: Desk) -> list[LogRequest]:
    """What stands at the desk, by who asks."""
    with desk.village.ledger.transaction() as transaction:
        found = list(transaction.session.scalars(select(LogRequest).order_by(LogRequest.asker)))
        transaction.session.expunge_all()
        return found


def test_a_student_asks_is_given_a_receipt_and_the_officer_finds_the_words(desk: Desk, visit: Visit) -> None:
    page = ask(desk, visit(desk.pupil), words="Outo nimi.")
    assert page.has(RECEIVED)
    assert page.has("Your request has been received")
    shown = desk.client.get("/rights/logs").follow(requests(desk)[0].number)
    for words in ("Outo nimi.", "Aada Metsäpelto", "Asked while signed in", "Asked for"):
        assert shown.has(words)
    given = shown.form("Give the log").submit(account="Katselut kuuluivat tehtäviin.")
    assert given.has("The report is made.")


def test_while_one_waits_there_is_no_second_and_after_the_answer_there_may_be(desk: Desk, visit: Visit) -> None:
    pupil = visit(desk.pupil)
    earlier = pupil.get(f"/own/{desk.pupil.person_id}/read/odd")
    ask(desk, pupil)
    again = earlier.form(FORM).submit(words="Vielä kerran.")
    page = pupil.get(f"/own/{desk.pupil.person_id}/read/odd")
    assert page.has("Answer at the latest")
    assert "What the group at school has written" not in page.form(FORM).options["register"]
    [row] = requests(desk)
    assert again.has(row.number)
    url = f"/rights/logs/{row.id}"
    desk.client.get(url).form("Give the log").submit(account="Kaikki kuului tehtävään.")
    desk.client.get(f"{url}/send").form("Save").submit(by="own_page")
    assert ask(desk, pupil).has(RECEIVED)
    assert len(requests(desk)) == 2


def test_a_guardian_asks_as_a_guardian_and_neither_sees_the_others_request(desk: Desk, visit: Visit) -> None:
    assert ask(desk, visit(desk.mother)).has(RECEIVED)
    page = visit(desk.pupil).get(f"/own/{desk.pupil.person_id}/read/odd")
    assert page.has(FORM)
    assert ask(desk, visit(desk.pupil)).has(RECEIVED)
    guardians, own = requests(desk)
    assert (guardians.asker, guardians.asker_id) == (Asker.GUARDIAN, desk.mother.person_id)
    assert (own.asker, own.asker_id, own.identity_way) == (Asker.ONESELF, None, IdentityWay.SIGNED_IN)


def test_a_request_of_somebody_not_made_sure_of_stands_in_nobodys_way(desk: Desk, visit: Visit) -> None:
    desk.receive(**UNSURE)
    assert ask(desk, visit(desk.pupil)).has(RECEIVED)


def test_nobody_asks_about_another_family(desk: Desk, visit: Visit) -> None:
    other = desk.village.student("Eetu Kallio", desk.village.a_class("9A"))
    refused = visit(other).get(f"/own/{desk.pupil.person_id}/read/odd", status=404)
    assert refused.main == visit(other).get(f"/own/{uuid4()}/read/odd", status=404).main, "nor about nobody"
    visit(desk.curator).get(f"/own/{desk.pupil.person_id}/read/odd", status=404)


def test_each_register_goes_to_its_own_desk_with_its_own_time(desk: Desk, visit: Visit) -> None:
    pupil, village = visit(desk.pupil), desk.village
    assert ask(desk, pupil, "Outo.", "psychology").has("Received. You are answered by 23 Jan 2027.")
    page = ask(desk, pupil)
    assert page.has("The psychologist’s records")
    assert page.has("What the group at school has written")
    found = {row.register: row for row in requests(desk)}
    assert {register: row.controller_id for register, row in found.items()} == {
        Register.PSYCHOLOGY: village.county_id,
        Register.WELFARE: village.provider_id,
    }
    county = visit(_county_officer(village))
    assert county.get(f"/rights/logs/{found[Register.PSYCHOLOGY].id}").has("Outo.")
    county.get(f"/rights/logs/{found[Register.WELFARE].id}", status=404)
    desk.client.get(f"/rights/logs/{found[Register.WELFARE].id}")
    desk.client.get(f"/rights/logs/{found[Register.PSYCHOLOGY].id}", status=404)


def test_the_same_registers_are_offered_whatever_is_kept_in_them(desk: Desk, visit: Visit) -> None:
    url = f"/own/{desk.pupil.person_id}/read/odd"
    before = visit(desk.mother).get(url).form(FORM).options["register"]
    a_client(desk.village, desk.pupil, desk.curator)
    assert visit(desk.mother).get(url).form(FORM).options["register"] == before
    assert len(before) == len(visit(desk.pupil).get(url).form(FORM).options["register"]) == 4


def test_with_every_register_asked_about_there_is_nothing_left_to_send(desk: Desk, visit: Visit) -> None:
    pupil = visit(desk.pupil)
    for register in ("welfare", "social", "psychology"):
        assert ask(desk, pupil, register=register).has(FORM)
    assert not ask(desk, pupil, register="health").has(FORM)


def test_an_answer_by_the_own_page_is_read_there_for_a_month_by_whoever_asked_alone(
    desk: Desk, visit: Visit, clock: Clock
) -> None:
    desk.looked()
    ask(desk, visit(desk.pupil))
    [row] = requests(desk)
    url, own = f"/rights/logs/{row.id}", f"/own/{desk.pupil.person_id}/read/odd"
    desk.client.get(url).form("Give the log").submit(account="Katselut kuuluivat tehtäviin.")
    assert not visit(desk.pupil).get(own).has("The answer to your request")
    page = desk.client.get(f"{url}/send").form("Save").submit(by="own_page")
    page.form("Close the request about the log").submit()
    page = visit(desk.pupil).get(f"/own/{desk.pupil.person_id}/read").follow("Read the answer")
    for words in (f"The answer to your request {row.number}", "Katselut kuuluivat tehtäviin.", "Saara Lehtovirta"):
        assert page.has(words)
    assert not visit(desk.mother).get(own).has("The answer to your request")
    clock.forward(days=31)
    assert not visit(desk.pupil).get(own).has("The answer to your request")
    assert not visit(desk.pupil).get(f"/own/{desk.pupil.person_id}/read").has("has been answered")


def test_what_was_sent_otherwise_does_not_stand_on_the_own_page(desk: Desk, visit: Visit) -> None:
    ask(desk, visit(desk.pupil))
    [row] = requests(desk)
    url = f"/rights/logs/{row.id}"
    desk.client.get(url).form("Give the log").submit(account="Kaikki kuului tehtävään.")
    desk.client.get(f"{url}/send").form("Save").submit(by="post")
    assert not visit(desk.pupil).get(f"/own/{desk.pupil.person_id}/read/odd").has("The answer to your request")
