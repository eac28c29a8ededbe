"""The home: what comes next, my help in plain words, who helps and why, and a way to ask; one student a page."""

from datetime import date

import pytest

from tests.builders import Someone, Village
from tests.builders_cases import a_will
from tests.builders_plans import TITLE, a_rating
from tests.clock import Clock
from tests.rooms.portal.conftest import Family
from tests.signing_in import Visit
from welfare.cases.models import Case
from welfare.people.models import Enrolment, Guardianship, Person
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.goal_scaling import Level
from welfare.rules.goals import Rater


def test_the_student_sees_what_comes_next_and_how_far_the_goals_are(family: Family, visit: Visit) -> None:
    matter = family.matter
    a_rating(matter, Rater.STUDENT, date(2026, 11, 16), {1: Level.MUCH_LESS})
    a_rating(matter, Rater.STUDENT, date(2026, 11, 20), {1: Level.LESS})
    page = visit(matter.student).get("/")
    assert page.url == family.home
    assert page.by_id("next").text.endswith("Look at the meeting")
    assert page.by_id("next").text.startswith("Next meeting Mo30 11.2026 Monday 30 Nov 2026 at 9:30–10:00, Tila Honka")
    help_text = page.by_id("help-1").text
    for words in ("The group is working on this.", TITLE, "a little on the way (the pupil’s own view)"):
        assert words in help_text
    assert page.follow("Say how far we are").heading == "How far are we?"
    assert page.follow("Read the plan").heading == "My plan"


def test_one_press_says_yes_to_the_meeting(family: Family, visit: Visit) -> None:
    aada = visit(family.matter.student)
    aada.get(family.home).form("I am coming").submit()
    page = aada.get(family.home)
    assert page.by_id("next").text.count("You are coming.") == 1
    assert page.follow("Change my answer or propose another time").heading == "Answer the invitation"


def test_each_who_helps_stands_there_with_the_reason_and_what_it_opens(family: Family, visit: Visit) -> None:
    matter = family.matter
    text = visit(matter.student).get(family.home).by_id("help-1").text
    for words in (
        "Saara Lehtovirta Curator, answers for the matter",
        "Mirja Kanervala School nurse",
        "You said yes on 3 Nov 2026. It holds until 3 May 2027.",
        "This matter, its journal and its plan. Nothing else of yours.",
    ):
        assert words in text
    assert "Nothing today." not in text
    a_will(
        matter.village,
        matter.case_id,
        matter.student,
        ConsentKind.GROUP_MEMBER,
        Answer.WITHDRAWN,
        named=matter.mirja,
        given_on=date(2026, 11, 20),
    )
    text = visit(matter.student).get(family.home).by_id("help-1").text
    assert "No permission is in force today. Sees Nothing today." in text


def test_a_guardian_reads_the_same_about_the_child_but_not_another_guardians_name(family: Family, visit: Visit) -> None:
    matter = family.matter
    jari = matter.village.guardian("Jari Metsäpelto", matter.student)
    page = visit(jari).get("/")
    assert page.url == family.home
    assert page.has("This page is about Aada.")
    assert page.has("Aada said yes on 3 Nov 2026.")
    assert not page.has("Tiina")
    assert not page.has("Next meeting")
    assert visit(matter.guardian).get("/").has("Next meeting")


def test_a_guardian_of_a_child_under_non_disclosure_is_not_led_to_the_school(family: Family, visit: Visit) -> None:
    matter = family.matter
    assert visit(matter.guardian).get(family.home).has("Tila Honka")
    with matter.village.work() as work:
        work.session.get_one(Person, matter.student.person_id).is_restricted = True
    page = visit(matter.guardian).get(family.home)
    assert page.has("Next meeting")
    for words in ("Tila Honka", "Saara", "Mirja"):
        assert not page.has(words)
    assert visit(matter.student).get(family.home).has("Tila Honka")


