"""The officer's desk: who did what and why; every look leaves its own event, and nobody else looks."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import text

from tests.builders import Someone, Village, system_work
from tests.client import Client
from tests.rooms.oversight.deeds import Deeds, open_first, rows
from welfare.audit.event import Outcome
from welfare.audit.ledger import Ledger
from welfare.people.models import Person
from welfare.rules.actors import Role
from welfare.rules.permissions import Permission
from welfare.rules.registers import HOUSE, Register

SignIn = Callable[[Someone], Client]
WORDS = ("Saara Lehtovirta", "Aava Niemi", "member of the expert group", "Student welfare register", "192.0.2.7")


def test_the_officer_sees_who_did_what_and_why(desk: Client, deeds: Deeds, principal: Someone, pupil: Someone) -> None:
    deeds.leave(principal, Permission.JOURNAL_READ, about=pupil.person_id)
    page = desk.get("/audit")
    assert page.heading == "Audit trail"
    assert rows(page)[0][1:] == ["Pirkko Rehtori Curator", "Reading a journal", "Done", "Person"]
    event = open_first(page)
    assert event.heading == "Reading a journal"
    for words in ("Pirkko Rehtori", *WORDS[1:]):
        assert event.has(words), words


def test_staff_of_the_county_are_named_in_the_list_and_their_own_officer_opens_the_event(
    desk: Client, deeds: Deeds, curator: Someone
) -> None:
    deeds.leave(curator, Permission.CASE_READ)
    page = desk.get("/audit")
    assert rows(page)[0][1] == "Saara Lehtovirta Curator"


def test_the_list_names_no_pupil(desk: Client, deeds: Deeds, principal: Someone, pupil: Someone) -> None:
    deeds.leave(principal, Permission.CASE_READ, about=pupil.person_id)
    deeds.leave(pupil, Permission.REQUEST_SENT_LIST)
    desk.canaries = ("Aava", "Niemi")
    assert [row[2] for row in rows(desk.get("/audit"))[:2]] == ["Listing one’s own requests", "Reading a matter"]


def test_every_reading_of_the_trail_leaves_an_event_in_the_chain_read(
    desk: Client, deeds: Deeds, principal: Someone, pupil: Someone
) -> None:
    deeds.leave(principal, Permission.CASE_READ, about=pupil.person_id)
    page = desk.get(f"/audit?about={pupil.person_id.hex}&deeds=matters")
    left = deeds.last()
    assert left["permission"] == "audit:read"
    assert ["person", pupil.person_id.hex] in left["subjects"]
    assert left["codes"] == {"listed": 1, "question": [f"about={pupil.person_id.hex}", "deeds=matters"]}
    event = open_first(page)
    assert deeds.last()["codes"] == {"event": int(event.url.partition("?")[0].rpartition("/")[2])}
    assert ["person", pupil.person_id.hex] in deeds.last()["subjects"]


def test_nobody_else_has_such_a_desk(
    village: Village, curator: Someone, principal: Someone, pupil: Someone, sign_in: SignIn
) -> None:
    for who in (curator, principal, pupil, village.staff(Role.ADMINISTRATOR, "Antti Ahti")):
        client = sign_in(who)
        client.get("/audit", status=404)
        client.get(f"/audit/{village.provider_id}/1", status=404)


def test_a_refused_look_stands_in_the_trail(desk: Client, principal: Someone, sign_in: SignIn) -> None:
    sign_in(principal).get("/audit", status=404)
    assert [row[2:4] for row in rows(desk.get("/audit?outcome=refused"))] == [["Reading the audit trail", "Refused"]]


def test_another_controllers_chain_is_not_there(desk: Client, deeds: Deeds, village: Village, curator: Someone) -> None:
    deeds.leave(curator, Permission.CASE_READ, chain_id=village.county_id)
    desk.get(f"/audit/{village.county_id}/1", status=404)
    assert rows(desk.get("/audit?deeds=matters")) == []
    deeds.leave(curator, Permission.CASE_READ)
    assert len(rows(desk.get("/audit?deeds=matters"))) == 1


@pytest.mark.parametrize("place", ["{}/99999", "{}/0", "{}/9223372036854775807", "{}/9223372036854775808"])
def test_an_event_that_is_not_there_is_not_found(desk: Client, village: Village, place: str) -> None:
    desk.get(f"/audit/{place.format(village.provider_id)}", status=404)


def test_of_the_houses_own_chain_only_own_people_are_seen(
    desk: Client, deeds: Deeds, principal: Someone, curator: Someone
) -> None:
    """The principal is the provider's, the curator the county's; the officer serves the provider."""
    deeds.leave(curator, Permission.DRAFT_KEEP, chain_id=HOUSE)
    hidden = deeds.last(HOUSE)["seq"]
    assert rows(desk.get("/audit?deeds=overviews")) == []
    deeds.leave(principal, Permission.DRAFT_KEEP, chain_id=HOUSE)
    assert len(rows(desk.get("/audit?deeds=overviews"))) == 1
    desk.get(f"/audit/{HOUSE}/{hidden}", status=404)
    desk.get(f"/audit/{HOUSE}/{deeds.last(HOUSE)['seq']}")


def test_what_strangers_try_with_an_own_account_is_seen_too(
    desk: Client, ledger: Ledger, deeds: Deeds, principal: Someone
) -> None:
    with system_work(ledger) as work:
        work.note(HOUSE, Register.SESSION, ("account", principal.account_id), result="wrong_password")
    page = desk.get("/audit?deeds=system")
    assert "Account" in [row[4] for row in rows(page)]
    assert desk.get(f"/audit/{HOUSE}/{deeds.last(HOUSE)['seq']}").has("wrong_password")


def test_long_lists_go_on_from_the_last_event(desk: Client, deeds: Deeds, principal: Someone) -> None:
    for _ in range(55):
        deeds.leave(principal, Permission.CASE_READ)
    first = desk.get("/audit?deeds=matters")
    second = first.follow("Older events")
    assert (len(rows(first)), len(rows(second))) == (50, 5)
    assert "Older events" not in second.links


def test_the_state_of_the_chains_stands_below(desk: Client, app: Flask, village: Village) -> None:
    chains = desk.get("/audit").by_id("chains")
    assert "Rannan kunta" in chains.text
    assert "Not yet" in chains.text
    app.extensions["anchoring"].anchor_all()
    assert "23 Nov 2026" in desk.get("/audit").by_id("chains").text
    (app.extensions["settings"].anchors / f"{village.provider_id.hex}.anchors").write_text("spoilt\n")
    assert "The anchor is spoilt" in desk.get("/audit").by_id("chains").text


def test_a_text_that_could_not_be_opened_is_marked(desk: Client, ledger: Ledger, pupil: Someone) -> None:
    with system_work(ledger) as work:
        blob = work.session.get_one(Person, pupil.person_id).identity.blob
        assert blob is not None
        spoilt = {"blob": blob[:-1] + bytes([blob[-1] ^ 1])}
        work.session.execute(text("UPDATE person SET identity = :blob WHERE kind = 'student'"), spoilt)
    with system_work(ledger) as work:
        assert work.decrypt(work.session.get_one(Person, pupil.person_id), Person.identity) == ""
    page = desk.get("/audit")
    assert page.has("Broken text")
    assert open_first(page).has("Person: name and birth date")


def test_an_event_about_thousands_is_only_counted(desk: Client, ledger: Ledger, village: Village) -> None:
    with system_work(ledger) as work:
        work.note(village.provider_id, Register.DIRECTORY, *(("person", UUID(int=n + 1)) for n in range(3000)))
    page = desk.get("/audit")
    assert rows(page)[0][4] == "very many"
    assert open_first(page).has("3000 people")


def test_a_refused_act_and_a_failed_one_are_told_apart(desk: Client, deeds: Deeds, principal: Someone) -> None:
    deeds.leave(principal, Permission.CASE_READ, outcome=Outcome.REFUSED, about=uuid4())
    deeds.leave(principal, Permission.CASE_READ, outcome=Outcome.FAILED)
    assert [row[3] for row in rows(desk.get("/audit?deeds=matters"))] == ["Failed", "Refused"]
