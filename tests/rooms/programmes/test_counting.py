"""What is counted is told in sums, small ones to nobody; an entry is its writer's own."""

import pytest

from tests.builders import Village
from tests.builders_programmes import a_programme, counted
from tests.client import Client, Page
from tests.clock import Clock
from tests.rooms.programmes.conftest import Scene
from tests.signing_in import Visit
from welfare.rules.actors import Role
from welfare.rules.programmes import ProgrammeKind

TAKE_BACK = "Take back: Mediations · Autumn term · Name-calling · – · – · 7"
ENTRY = {"season": "autumn", "q_about": "names", "q_result": "agreed", "q_kept": "yes"}


def count(client: Client, scene: Scene, number: str, status: int = 200, **changes: str) -> Page:
    form = client.get(scene.address()).follow("Add mediations").form()
    return form.fill(**(ENTRY | {"q_count": number} | changes)).submit(status=status)


def test_the_coordinator_counts_and_a_small_number_is_told_to_nobody(scene: Scene, visit: Visit, clock: Clock) -> None:
    client = visit(scene.teacher)
    page = count(client, scene, "4")
    assert page.has("It is counted.")
    assert page.has("Mediations · Autumn term · Name-calling · An agreement · Kept · 4")
    clock.forward(days=60)
    for who in (scene.teacher, scene.principal, scene.colleague):
        page = visit(who).get(scene.address())
        assert page.has("Autumn 2026: not shown")
        assert page.has("Name-calling not shown")
    count(visit(scene.teacher), scene, "5", q_about="pushing")
    page = visit(scene.principal).get(scene.address())
    assert page.has("Autumn 2026: 9")
    assert page.has("Name-calling not shown")
    assert page.has("Pushing or hitting not shown"), "else the other would be the sum less this one"
    assert not page.has("Name-calling · An agreement"), "entries one by one are their writer's"


def test_two_looks_at_a_running_term_tell_nothing_of_who_came_between(
    village: Village, scene: Scene, visit: Visit, clock: Clock
) -> None:
    counted(village, scene.mediation, scene.teacher, "mediations", 7, {"about": "names"})
    seen = [visit(scene.colleague).get(address).main for address in (scene.address(), f"{scene.unit}/programmes")]
    page = count(visit(scene.teacher), scene, "1")
    assert page.has("Mediations · Autumn term · Name-calling · An agreement · Kept · 1"), "the own entries are told"
    again = [visit(scene.colleague).get(address).main for address in (scene.address(), f"{scene.unit}/programmes")]
    assert again == seen
    assert "The term is running: how many pupils there are is shown when it is over." in seen[0]
    assert "Nothing has been counted yet." not in seen[0]
    assert "Autumn 2026" not in seen[0]
    assert "The term is running" in visit(scene.colleague).get(scene.unit).main
    clock.forward(days=60)
    assert visit(scene.colleague).get(scene.address()).has("Autumn 2026: 8")
    page = visit(scene.colleague).get(f"{scene.unit}/programmes")
    assert page.has("Autumn 2026: 8")
    assert page.has("Numbers of fewer than 5 pupils are not shown")


def test_the_number_of_one_club_cannot_be_had_from_the_sum_of_all(
    village: Village, scene: Scene, visit: Visit, clock: Clock
) -> None:
    clubs = [a_programme(village, ProgrammeKind.CLUB, name=name, sort="sports") for name in ("Sähly", "Kokki", "Kuoro")]
    for club, number in zip(clubs, (3, 8, 20), strict=True):
        counted(village, club, scene.principal, "participants", number)
    clock.forward(days=60)
    client = visit(scene.colleague)
    assert client.get(f"{scene.unit}/programmes").has("Autumn 2026: 31")
    for club, words in zip(clubs, ("not shown", "not shown", "20"), strict=True):
        assert client.get(scene.address(club)).has(f"Autumn 2026: {words}")


def test_hours_and_groups_tell_of_no_pupil_and_are_told(village: Village, scene: Scene, visit: Visit) -> None:
    skills = a_programme(village, ProgrammeKind.SOCIAL_SKILLS)
    counted(village, skills, scene.principal, "hours", 2, {"grade": "3", "topic": "friends"})
    page = visit(scene.colleague).get(scene.address(skills))
    assert page.has("Autumn 2026: 2 h")
    assert page.has("Friendship and belonging 2")


def test_an_own_entry_is_taken_back_and_nobody_elses(
    village: Village, scene: Scene, visit: Visit, clock: Clock
) -> None:
    counted(village, scene.mediation, scene.teacher, "mediations", 7, {"about": "names"})
    clock.forward(days=60)
    assert not visit(scene.principal).get(scene.address()).has("Take back")
    page = visit(scene.teacher).get(scene.address())
    assert page.has("Autumn 2026: 7")
    late = page.form(TAKE_BACK)
    page = page.form(TAKE_BACK).submit()
    assert page.has("Your entry is taken out of the count.")
    assert not page.has("Autumn 2026: 7")
    late.submit(status=404)


@pytest.mark.parametrize(
    ("field", "value"),
    [("q_count", ""), ("q_count", "1000"), ("q_count", "-2"), ("q_count", "kaksi"), ("q_about", "x"), ("season", "x")],
)
def test_what_cannot_be_counted_is_refused_at_its_field(scene: Scene, visit: Visit, field: str, value: str) -> None:
    page = count(visit(scene.teacher), scene, **({"number": "3", "status": 422, field: value}))  # type: ignore[arg-type]
    assert page.field_error(field)
    assert page.form().data["q_result"] == "agreed"


def test_classes_are_paired_by_class_alone(village: Village, scene: Scene, visit: Visit) -> None:
    village.a_class("6B")
    village.a_class("1A")
    buddies = a_programme(village, ProgrammeKind.BUDDY_PUPILS, scene.teacher)
    form = visit(scene.teacher).get(scene.address(buddies)).follow("Pair two classes").form()
    assert set(form.options["q_elder"]) == {"Choose", "1A", "6B"}
    page = form.submit(q_elder="6B", q_younger="1A", q_count="3")
    assert page.has("6B 3")


def test_the_coordinator_keeps_the_list_of_staff(scene: Scene, visit: Visit) -> None:
    client = visit(scene.teacher)
    form = client.get(scene.address()).form("Put on the list")
    page = form.submit(account=str(scene.colleague.account_id), since="12.8.2026")
    assert page.has("Teemu Lahti since 12 Aug 2026")
    assert page.form("Put on the list").submit(account="", status=422).field_error("account")
    page = page.form("Take off: Teemu Lahti").submit()
    assert page.has("Nobody has been named yet.")


def test_who_coordinates_nothing_counts_nothing(village: Village, scene: Scene, visit: Visit) -> None:
    for who in (scene.colleague, village.staff(Role.CURATOR, "Kirsi Kuraattori")):
        client = visit(who)
        assert "Add mediations" not in client.get(scene.address()).links
        client.get(scene.address() + "/mediations/new", status=404)
    visit(scene.principal).get(scene.address() + "/mediations/new")
    visit(scene.teacher).get(scene.address() + "/cases/new", status=404)
