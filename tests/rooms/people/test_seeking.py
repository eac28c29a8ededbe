"""One search for every page that seeks a pupil: what it opens, what it keeps, and what it leaves in the trail."""

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.client import Client, Page
from tests.clock import Clock
from tests.furnishing import furnishes
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.people.identity_codes import CODE_PURPOSE
from welfare.people.models import Assignment, Enrolment, Person
from welfare.people.name_cache import NameCache
from welfare.people.pages import seeking
from welfare.rules.actors import Role

PLACES = [("/search", "q"), ("/requests/new", "name"), ("/cases/new", "words")]
CODE, OTHER_CODE, WRONG_CODE = "050512A900C", "060612A901V", "050512A900D"
EVERYWHERE = pytest.mark.parametrize(("address", "field"), PLACES)


@dataclass(frozen=True)
class Scene:
    village: Village
    class_id: UUID
    eetu: Someone
    elias: Someone
    curator: Someone


@furnishes
def scene(village: Village) -> Scene:
    class_id = village.a_class("7A")
    return Scene(
        village,
        class_id,
        village.student("Eetu Mäki-Kallioniemi", class_id),
        village.student("Elias Haapakorpi", class_id),
        village.staff(Role.CURATOR, "Saara Lehtovirta"),
    )


def seek(client: Client, address: str, field: str, words: str) -> Page:
    page = client.get(address)
    form = next(form for form in page.forms if field in form.data and form.node.get("role") != "search")
    return form.fill(**{field: words}).submit()


@dataclass(frozen=True)
class Trace:
    """What one search left, in whichever controllers' chains."""

    codes: dict[str, Any]
    subjects: list[list[str]]
    opened: list[str]


def searches(ledger: Ledger) -> list[Trace]:
    """What each search left, the first first."""
    with ledger.transaction() as transaction:
        told = [json.loads(body) for body in transaction.session.scalars(select(AuditEvent.body))]
    own = sorted(
        (event for event in told if event.get("codes", {}).keys() & {"search", "sought"}),
        key=lambda event: event["seq"],
    )
    return [_trace([each for each in told if each["request"] == event["request"]]) for event in own]


def _trace(events: list[dict[str, Any]]) -> Trace:
    return Trace(
        {code: value for event in events for code, value in event.get("codes", {}).items()},
        [subject for event in events for subject in event["subjects"]],
        [id for event in events for id in event.get("opened", {}).get("person.identity", [])],
    )


@EVERYWHERE
@pytest.mark.parametrize("words", ["maki eetu", "kalioniemi", "makikallioniemi"])
def test_every_search_forgives_the_same_and_names_only_whom_it_found(
    scene: Scene, visit: Visit, ledger: Ledger, address: str, field: str, words: str
) -> None:
    page = seek(visit(scene.curator), address, field, words)
    assert page.has(scene.eetu.name)
    assert not page.has(scene.elias.name)
    [event] = searches(ledger)
    assert event.codes["hits"] == 1
    assert event.opened == [scene.eetu.person_id.hex]
    assert event.subjects == [["person", scene.eetu.person_id.hex]]


@EVERYWHERE
def test_a_second_search_opens_nobody_but_whom_it_finds(
    scene: Scene, visit: Visit, ledger: Ledger, address: str, field: str
) -> None:
    client = visit(scene.curator)
    for words in ("eetu", "elias", "nobody"):
        seek(client, address, field, words)
    first, second, third = searches(ledger)
    assert first.codes["sifted"] == 2
    assert "sifted" not in second.codes
    assert second.subjects == [["person", scene.elias.person_id.hex]]
    assert (third.codes["hits"], third.subjects) == (0, [])


def test_after_a_minute_names_are_opened_anew(scene: Scene, visit: Visit, ledger: Ledger, clock: Clock) -> None:
    client = visit(scene.curator)
    for _ in range(2):
        seek(client, "/search", "q", "eetu")
        clock.forward(seconds=60)
    assert [event.codes.get("sifted") for event in searches(ledger)] == [2, 2]


def test_who_has_left_the_school_a_second_ago_is_found_no_more(scene: Scene, visit: Visit, clock: Clock) -> None:
    client = visit(scene.curator)
    assert seek(client, "/search", "q", "eetu").has(scene.eetu.name)
    with scene.village.work() as work:
        place = work.session.scalars(select(Enrolment).where(Enrolment.student_id == scene.eetu.person_id)).one()
        place.ends_on = clock.now.date() - timedelta(days=1)
    client.canaries = (scene.eetu.name,)
    assert seek(client, "/search", "q", "eetu").has("Nothing found")


def test_whose_post_ended_a_second_ago_finds_nobody(scene: Scene, visit: Visit, clock: Clock) -> None:
    client = visit(scene.curator)
    form = client.get("/search").form("Search")
    assert form.submit(q="eetu").has(scene.eetu.name)
    with scene.village.work() as work:
        post = work.session.scalars(select(Assignment).where(Assignment.person_id == scene.curator.person_id)).one()
        post.ends_on = clock.now.date() - timedelta(days=1)
    client.canaries = (scene.eetu.name,)
    form.submit(q="eetu", status=404)


def test_who_has_another_name_now_is_found_by_it_alone(scene: Scene, visit: Visit) -> None:
    client = visit(scene.curator)
    seek(client, "/search", "q", "eetu")
    with scene.village.work() as work:
        person = work.session.get_one(Person, scene.eetu.person_id)
        names = {"given_name": "Oliver", "family_name": "Salo", "language": "fi", "birth_date": "2012-05-05"}
        work.encrypt_document(person, Person.identity, names)
    client.canaries = ("Oliver",)
    assert seek(client, "/search", "q", "eetu").has("Nothing found")


