"""A matter opened in an emergency: with a reason and the second factor, a little of it, for an hour, and reviewed."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from tests.builders import Someone
from tests.builders_cases import a_place, a_will, an_exclusion
from tests.builders_requests import at_work
from tests.builders_rights import a_log_request
from tests.rooms.emergencies.conftest import ANSWERS, ENTRY, TITLE, Scene
from welfare.emergencies.actions import Review, review_emergency
from welfare.emergencies.models import Emergency
from welfare.mail.models import Mail
from welfare.people.models import Assignment, Guardianship
from welfare.rules.actors import Role
from welfare.rules.consent import ConsentKind
from welfare.rules.emergencies import EmergencyFinding, SelfReviewError
from welfare.rules.log_requests import LogState


def test_the_chosen_part_is_open_and_the_rest_stays_closed(scene: Scene) -> None:
    client = scene.client
    page = scene.try_to_open(client)
    assert page.has("The matter is open for an hour.")
    assert page.has(TITLE)
    assert ENTRY not in page.text
    for address in ("", "/journal", "/plan", "/log", "/consents"):
        client.get(f"/cases/{scene.case_id}{address}", status=404)
    opened = {place for event in scene.events("emergency:read") for place in event["opened"]}
    assert "case_file.document" in opened
    assert "journal_entry.document" not in opened


def test_the_journal_is_read_where_it_was_chosen_and_the_matter_stays_closed(scene: Scene) -> None:
    page = scene.try_to_open(scene.client, sections=["journal"])
    assert page.has(ENTRY)
    assert TITLE not in page.text


def test_every_event_carries_the_reason(scene: Scene) -> None:
    scene.try_to_open(scene.client)
    events = scene.events("emergency:read")
    assert events
    assert all(event["grounds"][-1] == "break_glass:missing_pupil" for event in events)


def test_the_banner_stands_on_every_page_until_it_ends(scene: Scene) -> None:
    client = scene.client
    page = scene.try_to_open(client)
    banner = "You have a matter open in an emergency until 10:30."
    assert client.get("/").has(banner)
    assert client.get("/meetings").has(banner)
    assert scene.visit(scene.people.nurse).get("/").has("Worklist")
    assert not scene.visit(scene.people.nurse).get("/").has("open in an emergency until")
    page = client.get(page.url).form("End it now").submit()
    assert page.has("The matter is closed to you again.")
    assert not client.get("/").has(banner)


def test_it_ends_by_itself_after_an_hour(scene: Scene) -> None:
    client = scene.client
    url = scene.try_to_open(client).url
    for _quarter in range(5):
        scene.clock.forward(minutes=11)
        assert client.get(url).has(TITLE)
    scene.clock.forward(minutes=5)
    gone = client.get(url, status=404)
    assert gone.main == client.get(f"/emergencies/{uuid4()}", status=404).main
    assert not client.get("/").has("open in an emergency until")


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        ({"reason": ""}, "Choose the reason."),
        ({"words": " "}, "Write what has happened."),
        ({"sections": []}, "Choose at least one part."),
        ({"code": "000000"}, "The code is not right"),
        ({"code": ""}, "Write the code that the app shows."),
    ],
)
def test_without_reason_words_part_and_code_nothing_is_opened(
    scene: Scene, answers: dict[str, Any], error: str
) -> None:
    page = scene.try_to_open(scene.client, status=422, **answers)
    assert any(error in line for line in page.errors), page.errors
    assert TITLE not in page.text
    assert scene.events("emergency:read") == []


def test_a_code_opens_once(scene: Scene) -> None:
    client = scene.client
    scene.try_to_open(client)
    page = scene.try_to_open(client, status=422)
    assert any("The code is not right" in line for line in page.errors)


def test_a_wrong_code_does_not_tell_whether_there_is_a_matter(scene: Scene) -> None:
    other = scene.village.student("Eetu Kallio", scene.village.a_class("9A"))
    pages = []
    for pupil in (scene.people.student, other):
        page = scene.client.get(f"/emergencies/new/{pupil.person_id}")
        form = page.form("Open for 60 minutes").fill(**ANSWERS, sections=["matter"], code="000000")
        pages.append(form.submit(status=422).errors)
    assert [line.partition("You have")[0] for line in pages[0]] == [line.partition("You have")[0] for line in pages[1]]


def test_the_lead_and_the_officer_are_told_at_once(scene: Scene) -> None:
    scene.try_to_open(scene.client)
    lead = scene.visit(scene.people.curator).get("/")
    assert lead.has("The matter was opened in an emergency")
    assert lead.follow("The matter was opened in an emergency: 2026–27/KOI/001").has(
        "opened the matter in an emergency"
    )
    assert scene.visit(scene.officer).get("/").has("Review an emergency opening")
    with scene.village.ledger.transaction() as transaction:
        told = set(transaction.session.scalars(select(Mail.person_id)))
    assert told == {scene.people.curator.person_id, scene.officer.person_id}


def test_whoever_opens_is_told_where_nobody_could_review_it(scene: Scene) -> None:
    with scene.village.work() as work:
        for post in work.session.scalars(select(Assignment).where(Assignment.role == Role.DATA_PROTECTION_OFFICER)):
            post.ends_on = post.begins_on
    page = scene.try_to_open(scene.client)
    assert page.has("the responsible person has been told")
    assert page.has("nobody could review it: tell your superior")


def test_somebody_else_reviews_it_within_three_working_days(scene: Scene) -> None:
    scene.try_to_open(scene.client)
    page = scene.visit(scene.officer).get("/emergencies")
    assert page.has("3 working days left")
    page = page.follow("23 Nov 2026 at 9:30")
    assert page.has("Aada ei ole tullut kotiin.")
    assert TITLE not in page.text
    page = page.form("Save the review").submit(finding="justified", words="Poliisi etsi häntä.")
    assert page.has("The review is saved.")
    assert page.has("It was necessary")
    assert scene.visit(scene.officer).get("/emergencies").has("Nothing waits for a review")


def test_nobody_reviews_an_own_opening_even_as_an_officer(scene: Scene) -> None:
    with scene.village.work() as work:
        work.session.add(
            Assignment(
                person_id=scene.siiri.someone.person_id,
                role=Role.DATA_PROTECTION_OFFICER,
                organisation_id=scene.village.provider_id,
                employer_id=scene.village.provider_id,
                begins_on=work.facts.on,
            )
        )
    client = scene.client
    url = scene.try_to_open(client).url
    assert client.get("/emergencies").has("Somebody else reviews this")
    client.get(f"{url}/review", status=404)
    scene.visit(scene.officer).get(f"{url}/review")
    with scene.village.work() as work:
        row = work.session.scalars(select(Emergency)).one()
        row.account_id = scene.officer.account_id
        work.session.flush()
    command = Review(finding=EmergencyFinding.JUSTIFIED, words="Itse tutkittu.")
    with pytest.raises(SelfReviewError), at_work(scene.village, scene.officer) as work:
        review_emergency(work, work.session.scalars(select(Emergency)).one(), command)


def test_a_member_of_the_group_needs_no_emergency(scene: Scene) -> None:
    a_will(scene.village, scene.case_id, scene.people.student, ConsentKind.GROUP_MEMBER, named=scene.siiri_herself)
    a_place(scene.village, scene.case_id, scene.people.student, scene.siiri_herself)
    page = scene.try_to_open(scene.client, status=422)
    assert any("You may read this matter without an emergency" in line for line in page.errors)


def test_a_relative_of_the_pupil_cannot_open_it(scene: Scene) -> None:
    an_exclusion(scene.village, scene.case_id, scene.people.student, scene.siiri_herself)
    scene.client.get(f"/emergencies/new/{scene.people.student.person_id}", status=404)


@pytest.mark.parametrize("ended", [None, date(2024, 7, 31)])
def test_a_worker_who_is_or_was_the_guardian_opens_nothing_of_the_child(scene: Scene, ended: date | None) -> None:
    """Whether it opened would have told that there is a matter."""
    form = scene.client.get(f"/emergencies/new/{scene.people.student.person_id}").form("Open for 60 minutes")
    a_guardianship(scene, scene.siiri.someone, ended)
    scene.client.get(f"/emergencies/new/{scene.people.student.person_id}", status=404)
    form.fill(**ANSWERS, sections=["matter"], code=scene.siiri.code(scene.clock.now)).submit(status=404)
    with scene.village.work() as work:
        assert work.session.scalars(select(Emergency)).all() == []
        assert work.session.scalars(select(Mail)).all() == []


def a_guardianship(scene: Scene, who: Someone, ended: date | None) -> None:
    """Somebody who works here is or was a guardian of the pupil."""
    with scene.village.work() as work:
        bond = Guardianship(guardian_id=who.person_id, student_id=scene.people.student.person_id)
        bond.has_custody = bond.decides = bond.may_receive_information = True
        bond.begins_on, bond.ends_on = date(2018, 8, 1), ended
        work.session.add(bond)


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.ADMINISTRATOR, Role.PROVIDER_COORDINATOR, Role.TEACHER])
def test_nobody_outside_the_services_has_a_way_in(scene: Scene, role: Role) -> None:
    client = scene.visit(scene.village.staff(role, "Eino Muu"))
    client.get(f"/emergencies/new/{scene.people.student.person_id}", status=404)


def _log(scene: Scene) -> str:
    request_id = a_log_request(scene.village, scene.people.student, scene.officer, LogState.GRANTED)
    return scene.visit(scene.officer).get(f"/rights/logs/{request_id}/report.csv?language=en").text


def test_the_pupils_log_shows_it_with_its_reason(scene: Scene) -> None:
    scene.try_to_open(scene.client)
    assert "emergency: The pupil is missing" in _log(scene)


def test_a_reasoned_delay_keeps_it_out_of_the_pupils_log_for_its_time(scene: Scene) -> None:
    url = scene.try_to_open(scene.client).url
    page = scene.visit(scene.officer).get(f"{url}/review")
    form = page.form("Save the review")
    page = form.submit(finding="justified", words="Poliisi.", delayed_until="25.11.2026", status=422)
    assert any("Write the reason for the delay" in line for line in page.errors)
    page.form("Save the review").submit(delay="Tutkinta on kesken.")
    assert "emergency" not in _log(scene)
    scene.clock.forward(days=3)
    assert "emergency: The pupil is missing" in _log(scene)


def test_what_is_opened_so_is_in_no_list_and_no_search(scene: Scene) -> None:
    client = scene.client
    scene.try_to_open(client)
    assert "KOI/" not in client.get("/cases").text
    page = client.get("/search").form("Search").submit(q="Aada")
    assert page.has("Open in an emergency")
    assert "KOI/" not in page.text


@pytest.mark.parametrize("ended", [None, date(2024, 7, 31)])
def test_an_officer_who_is_or_was_the_guardian_reviews_nothing_of_the_child(scene: Scene, ended: date | None) -> None:
    url = scene.try_to_open(scene.client).url
    officer = scene.visit(scene.officer)
    page = officer.get(f"{url}/review")
    a_guardianship(scene, scene.officer, ended)
    officer.get(f"{url}/review", status=404)
    page.form("Save the review").submit(finding="justified", words="Itse.", status=404)
    listed = officer.get("/emergencies")
    assert listed.has("Somebody else reviews this")
    assert scene.people.student.name not in listed.text
    assert not officer.get("/").has("Review an emergency opening")
    beside = scene.village.staff(Role.DATA_PROTECTION_OFFICER, "Outi Ohra")
    scene.visit(beside).get(f"{url}/review")
