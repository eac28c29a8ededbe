"""A client whose worker has left the service: who may take it over, what that leaves, and what is refused."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_cases import leaves_employment, loses_account
from tests.builders_journal import acting, another_post
from tests.builders_services import Services, a_client, a_note, an_offer, serving, with_client
from tests.client import Client, Page
from tests.clock import NOW, Clock
from tests.rooms.service_notes.conftest import Files
from tests.rooms.service_notes.test_visibility import listed
from tests.rooms.service_notes.trail import events_in
from tests.signing_in import Visit
from welfare.access.needs import Reading
from welfare.drafts.models import Draft
from welfare.drafts.places import keep_at
from welfare.rules.actors import Role
from welfare.rules.permissions import Permission, decide
from welfare.rules.registers import Register
from welfare.rules.service_records import NoteKind, ServiceDesk
from welfare.rules.service_workers import HandOverAnswer
from welfare.service_notes.actions import ClientNotVacantError, ConflictNotDeniedError, TakeOver, take_over
from welfare.service_notes.actions.drafting import draft_of_correction, draft_of_new
from welfare.service_notes.models import ClientFile, HandOver, ServiceNote
from welfare.service_notes.queries import load_vacant, vacant_for

TODAY = NOW.date()
DECIDED = "Vastaava kuraattori jakoi asiakkaat."


def address(file_id: UUID) -> str:
    return f"/clients/without-worker/{file_id}"


def take(client: Client, file_id: UUID, reason: str = DECIDED, status: int = 200) -> Page:
    form = client.get(address(file_id)).form("Take the client over")
    return form.submit(reason=reason, no_conflict="y", status=status)


def saara_leaves(services: Services) -> None:
    leaves_employment(services.village, services.saara, TODAY)


def test_a_colleague_takes_the_client_of_one_who_has_left(services: Services, files: Files, kirsi: Client) -> None:
    village = services.village
    a_note(village, services.saara, files.social, "Sovittiin aamuista.")
    saara_leaves(services)
    page = kirsi.get("/clients").follow("1 client waits for a worker").follow("Aada Metsäpelto")
    assert "Sovittiin aamuista." not in page.text
    assert page.has("Saara Lehtovirta does not work in your service any more")
    done = page.form("Take the client over").submit(reason=DECIDED, no_conflict="y")
    assert done.url == f"/clients/{files.social}"
    assert done.has("Sovittiin aamuista.")
    assert listed(village, services.kirsi) == {files.social}
    assert listed(village, services.saara) == set()
    assert "waits for a worker" not in kirsi.get("/clients").text
    kirsi.get(address(files.social), status=404)


def test_the_register_and_its_log_keep_who_had_the_client_and_why_it_changed_hands(
    services: Services, files: Files, kirsi: Client
) -> None:
    village = services.village
    saara_leaves(services)
    take(kirsi, files.social)
    (event,) = (each for each in events_in(village, village.county_id) if "hand_over" in each.get("codes", {}))
    assert (event["permission"], event["outcome"]) == ("client:take_vacant", "done")
    assert event["codes"] == {"hand_over": "taken_over", "office": "curator", "conflict": "declared_none"}
    assert ["account", services.saara.account_id.hex] in event["subjects"]
    assert DECIDED not in str(event)
    with serving(village, services.kirsi, Permission.CLIENT_READ) as (work, _):
        row = work.session.scalars(select(HandOver)).one()
        assert (row.from_account_id, row.to_account_id) == (services.saara.account_id, services.kirsi.account_id)
        assert row.answer is HandOverAnswer.TAKEN_OVER
        assert work.decrypt(row, HandOver.reason) == DECIDED
    assert kirsi.get(f"/clients/{files.social}/log").has("took the client over from a worker who had left")


def test_what_the_former_worker_had_begun_and_offered_ends(services: Services, files: Files) -> None:
    village = services.village
    note_id = a_note(village, services.saara, files.social)
    other = a_client(village, village.student("Eetu Kallioniemi", village.a_class("9A")), services.saara)
    colleague = village.staff(Role.CURATOR, "Kaarlo Kolmas")
    for file_id in (files.social, other):
        with with_client(village, services.saara, file_id) as (work, file):
            keep_at(work, draft_of_new(file, NoteKind.NOTE), {"information": ["Kesken"]}, 0)
    with with_client(village, services.saara, files.social) as (work, _file):
        place = draft_of_correction(work.session.get_one(ServiceNote, note_id))
        keep_at(work, place, {"reason": ["Kesken"]}, 0)
    an_offer(village, services.saara, files.social, colleague)
    saara_leaves(services)
    taken(village, services.kirsi, files.social)
    with village.ledger.transaction() as transaction:
        assert [row.subject_id for row in transaction.session.scalars(select(Draft))] == [other]
        answers = set(transaction.session.scalars(select(HandOver.answer)))
    assert answers == {HandOverAnswer.WITHDRAWN, HandOverAnswer.TAKEN_OVER}


def taken(village: Village, who: Someone, file_id: UUID, *, is_declared: bool = True) -> None:
    with serving(village, who, Permission.CLIENT_TAKE_VACANT, load_vacant, file_id) as (work, file):
        assert isinstance(file, ClientFile)
        take_over(work, file, TakeOver(reason=DECIDED, declares_no_conflict=is_declared))


def test_nobody_takes_the_client_of_one_who_still_works(
    services: Services, files: Files, visit: Visit, clock: Clock
) -> None:
    """Her last day is a day of work; a shut account or an absence is no end of the employment."""
    village = services.village
    loses_account(village, services.saara)
    leaves_employment(village, services.saara, TODAY + timedelta(days=1))
    visit(services.kirsi).get(address(files.social), status=404)
    with pytest.raises(ClientNotVacantError):
        taken(village, services.kirsi, files.social)
    clock.forward(days=1)
    take(visit(services.kirsi), files.social)


def test_another_service_another_school_and_an_office_find_nothing(
    services: Services, files: Files, visit: Visit
) -> None:
    village = services.village
    elsewhere = village.staff(Role.CURATOR, "Elli Etäinen", school_id=village.another_school())
    saara_leaves(services)
    others = (services.mirja, services.pasi, elsewhere, village.staff(Role.ADMINISTRATOR, "Arja Ylläpito"))
    for who in others:
        visit(who).get(address(files.social), status=404)
        with pytest.raises(ClientNotVacantError):
            taken(village, who, files.social)
    visit(services.kirsi).get(address(files.social))


def test_a_post_of_another_service_opens_only_what_is_its_own(services: Services, files: Files, visit: Visit) -> None:
    """Pasi becomes a curator as well: now the curator's client is one that he may take over."""
    saara_leaves(services)
    visit(services.pasi).get(address(files.social), status=404)
    another_post(services.village, services.pasi, Role.CURATOR)
    visit(services.pasi).get(address(files.social))