def test_a_pupil_under_non_disclosure_is_found_by_name_and_not_by_class(scene: Scene, visit: Visit) -> None:
    hidden = scene.village.student("Otso Piilola", scene.village.a_class("9C"), is_restricted=True)
    client = visit(scene.curator)
    assert seek(client, "/search", "q", "otso").has(hidden.name)
    assert seek(client, "/search", "q", "7a").has(scene.eetu.name)
    assert seek(client, "/search", "q", "9c").has("Nothing found")


def test_signing_out_and_forgetting_the_keys_leave_no_name_in_memory(scene: Scene, visit: Visit, app: Flask) -> None:
    cache: NameCache = app.extensions["name_cache"]
    client = visit(scene.curator)
    seek(client, "/search", "q", "eetu")
    assert len(cache) == 1
    app.extensions["keyring"].forget()
    assert len(cache) == 0
    seek(client, "/search", "q", "eetu")
    assert len(cache) == 1
    client.get("/").form("Sign out").submit()
    assert len(cache) == 0


@EVERYWHERE
def test_many_names_are_gone_through_a_part_at_a_time_and_the_words_stay(
    scene: Scene, visit: Visit, ledger: Ledger, monkeypatch: pytest.MonkeyPatch, address: str, field: str
) -> None:
    monkeypatch.setattr(seeking, "AT_ONCE", 1)
    monkeypatch.setattr(seeking, "PATIENCE", 0)
    page = seek(visit(scene.curator), address, field, "eetu")
    assert page.has("1 of 2 names are looked through.")
    assert page.has("Go on searching")
    assert not page.has(scene.eetu.name)
    page = page.form("#seek").submit()
    assert page.has(scene.eetu.name)
    first, second = searches(ledger)
    assert (first.codes["sifted"], first.subjects) == (1, [])
    assert (second.codes["sifted"], second.subjects) == (1, [["person", scene.eetu.person_id.hex]])
    assert first.codes["search"] == second.codes["search"]


def test_without_words_only_a_short_list_is_shown(scene: Scene, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    client = visit(scene.curator)
    assert client.get("/cases/new").has(scene.eetu.name)
    monkeypatch.setattr("welfare.cases.pages.lists.MOST_FOUND", 1)
    client.canaries = (scene.eetu.name, scene.elias.name)
    assert client.get("/cases/new").has("Write a part of the name, or the class.")


@EVERYWHERE
def test_more_hits_than_a_page_holds_are_said_to_be_there(
    scene: Scene, visit: Visit, monkeypatch: pytest.MonkeyPatch, address: str, field: str
) -> None:
    monkeypatch.setattr(seeking, "MOST_FOUND", 1)
    page = seek(visit(scene.curator), address, field, "e")
    assert page.has("There are more. Write more of the name.")


def coded(scene: Scene, who: Someone, code: str) -> None:
    """Give a pupil an identity code, as an import would."""
    with scene.village.work() as work:
        person = work.session.get_one(Person, who.person_id)
        work.encrypt(person, Person.identity_code, code)
        person.identity_code_index = work.fingerprint(person.controller_id, CODE_PURPOSE, code)


@EVERYWHERE
@pytest.mark.parametrize("typed", [CODE, f"  {CODE.lower()} "])
def test_a_whole_identity_code_finds_its_pupil_and_is_kept_nowhere(
    scene: Scene, visit: Visit, ledger: Ledger, address: str, field: str, typed: str
) -> None:
    coded(scene, scene.eetu, CODE)
    page = seek(visit(scene.curator), address, field, typed)
    assert page.has(scene.eetu.name)
    assert page.url == address
    [event] = searches(ledger)
    assert event.codes == {"sought": "identity_code", "may": 1, "hits": 1}
    assert event.opened == [scene.eetu.person_id.hex]


@pytest.mark.parametrize("typed", [CODE[:-1], CODE[:6], OTHER_CODE, WRONG_CODE])
def test_a_part_of_a_code_or_another_one_finds_nobody(scene: Scene, visit: Visit, typed: str) -> None:
    coded(scene, scene.eetu, CODE)
    client = visit(scene.curator)
    client.canaries = (scene.eetu.name,)
    assert seek(client, "/search", "q", typed).has("Nothing found")


def test_a_code_out_of_reach_and_one_that_may_not_be_asked_for_look_like_one_that_nobody_has(
    scene: Scene, visit: Visit, ledger: Ledger
) -> None:
    coded(scene, scene.eetu, CODE)
    far = scene.village.staff(Role.CURATOR, "Maija Muualla", school_id=scene.village.another_school())
    teacher = visit(scene.village.staff(Role.TEACHER, "Oona Rautasalo", class_id=scene.class_id))
    for client in (visit(far), teacher):
        client.canaries = (scene.eetu.name,)
        refused, missed = (seek(client, "/search", "q", code) for code in (CODE, OTHER_CODE))
        assert refused.text.replace(CODE, "") == missed.text.replace(OTHER_CODE, "")
    assert [event.codes for event in searches(ledger)][-1] == {"sought": "identity_code", "may": 0, "hits": 0}
    teacher.canaries = ()
    assert seek(teacher, "/search", "q", "eetu").has(scene.eetu.name)


def test_only_those_who_may_are_told_that_a_code_finds(scene: Scene, visit: Visit) -> None:
    words = "An identity code finds the pupil too"
    assert visit(scene.curator).get("/search").has(words)
    assert not visit(scene.village.staff(Role.PRINCIPAL, "Riitta Rehtori")).get("/search").has(words)
