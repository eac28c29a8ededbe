"""Turvakielto is set by one, works at once, and ends only by two (661/2009 36-37 §; rule 32)."""

from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders_cases import a_case, an_exclusion
from tests.builders_requests import at_work
from tests.rooms.non_disclosures.conftest import SET, Scene, asking
from welfare.jobs.worker import Tally, Worker
from welfare.mail.models import Mail
from welfare.non_disclosures.actions import WrongStateError, decide_end, propose_end
from welfare.non_disclosures.jobs import HANDLERS
from welfare.non_disclosures.queries import standing_of
from welfare.people.models import Person
from welfare.rules.non_disclosure import SamePersonError

SCHOOL = "Koivurannan koulu"


def test_it_works_at_once_for_the_one_and_not_against_the_home(scene: Scene) -> None:
    assert "8B" in asking(scene, "father")
    page = scene.protect()
    assert page.has("The protection works from now on, everywhere.")
    assert page.has("Kari Metsäpelto, everybody without a duty")
    assert page.has("Turvakieltopäätös näytetty.")
    assert "8B" not in asking(scene, "father")
    assert "8B" in asking(scene, "mother")
    assert [scene.is_hidden(who) for who in (scene.people.student, scene.people.mother, scene.people.father)] == [
        True,
        True,
        False,
    ]


def test_without_the_second_factor_nothing_is_set(scene: Scene) -> None:
    page = scene.send(scene.siiri, "new", {**SET, "code": "000000"}, status=422)
    assert page.field_error("code")
    assert page.has("Turvakieltopäätös näytetty.") or "Turvakieltopäätös näytetty." in page.html
    assert not scene.is_hidden(scene.people.student)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"source": "population_register"}, "until_on"),
        ({"until_on": "1.1.2040"}, "until_on"),
        ({"until_on": "1.1.2026"}, "until_on"),
        ({"begins_on": "1.12.2026"}, "begins_on"),
    ],
)
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_what_cannot_be_is_said_at_its_field(scene: Scene, wrong: dict[str, str], field: str) -> None:
    assert scene.send(scene.siiri, "new", {**SET, **wrong}, status=422).field_error(field)
    assert not scene.is_hidden(scene.people.student)


def test_nobody_is_hidden_from_whoever_lives_in_the_same_home(scene: Scene) -> None:
    kari = [str(scene.people.father.person_id)]
    page = scene.send(scene.siiri, "new", {**SET, "hidden_from": kari, "household": kari}, status=422)
    assert page.field_error("household")


def test_its_end_is_confirmed_by_somebody_else(scene: Scene) -> None:
    scene.protect()
    scene.send(scene.siiri, "end", {"words": "Perhe on muuttanut."})
    assert scene.is_hidden(scene.people.student)
    scene.client(scene.siiri).get(f"{scene.url}/confirm", status=404)
    page = scene.client(scene.riitta).get(scene.url)
    assert page.has("Perhe on muuttanut.")
    assert scene.send(scene.riitta, "confirm", {"decision": "end"}).has("The protection has ended.")
    assert not scene.is_hidden(scene.people.student)
    assert not scene.is_hidden(scene.people.mother)
    assert "8B" in asking(scene, "father")


def test_the_second_person_may_leave_it_standing(scene: Scene) -> None:
    scene.protect()
    scene.send(scene.siiri, "end", {"words": "Perhe on muuttanut."})
    assert scene.send(scene.riitta, "confirm", {"decision": "keep"}).has("The protection stands as it is.")
    assert scene.is_hidden(scene.people.student)
    assert not scene.client(scene.riitta).get(scene.url).has("Confirm or keep")


def test_the_action_itself_wants_two_persons_and_their_order(scene: Scene) -> None:
    scene.protect()
    siiri = scene.siiri.someone
    with at_work(scene.village, siiri.__class__(siiri.person_id, scene.siiri.account_id, siiri.name)) as work:
        row = standing_of(work.session, scene.people.student.person_id)
        assert row is not None
        with pytest.raises(WrongStateError):
            decide_end(work, row, is_confirmed=True)
        propose_end(work, row, "Perhe on muuttanut.")
        with pytest.raises(SamePersonError):
            decide_end(work, row, is_confirmed=True)
        with pytest.raises(WrongStateError):
            propose_end(work, row, "Toisen kerran.")


def test_nobody_near_the_family_handles_it(scene: Scene) -> None:
    case_id = a_case(scene.village, scene.people.student, scene.people.curator, scene.people.nurse)
    mirja = scene.people.nurse
    scene.visit(mirja).get(scene.url)
    an_exclusion(scene.village, case_id, scene.people.student, mirja)
    for page in ("", "/new", "/end", "/address"):
        scene.visit(mirja).get(f"{scene.url}{page}", status=404)


def test_the_last_day_ends_nothing_and_reminds(scene: Scene) -> None:
    scene.send(scene.siiri, "new", {**SET, "source": "population_register", "until_on": "10.12.2026"})
    assert scene.client(scene.riitta).get("/non-disclosures").has("The last day is near: ask the family")
    scene.clock.forward(days=30)
    page = scene.client(scene.riitta).get("/non-disclosures")
    assert page.has("The last day is past, and it still protects: renew it or propose its end")
    assert scene.is_hidden(scene.people.student)
    scene.send(scene.riitta, "renew", {"until_on": "10.12.2028"})
    assert scene.client(scene.riitta).get("/non-disclosures").has("In force")


def test_a_mail_reminds_whoever_heads_the_school_and_whoever_wrote_it_down(scene: Scene) -> None:
    scene.send(scene.siiri, "new", {**SET, "until_on": "23.1.2027"})
    assert reminded(scene) == set()
    scene.clock.forward(days=40)
    assert reminded(scene) == {scene.siiri.someone.person_id, scene.riitta.someone.person_id}
    assert scene.client(scene.riitta).get("/").has("Ask whether the non-disclosure goes on")


def test_nobody_is_reminded_of_what_was_renewed(scene: Scene) -> None:
    scene.send(scene.siiri, "new", {**SET, "until_on": "23.1.2027"})
    scene.send(scene.riitta, "renew", {"until_on": "23.1.2029"})
    scene.clock.forward(days=40)
    assert reminded(scene) == set()


def reminded(scene: Scene) -> set[UUID]:
    """Who has been sent a mail by the jobs that are due."""
    Worker(scene.village.ledger, HANDLERS).work_off(Tally())
    with scene.village.ledger.transaction() as transaction:
        return set(transaction.session.scalars(select(Mail.person_id)))


@pytest.mark.parametrize("is_same", [True, False])
def test_a_head_whom_the_roster_knows_as_a_parent_too_opens_no_address_of_the_child(
    scene: Scene, *, is_same: bool
) -> None:
    scene.protect()
    with scene.village.work() as work:
        work.session.get_one(Person, scene.people.father.person_id).identity_code_index = b"1" * 32
        head = work.session.get_one(Person, scene.riitta.someone.person_id)
        head.identity_code_index = (b"1" if is_same else b"2") * 32
    for page in ("", "/end", "/address"):
        scene.client(scene.riitta).get(f"{scene.url}{page}", status=404 if is_same else 200)
    assert scene.client(scene.riitta).get("/non-disclosures").has("Aada Metsäpelto") != is_same
