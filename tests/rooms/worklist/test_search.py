"""The search: among one's own alone, each hit with why; the words sought are kept nowhere."""

from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_cases import a_bare_case
from tests.builders_requests import a_request, read
from tests.client import Client, Page
from tests.furnishing import furnishes
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.cases.models import Case
from welfare.people.pages import seeking
from welfare.rules.actors import Role


@furnishes
def class_id(village: Village) -> UUID:
    return village.a_class("7A")


@furnishes
def eetu(village: Village, class_id: UUID) -> Someone:
    return village.student("Eetu Mäki-Kallioniemi", class_id)


@furnishes
def teacher(village: Village, class_id: UUID) -> Someone:
    return village.staff(Role.TEACHER, "Oona Rautasalo", class_id=class_id)


def number_of(village: Village, case_id: UUID) -> str:
    with village.work() as work:
        return work.session.get_one(Case, case_id).number


def search(client: Client, words: str, status: int = 200) -> Page:
    return client.get("/search").form("Search").submit(q=words, status=status)


@pytest.mark.parametrize("words", ["eetu", "MÄKI", "maki", "kallio eet", "Ma\u0308ki-Kallioniemi", "  eetu  "])
def test_a_name_is_found_by_the_beginnings_of_its_parts(
    eetu: Someone, teacher: Someone, visit: Visit, words: str
) -> None:
    page = search(visit(teacher), words)
    assert page.has(eetu.name)
    assert page.has("The pupil is in your own group.")
    assert page.follow(f"Ask for support: {eetu.name}").has(f"{eetu.name}, 7A")


def test_with_a_pupil_stand_the_matters_that_the_reader_may_see(village: Village, eetu: Someone, visit: Visit) -> None:
    curator, other = (village.staff(Role.CURATOR, name) for name in ("Saara Lehtovirta", "Mika Kanervala"))
    case_id = a_bare_case(village, eetu, curator)
    number = number_of(village, case_id)
    assert search(visit(curator), "eetu").links[number] == f"/cases/{case_id}"
    assert number not in search(visit(other), "eetu").links


@pytest.mark.parametrize("words", ["niemi", "eetu x", "%", "_", "'"])
def test_what_begins_no_part_is_not_found(eetu: Someone, teacher: Someone, visit: Visit, words: str) -> None:
    client = visit(teacher)
    client.canaries = (eetu.name,)
    assert search(client, words).has("Nothing found")


def test_pupils_out_of_reach_are_not_found(village: Village, eetu: Someone, visit: Visit) -> None:
    elsewhere = village.another_school()
    for role, school_id in (
        (Role.TEACHER, village.school_id),
        (Role.CURATOR, elsewhere),
        (Role.PRINCIPAL, elsewhere),
    ):
        client = visit(village.staff(role, "Maija Muualla", school_id=school_id))
        client.canaries = (eetu.name,)
        assert search(client, "eetu").has("Nothing found"), role


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER, Role.PROVIDER_COORDINATOR])
def test_an_office_has_neither_a_search_for_pupils_nor_a_list_of_matters(
    village: Village, visit: Visit, role: Role
) -> None:
    client = visit(village.staff(role, "Tuula Tietosuoja"))
    assert "/cases" not in client.get("/").links.values()
    for address in ("/search", "/cases", "/meetings"):
        client.get(address, status=404)


def test_each_hit_says_why_and_what_may_be_opened(
    village: Village, eetu: Someone, teacher: Someone, visit: Visit, ledger: Ledger
) -> None:
    request_id = a_request(village, eetu, teacher)
    receipt = read(ledger, request_id).receipt
    curator = search(visit(village.staff(Role.CURATOR, "Saara Lehtovirta")), "eetu")
    assert curator.has("Your service is given at Koivurannan koulu.")
    assert curator.links[receipt] == f"/requests/{request_id}"
    matters = {url for url in curator.links.values() if url.startswith("/cases/")}
    assert matters == {f"/cases/new/{eetu.person_id}"}
    principal = search(visit(village.staff(Role.PRINCIPAL, "Riitta Rehtori")), "eetu")
    assert principal.has("Your task reaches the pupils of Koivurannan koulu.")
    assert receipt not in principal.links