def test_two_colleagues_do_not_take_the_same_client(services: Services, files: Files, kirsi: Client) -> None:
    village = services.village
    third = village.staff(Role.CURATOR, "Kaarlo Kolmas")
    saara_leaves(services)
    form = kirsi.get(address(files.social)).form("Take the client over").fill(reason=DECIDED, no_conflict="y")
    taken(village, third, files.social)
    form.submit(status=404)
    with pytest.raises(ClientNotVacantError):
        taken(village, services.kirsi, files.social)
    assert listed(village, third) == {files.social}


def test_why_is_asked(services: Services, files: Files, kirsi: Client) -> None:
    saara_leaves(services)
    page = take(kirsi, files.social, reason="", status=422)
    assert page.field_error("reason") == "Error: Write why you take the client over."
    assert listed(services.village, services.kirsi) == set()


def test_nobody_takes_a_client_over_without_the_word_that_no_conflict_stands_in_the_way(
    services: Services, files: Files, kirsi: Client
) -> None:
    """The conflicts of the welfare register cannot be asked for across registers, so the taker's own word is asked."""
    village = services.village
    saara_leaves(services)
    page = kirsi.get(address(files.social)).form("Take the client over").submit(reason=DECIDED, status=422)
    assert page.field_error("no_conflict").startswith("Error: Tick that you have no conflict of interest.")
    assert page.form("Take the client over").data["reason"] == DECIDED
    with pytest.raises(ConflictNotDeniedError):
        taken(village, services.kirsi, files.social, is_declared=False)
    assert listed(village, services.kirsi) == set()
    page.form("Take the client over").submit(no_conflict="y")
    assert listed(village, services.kirsi) == {files.social}