def test_a_guardian_of_two_chooses_and_each_page_tells_of_one(family: Family, visit: Visit) -> None:
    matter = family.matter
    veikko = matter.village.student("Veikko Metsäpelto", matter.village.a_class("3A"))
    with matter.village.work() as work:
        work.session.add(
            Guardianship(
                guardian_id=matter.guardian.person_id,
                student_id=veikko.person_id,
                has_custody=True,
                decides=True,
                may_receive_information=True,
                begins_on=date(2026, 8, 1),
            )
        )
    tiina = visit(matter.guardian)
    page = tiina.get("/")
    assert page.has("Choose whose page you open.")
    of_veikko = page.follow("Open the page of Veikko")
    assert of_veikko.has("This page is about Veikko.")
    assert of_veikko.has("Nothing is going on here now.")
    assert not of_veikko.has(TITLE)
    assert of_veikko.follow("Aada").has(TITLE)


def test_nobody_else_finds_it(family: Family, visit: Visit) -> None:
    village = family.matter.village
    another = village.student("Eetu Kallioniemi", village.a_class("9A"))
    for who in (another, village.guardian("Kalle Kallioniemi", another), family.matter.saara):
        visit(who).get(family.home, status=404)


def test_what_is_only_proposed_only_the_student_sees_and_what_is_over_nobody(family: Family, visit: Visit) -> None:
    matter = family.matter

    def is_on_the_page(state: CaseState, who: Someone) -> bool:
        with matter.village.work() as work:
            work.session.get_one(Case, matter.case_id).state = state
        return visit(who).get(family.home).has("It is about:")

    assert is_on_the_page(CaseState.PROPOSED, matter.student)
    assert not is_on_the_page(CaseState.PROPOSED, matter.guardian)
    assert is_on_the_page(CaseState.FOLLOW_UP, matter.guardian)
    assert not is_on_the_page(CaseState.CLOSED, matter.student)


@pytest.mark.parametrize(
    ("of_age_on", "words", "tone"),
    [
        (date(2027, 1, 23), "", ""),
        (date(2027, 1, 22), "22 Jan 2027", "info"),
        (date(2026, 12, 7), "7 Dec 2026", "soon"),
    ],
)
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_both_are_warned_before_the_guardians_view_ends(
    family: Family, visit: Visit, of_age_on: date, words: str, tone: str
) -> None:
    matter = family.matter
    with matter.village.work() as work:
        work.session.get_one(Person, matter.student.person_id).of_age_on = of_age_on
    for who, said in ((matter.student, "You turn 18 on"), (matter.guardian, "Aada turns 18 on")):
        page = visit(who).get(family.home)
        assert page.has(f"{said} {words}") == bool(words)
        assert bool(page.tree.first(when=lambda node: f"flash--{tone}" in node.words)) == bool(tone)


def test_on_the_birthday_the_guardian_finds_nothing_and_the_student_goes_on(
    family: Family, visit: Visit, clock: Clock
) -> None:
    matter = family.matter
    with matter.village.work() as work:
        work.session.get_one(Person, matter.student.person_id).of_age_on = date(2026, 11, 24)
    tiina = visit(matter.guardian)
    assert tiina.get("/").url == family.home
    clock.forward(hours=14, minutes=31)
    later = visit(matter.guardian)
    assert later.get("/").has("A guardian’s view ends on the day on which the child turns 18.")
    later.get(family.home, status=404)
    assert visit(matter.student).get(family.home).has(TITLE)


def test_one_who_has_left_school_still_reads_the_own_page_but_asks_nobody_there(family: Family, visit: Visit) -> None:
    with family.matter.village.work() as work:
        for row in work.session.query(Enrolment).filter_by(student_id=family.matter.student.person_id):
            row.ends_on = date(2026, 11, 1)
    page = visit(family.matter.student).get("/")
    assert page.has(TITLE)
    assert "Ask for help" not in page.links


def test_help_and_the_way_out_are_on_every_own_page_and_on_none_of_staff(village: Village, visit: Visit) -> None:
    eetu = village.student("Eetu Kallioniemi", village.a_class("7A"))
    pupil, staff = visit(eetu), visit(village.staff(Role.CURATOR, "Saara Lehtovirta"))
    for path in ("/", "/plans", "/requests", "/meetings", "/account"):
        page = pupil.get(path)
        assert (page.links["112"], page.links["116 111"]) == ("tel:112", "tel:116111")
        assert page.links["Leave quickly"].startswith("https://")
        assert not {"112", "Leave quickly"} & set(staff.get(path).links)