def test_from_a_hit_a_curator_goes_on_with_the_pupil_and_a_teacher_asks_for_support(
    village: Village, eetu: Someone, teacher: Someone, visit: Visit
) -> None:
    page = search(visit(village.staff(Role.CURATOR, "Saara Lehtovirta")), "eetu")
    assert page.follow(f"Take as a client: {eetu.name}").has("Why does it begin?")
    assert page.follow(f"Propose a matter: {eetu.name}").has(eetu.name)
    page = search(visit(teacher), "eetu")
    assert [words for words in page.links if words.endswith(f": {eetu.name}")] == [f"Ask for support: {eetu.name}"]


def test_a_receipt_number_finds_the_request_of_those_who_may_see_it(
    village: Village, eetu: Someone, teacher: Someone, visit: Visit, ledger: Ledger
) -> None:
    request_id = a_request(village, eetu, teacher)
    receipt = read(ledger, request_id).receipt
    typed = receipt.replace("-", " ").lower()
    assert search(visit(teacher), typed).links[receipt] == f"/requests/{request_id}/receipt"
    assert (
        search(visit(village.staff(Role.CURATOR, "Saara Lehtovirta")), typed).links[receipt]
        == f"/requests/{request_id}"
    )
    for role in (Role.NURSE, Role.PRINCIPAL):
        assert search(visit(village.staff(role, "Riitta Rehtori")), typed).has("Nothing found")


def test_a_matter_is_found_by_a_part_of_its_number_by_its_own_group(
    village: Village, eetu: Someone, visit: Visit
) -> None:
    curator, other = (village.staff(Role.CURATOR, name) for name in ("Saara Lehtovirta", "Mika Kanervala"))
    case_id = a_bare_case(village, eetu, curator)
    number = number_of(village, case_id)
    for typed in (number, number.replace("–", "-").lower(), number.rpartition("/")[2]):
        page = search(visit(curator), typed)
        assert page.links[number] == f"/cases/{case_id}"
        assert page.has("Proposed")
    assert search(visit(other), number).has("Nothing found")


def test_the_words_sought_stand_in_no_address_and_only_as_a_hash_in_the_trail(
    eetu: Someone, teacher: Someone, visit: Visit, ledger: Ledger
) -> None:
    client = visit(teacher)
    for words in ("Eetu", "eetu ", "Linnea"):
        page = search(client, words)
        assert page.url == "/search"
        assert page.has(eetu.name) == words.lower().startswith("eetu")
    with ledger.transaction() as transaction:
        searched = select(AuditEvent.body).where(AuditEvent.permission == "search:use").order_by(AuditEvent.seq)
        bodies = [body for body in transaction.session.scalars(searched) if b'"search":' in body]
    assert not any(b"eetu" in body.lower() or b"Linnea" in body for body in bodies)
    hashes = [body.partition(b'"search":"')[2][:64] for body in bodies]
    assert hashes[0] == hashes[1] != hashes[2]
    assert [b'"hits":1' in body for body in bodies] == [True, True, False]


def test_the_field_on_every_page_searches_too(eetu: Someone, teacher: Someone, visit: Visit) -> None:
    form = next(form for form in visit(teacher).get("/").forms if form.node.get("role") == "search")
    assert form.node.get("method") == "post"
    assert form.submit(q="eetu").has(eetu.name)
    assert form.submit(q="", status=422).errors == ["Write what you look for"]
    assert form.submit(q="x" * 101, status=422).field_error("q")
    assert form.submit(q="a\0b", status=422).field_error("q")


def test_too_many_hits_ask_for_more_of_the_name(
    village: Village, eetu: Someone, teacher: Someone, visit: Visit, class_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seeking, "MOST_FOUND", 1)
    village.student("Eetu Toinen", class_id)
    page = search(visit(teacher), "eetu")
    assert page.has("There are more. Write more of the name.")
    assert page.has(eetu.name)