def test_an_ended_record_is_neither_listed_nor_taken_over(services: Services, files: Files, kirsi: Client) -> None:
    """Nobody gives that service, so nobody's task needs the record (TihL 16 §); docs/registers.md says what then."""
    village = services.village
    eetu = village.student("Eetu Kallioniemi", village.a_class("9A"))
    ended = a_client(village, eetu, services.saara)
    a_note(village, services.saara, ended, "Tavoitteet saavutettu.", NoteKind.ENDED)
    saara_leaves(services)
    kirsi.names = ("Metsäpelto", "Aada", "Kallioniemi", "Eetu")
    page = kirsi.get("/clients/without-worker")
    assert "Eetu" not in page.text
    assert page.has("Aada Metsäpelto")
    kirsi.get(address(ended), status=404)
    with pytest.raises(ClientNotVacantError):
        taken(village, services.kirsi, ended)
    assert listed(village, services.kirsi) == set()
    taken(village, services.kirsi, files.social)
    assert listed(village, services.kirsi) == {files.social}


def test_who_begins_a_record_of_such_a_client_is_led_to_it(services: Services, files: Files, kirsi: Client) -> None:
    begin = f"/clients/new/{services.aada.person_id}"
    answers: dict[str, Any] = {"initiator": "student", "grounds": "Pyysi itse."}
    page = kirsi.get(begin).form("Begin the record").submit(status=409, **answers)
    assert page.has("Ask for a hand-over")
    saara_leaves(services)
    page = kirsi.get(begin).form("Begin the record").submit(**answers)
    assert page.url == address(files.social)
    assert page.has("its worker has left")


@pytest.mark.usefixtures("files")
def test_the_list_is_what_the_rule_permits_for_everybody(services: Services, clock: Clock) -> None:
    village = services.village
    pupil = village.student("Eetu Kallioniemi", village.a_class("9A"))
    a_client(village, pupil, services.kirsi)
    ended = a_client(village, village.student("Onni Lehto", village.a_class("9A")), services.kirsi)
    a_note(village, services.kirsi, ended, "Valmista.", NoteKind.ENDED)
    leaves_employment(village, services.saara, TODAY + timedelta(days=1))
    leaves_employment(village, services.kirsi, TODAY + timedelta(days=2))
    village.staff(Role.CURATOR, "Kaarlo Kolmas")
    everybody = (*services.workers, village.staff(Role.CURATOR, "Kaija Neljäs"), services.aada)
    found = []
    for _day in range(3):
        found.append([shown(village, who) for who in everybody])
        assert found[-1] == [permitted(village, who) for who in everybody], clock.now
        clock.forward(days=1)
    assert [sum(len(files) for files in day) for day in found] == [0, 2, 2]


def shown(village: Village, who: Someone) -> set[UUID]:
    with village.ledger.transaction() as transaction:
        on = village.ledger.clock().date()
        actor = acting(transaction.session, who, on)
        desks = (ServiceDesk(register, village.county_id) for register in Register)
        return {file.id for desk in desks for file in vacant_for(transaction.session, actor, on, desk)}


def permitted(village: Village, who: Someone) -> set[UUID]:
    with village.ledger.transaction() as transaction:
        session, now = transaction.session, village.ledger.clock()
        actor = acting(session, who, now.date())
        found = set()
        for file_id in session.scalars(select(ClientFile.id)).all():
            loaded = load_vacant(Reading(session, actor, now, {}), file_id)
            if loaded and decide(actor, Permission.CLIENT_TAKE_VACANT, loaded.facts).is_granted:
                found.add(file_id)
        return found
