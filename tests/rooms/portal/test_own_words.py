"""Own words: kept version by version, the writer's alone until the writer shows them, then where they are asked for."""

import pytest
from sqlalchemy import text

from tests.builders_own_words import own_words
from tests.client import Client
from tests.rooms.portal.conftest import Family
from tests.signing_in import Visit
from welfare.cases.models import Case
from welfare.rules.cases import CaseState

FIRST, LATER = "Aamut on vaikeimpia.", "Jos tiiän, kuka on ovella, pääsen lähtemään."


def write(client: Client, words: str, who: str) -> None:
    client.get("/own/words").form("Save my words").fill(text=words, who=who).submit()


def test_the_writer_decides_when_the_group_sees_them(family: Family, visit: Visit) -> None:
    matter = family.matter
    aada, mirja = visit(matter.student), visit(matter.mirja)
    write(aada, FIRST, "me")
    page = aada.get("/own/words")
    assert page.has("Only you see this")
    assert visit(matter.student).get("/").has(FIRST)
    places = (f"/cases/{matter.case_id}", f"/cases/{matter.case_id}/plan/write")
    assert not any(mirja.get(place).has(FIRST) for place in places)
    page.form("Let the group see it: 1").submit()
    assert all(mirja.get(place).has(FIRST) for place in places)
    aada.get("/own/words").form("Show it no more: 1").submit()
    assert not any(mirja.get(place).has(FIRST) for place in places)


def test_each_saving_is_a_version_and_none_is_overwritten(family: Family, visit: Visit) -> None:
    aada = visit(family.matter.student)
    write(aada, FIRST, "me")
    write(aada, LATER, "group")
    page = aada.get("/own/words")
    assert page.by_id("version-2").text.count(LATER) == 1
    assert page.by_id("version-1").text.count(FIRST) == 1
    members = visit(family.matter.saara).get(f"/cases/{family.matter.case_id}")
    assert members.has(LATER)
    assert not members.has(FIRST)


def test_what_another_of_the_family_writes_is_that_persons(family: Family, visit: Visit) -> None:
    matter = family.matter
    words_id = own_words(matter.village, matter.case_id, matter.student, FIRST, is_shared=True)
    tiina = visit(matter.guardian)
    page = tiina.get("/own/words")
    assert not page.has(FIRST)
    token = {"csrf_token": page.form("Save my words").data["csrf_token"]}
    where = f"{family.home}/matters/{matter.case_id}/words/{words_id}/take-back"
    tiina.post(where, token, status=404)
    assert visit(matter.mirja).get(f"/cases/{matter.case_id}").has(FIRST)
    write(tiina, "Kotona on rauhallista.", "group")
    assert visit(matter.mirja).get(f"/cases/{matter.case_id}").has("Tiina Metsäpelto, 23 Nov 2026")
    family.shut_out(matter.guardian)
    tiina.get(f"{family.home}/matters/{matter.case_id}/words", status=404)
    assert tiina.get("/own/words").has("Nothing to write in now")


@pytest.mark.parametrize("state", [CaseState.PROPOSED, CaseState.CLOSED])
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_one_writes_while_a_group_is_at_work(family: Family, visit: Visit, state: CaseState) -> None:
    aada = visit(family.matter.student)
    assert aada.get("/own/words").heading == "My own words"
    with family.matter.village.work() as work:
        work.session.get_one(Case, family.matter.case_id).state = state
    aada.get(f"{family.home}/matters/{family.matter.case_id}/words", status=404)
    assert aada.get("/own/words").has("Nothing to write in now")


def test_nothing_of_them_lies_in_clear(family: Family, visit: Visit) -> None:
    write(visit(family.matter.student), FIRST, "group")
    with family.matter.village.ledger.transaction() as transaction:
        stored = transaction.session.execute(text("SELECT text FROM own_words")).scalar_one()
    assert FIRST.encode() not in bytes(stored)
