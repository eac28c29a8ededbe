"""What is not an entry of the journal is corrected in the way of its own room, or where the directory has it from."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.builders import Someone, Village
from tests.builders_cases import a_will, an_assessment
from tests.builders_journal import a_matter
from tests.builders_plans import a_plan, newest_of
from tests.builders_services import a_client, a_note
from tests.client import Page
from tests.rooms.datarights.test_log_requests import _county_officer
from tests.rooms.rectifications.test_rectifications import RIGHT, WRONG, Asked
from tests.signing_in import Visit
from welfare.people.models import Guardianship, Person
from welfare.rules.actors import Role
from welfare.rules.consent import ConsentKind


@pytest.fixture
def asked(village: Village, visit: Visit) -> Asked:
    officer: Someone = village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia")
    matter = a_matter(village)
    return Asked(matter, visit(officer), visit(matter.saara), visit(matter.student))


def key_of(page: Page, kind: str) -> str:
    """The first record of a kind that is offered."""
    values = page.form("Ask for the correction").options["record"].values()
    return next(value for value in values if value and value.startswith(f"{kind}:"))


def ask(asked: Asked, kind: str) -> Page:
    """The pupil says that a record of a kind is wrong; the worker opens what is asked."""
    page = asked.pupil.get(asked.own)
    page.form("Ask for the correction").submit(record=key_of(page, kind), wrong=WRONG, right=RIGHT)
    return asked.opened()


def test_a_plan_is_corrected_by_a_new_version(asked: Asked) -> None:
    a_plan(asked.matter)
    page = ask(asked, "plan")
    assert page.has("Plan, version 1")
    assert page.form("Decide").submit(outcome="corrected", status=422).has("has not been corrected since")
    assert page.follow("Correct the record").url.endswith("/plan/write")
    a_plan(asked.matter, based_on=newest_of(asked.matter))
    asked.opened().form("Decide").submit(outcome="corrected")
    assert asked.pupil.get(asked.own).has("The record was corrected")


def test_a_consent_is_corrected_by_a_new_answer(asked: Asked) -> None:
    page = ask(asked, "will")
    assert page.form("Decide").submit(outcome="corrected", status=422).has("has not been corrected since")
    form = page.follow("Correct the record").form(-1)
    form.submit(answer="given")
    asked.opened().form("Decide").submit(outcome="corrected")
    assert asked.pupil.get(asked.own).has("The record was corrected")


def test_beside_a_consent_the_asker_s_statement_stands_in_the_journal(asked: Asked) -> None:
    ask(asked, "will").form("Decide").submit(outcome="completed")
    assert asked.saara.get(asked.matter.url).has(RIGHT)


def test_a_guardian_may_ask_about_own_answers_and_never_about_whom_the_pupil_has_shut_out(
    asked: Asked, visit: Visit
) -> None:
    matter = asked.matter
    theirs = {
        giver: a_will(matter.village, matter.case_id, matter.student, ConsentKind.GROUP_HANDLING, giver=giver)
        for giver in (matter.guardian, None)
    }
    kind = ConsentKind.MINOR_PROHIBITION
    shut = a_will(matter.village, matter.case_id, matter.student, kind, named=matter.guardian, has_weighty_reason=True)
    mother = visit(matter.guardian).get(asked.own)
    offered = set(mother.form("Ask for the correction").options["record"].values())
    assert f"will:{theirs[matter.guardian]}" in offered
    assert f"will:{theirs[None]}" not in offered
    pupil = set(asked.pupil.get(asked.own).form("Ask for the correction").options["record"].values())
    assert f"will:{theirs[None]}" in pupil
    assert f"will:{shut}" not in offered | pupil


def settled(asked: Asked, **said: str) -> Page:
    """The officer settles what is said to be wrong in the directory."""
    page = asked.officer.get("/rights/corrections")
    page = asked.officer.get(next(url for words, url in page.links.items() if "-" in words and "/corrections/" in url))
    return page.follow("Settle the request").form("Decide").submit(**said)  # type: ignore[arg-type]  # answers alone


def test_the_directory_is_corrected_at_its_source_and_the_decision_says_so(asked: Asked) -> None:
    page = asked.pupil.get(asked.own)
    page.form("Ask for the correction").submit(record=key_of(page, "directory"), wrong=WRONG, right=RIGHT)
    page = settled(asked, outcome="at_source", words="Koulusihteeri korjaa nimen.")
    assert page.has("It is corrected where the directory has it from")
    pdf = PdfReader(BytesIO(page.follow("Decision (PDF)").response.data))
    words = " ".join(" ".join(leaf.extract_text() for leaf in pdf.pages).split())
    assert "Koulusihteeri korjaa nimen." in words
    assert "the directory follows with the next delivery" in words
    assert not asked.saara.get("/").has("Assess a correction asked for")


@pytest.mark.parametrize("may_know", [True, False])
def test_a_prohibition_keeps_no_guardian_from_the_directory_and_a_lost_right_does(
    asked: Asked, visit: Visit, *, may_know: bool
) -> None:
    matter = asked.matter
    kind = ConsentKind.MINOR_PROHIBITION
    will = a_will(matter.village, None, matter.student, kind, named=matter.guardian, has_weighty_reason=True)
    an_assessment(matter.village, will, matter.saara)
    mother = visit(matter.guardian)
    page = mother.get(asked.own)
    assert [value for value in page.form("Ask for the correction").options["record"].values() if value] == [
        f"directory:{matter.student.person_id}"
    ]
    page.form("Ask for the correction").submit(record=key_of(page, "directory"), wrong=WRONG, right=RIGHT)
    with matter.village.work() as work:
        work.session.query(Guardianship).update({"may_receive_information": may_know})
    page = asked.officer.get("/rights/corrections")
    page = asked.officer.get(next(url for words, url in page.links.items() if "-" in words and "/corrections/" in url))
    assert page.has("Settle the request") is may_know
    assert page.has("Refuse: no right has been shown") is not may_know


@pytest.mark.parametrize("outcome", ["corrected", "completed"])
def test_a_note_of_a_service_is_asked_about_at_the_county_s_desk_and_assessed_by_the_client_s_worker(
    asked: Asked, visit: Visit, outcome: str
) -> None:
    matter = asked.matter
    client_id = a_client(matter.village, matter.student, matter.saara)
    note_id = a_note(matter.village, matter.saara, client_id)
    officer = visit(_county_officer(matter.village))
    form = officer.get(f"/rights/corrections/new/{matter.student.person_id}").form("Receive the request")
    register = next(value for value in form.options["register"].values() if value and value.endswith(":social"))
    said = {"asker": "oneself", "identity_way": "document", "received_on": "20.11.2026", "language": "en"}
    said |= {"record": f"service_note:{note_id}", "register": register, "wrong": WRONG, "right": RIGHT}
    page = form.fill(**said).submit()
    assert page.has("Whoever keeps the record sees the request")
    assert not asked.officer.get("/rights/corrections").has("Being assessed")
    assert asked.saara.get(f"/clients/{client_id}").has("Contested")
    landing = asked.saara.get("/")
    url = next(url for words, url in landing.links.items() if words.startswith("Assess a correction asked for"))
    page = asked.saara.get(url)
    assert page.form("Decide").submit(outcome="corrected", status=422).has("has not been corrected since")
    if outcome == "corrected":
        page.follow("Correct the record").form(-1).submit(information="Sovittiin tiistaista.", reason="Oppilas pyysi.")
    page = asked.saara.get(url).form("Decide").submit(outcome=outcome)
    assert page.has("stands beside the record" if outcome == "completed" else "The record was corrected")
    after = asked.saara.get(f"/clients/{client_id}")
    assert after.has(RIGHT) is (outcome == "completed")
    assert not after.has("Contested")
    assert officer.get("/rights/corrections").has("Decided")


def received(asked: Asked, **said: str) -> Page:
    """The officer writes down what came on paper about the pupil."""
    form = asked.officer.get(f"/rights/corrections/new/{asked.matter.student.person_id}").form("Receive the request")
    came = {"identity_way": "document", "received_on": "20.11.2026", "language": "en", "wrong": WRONG, "right": RIGHT}
    return form.fill(**{**came, **said}).submit()


@pytest.mark.parametrize("way", ["document", "not_sure"])
def test_nobody_is_told_what_stands_in_the_directory_before_it_is_sure_who_asks(asked: Asked, way: str) -> None:
    record = f"directory:{asked.matter.student.person_id}"
    page = received(asked, asker="oneself", identity_way=way, record=record)
    form = asked.officer.get(f"{page.url}/settle").form("Decide")
    is_sure = way == "document"
    form.fill(outcome="refused", why="not_wrong", words="Nimi on oikein.").submit(status=200 if is_sure else 422)
    assert asked.officer.get(page.url).has("Decision (PDF)") is is_sure


@pytest.mark.parametrize("is_of_age", [False, True])
def test_a_guardian_of_one_who_has_come_of_age_has_no_right_to_the_directory(asked: Asked, *, is_of_age: bool) -> None:
    student, mother = asked.matter.student, asked.matter.guardian
    record = f"directory:{student.person_id}"
    page = received(asked, asker="guardian", guardian=str(mother.person_id), record=record)
    if is_of_age:
        with asked.matter.village.work() as work:
            work.session.get_one(Person, student.person_id).of_age_on = date(2026, 11, 1)
    page = asked.officer.get(page.url)
    assert page.has("Settle the request") is not is_of_age
    assert page.has("Refuse: no right has been shown") is is_of_age


@pytest.mark.parametrize("is_own", [False, True])
def test_what_another_has_said_is_no_guardian_s_to_correct_at_the_desk_either(
    asked: Asked, visit: Visit, *, is_own: bool
) -> None:
    matter, kind = asked.matter, ConsentKind.GROUP_HANDLING
    said = a_will(matter.village, matter.case_id, matter.student, kind, giver=matter.guardian if is_own else None)
    page = received(asked, asker="guardian", guardian=str(matter.guardian.person_id), record=f"will:{said}")
    assert page.has("Refuse: no right has been shown") is not is_own
    told = visit(matter.guardian).get(asked.own).by_id("request-1").text
    assert ("Handling the matter in an expert group" in told) is is_own
