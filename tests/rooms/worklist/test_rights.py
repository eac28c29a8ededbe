"""What people have asked about their own data waits on the landing page by its last day, and holds to look at."""

from datetime import date

import pytest

from tests.builders import Someone, Village
from tests.builders_cases import People
from tests.builders_copies import a_copy
from tests.builders_journal import a_matter
from tests.builders_rectifications import a_rectification
from tests.builders_retention import a_hold, an_old_case
from tests.builders_rights import a_log_request
from tests.clock import Clock
from tests.signing_in import Visit
from welfare.people.models import Guardianship
from welfare.rules.actors import Role
from welfare.rules.log_requests import LogState
from welfare.rules.retention_ends import Thing


@pytest.fixture
def people(village: Village) -> People:
    return People.of(village)


@pytest.fixture
def officer(village: Village) -> Someone:
    return village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia")


def test_what_people_have_asked_waits_for_the_officer_by_its_last_day_and_without_a_name(
    village: Village, people: People, officer: Someone, visit: Visit
) -> None:
    a_log_request(village, people.student, officer, came=date(2026, 10, 12))
    a_log_request(village, people.student, officer, LogState.SENT)
    a_copy(village, people.student, officer)
    a_rectification(village, people.student, officer)
    page = visit(officer).get("/")
    titles = [name for name in page.links if name.startswith(("Answer a", "See to"))]
    assert [title.split(":")[0] for title in titles] == [
        "Answer a log request",
        "Answer a request for a copy",
        "See to a correction asked for",
    ]
    assert page.has("Late: it was to be done by Thu 12 Nov")
    assert not page.has("Aada")
    assert page.follow(titles[0]).has("Aada Metsäpelto")


def test_what_is_asked_about_the_own_family_waits_for_another_officer(
    village: Village, people: People, officer: Someone, visit: Visit
) -> None:
    a_log_request(village, people.student, officer)
    assert visit(officer).get("/").has("Answer a log request")
    with village.work() as work:
        bond = Guardianship(
            student_id=people.student.person_id,
            guardian_id=officer.person_id,
            has_custody=True,
            decides=True,
            may_receive_information=True,
            begins_on=date(2020, 1, 1),
        )
        work.session.add(bond)
    assert not visit(officer).get("/").has("Answer a log request")


def test_a_hold_is_told_of_when_the_day_of_its_review_is_near(
    village: Village, people: People, officer: Someone, visit: Visit, clock: Clock
) -> None:
    a_hold(village, officer, Thing.MATTER, an_old_case(village, people.student, people.curator))
    assert not visit(officer).get("/").has("Look again whether a hold is needed")
    clock.forward(days=90)
    assert visit(officer).get("/").has("Look again whether a hold is needed")


def test_a_correction_waits_for_whoever_keeps_the_record_and_for_no_other_member(
    village: Village, officer: Someone, visit: Visit
) -> None:
    matter = a_matter(village)
    matter.note(matter.saara, "Keskustelu oli maanantaina.")
    a_rectification(village, matter.student, officer, matter.case_id)
    page = visit(matter.saara).get("/")
    name = next(name for name in page.links if name.startswith("Assess a correction asked for"))
    assert page.follow(name).has("Päivä on väärä.")
    assert not visit(matter.mirja).get("/").has("Assess a correction asked for")
