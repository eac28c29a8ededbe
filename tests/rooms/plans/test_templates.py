"""A template is chosen before the first version, fills empty places alone, and answers nothing for anybody."""

import pytest

from tests.builders_journal import Matter
from tests.builders_plans import LEVELS, MEASURE, TITLE, VOICE, Planned, newest_of
from tests.builders_templates import NEED_FI, NEED_SV, a_template
from tests.client import Client, Page
from tests.furnishing import furnishes
from welfare.rules.actors import Role

AGREE, FILL = "Agree on this version", "Fill the empty places"
GOAL = "Tulen kouluun sovittuina aamuina"
REST = {
    "student_words": VOICE,
    "heard": "in_meeting",
    "guardian_view": "Kotona aamut ovat kiireisiä.",
    "g1_m1_by": "Mirja Kanervala",
    "g1_m1_followed_by": "Saara Lehtovirta",
    "g1_m1_until": "18.12.2026",
    "review_on": "14.12.2026",
    "agreed_1_name": "Aada Metsäpelto",
    "agreed_1_how": "in_meeting",
}


@furnishes
def template(matter: Matter) -> str:
    """What the provider of the matter offers."""
    keeper = matter.village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori")
    return str(a_template(matter.village, keeper))


def begun(client: Client, matter: Matter, template: str, language: str = "fi", **typed: str) -> Page:
    form = client.get(f"/cases/{matter.case_id}/plan/write").form(AGREE)
    return form.fill(template=f"{template}.{language}", **typed).press(FILL)


def test_a_template_fills_an_empty_plan_with_questions_and_an_example_of_a_goal(
    matter: Matter, saara: Client, template: str
) -> None:
    page = begun(saara, matter, template)
    assert page.has("The template is in the empty places, and all of it is kept as your draft.")
    data = page.form(AGREE).data
    assert (data["need"].splitlines(), data["rhythm"]) == (NEED_FI.splitlines(), "Kahden viikon välein")
    assert (data["g1_title"], data["g1_level_3"], data["g1_m1_what"]) == (GOAL, "kolmena", "Aamuvastaanotto")
    assert (data["student_words"], data["guardian_view"], data["g1_m1_by"]) == ("", "", "")


def test_the_writer_chooses_the_language(matter: Matter, saara: Client, template: str) -> None:
    assert begun(saara, matter, template, "sv").form(AGREE).data["need"].splitlines() == NEED_SV.splitlines()


def test_what_has_been_typed_stays_and_the_example_gets_the_next_place(
    matter: Matter, saara: Client, template: str
) -> None:
    own = {"need": "Tukea aamuihin.", "g1_title": TITLE, "g1_level_1": LEVELS[0], "g1_m1_what": MEASURE}
    page = begun(saara, matter, template, **own)
    data = page.form(AGREE).data
    assert {name: data[name] for name in own} == own
    assert (data["g1_level_2"], data["rhythm"], data["g2_title"]) == ("", "Kahden viikon välein", GOAL)
    again = page.form(AGREE).fill(template=f"{template}.fi").press(FILL).form(AGREE).data
    assert [value for name, value in again.items() if name.endswith("_title") and value] == [TITLE, GOAL]


def test_a_question_that_nobody_answered_is_no_need_for_support(matter: Matter, saara: Client, template: str) -> None:
    page = begun(saara, matter, template).form(AGREE).fill(**REST).submit(status=422)
    assert page.errors == ["Write what the need for support is."]
    page.form(AGREE).submit(need=f"{NEED_FI}\nTukea aamuihin.")
    assert newest_of(matter) == 1


def test_without_a_choice_the_page_asks_for_one_and_keeps_the_text(
    matter: Matter, saara: Client, template: str
) -> None:
    del template
    form = saara.get(f"/cases/{matter.case_id}/plan/write").form(AGREE)
    page = form.fill(need="Tukea aamuihin.").press(FILL, status=422)
    assert "Choose a template first." in page.field_error("template")
    assert page.form(AGREE).data["need"] == "Tukea aamuihin."


@pytest.mark.parametrize("chosen", ["5f5ea4bb-0d25-4c0c-9a0e-1f8a0f3f9d5c.fi", "x", "."])
def test_a_template_that_is_not_offered_is_refused_and_nothing_is_lost(
    matter: Matter, saara: Client, template: str, chosen: str
) -> None:
    form = saara.get(f"/cases/{matter.case_id}/plan/write").form(AGREE)
    page = form.fill(need="Tukea aamuihin.", template=chosen).press(FILL, status=422)
    assert page.field_error("template")
    assert page.form(AGREE).data["need"] == "Tukea aamuihin."
    page.form(AGREE).fill(template=f"{template}.fi").press(FILL)


def test_nothing_is_offered_where_the_provider_has_none_or_a_plan_is_in_force(
    matter: Matter, planned: Planned, saara: Client
) -> None:
    assert FILL not in saara.get(f"{planned.url}/write").form(AGREE).buttons
    keeper = matter.village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori")
    a_template(matter.village, keeper)
    assert FILL not in saara.get(f"{planned.url}/write").form(AGREE).buttons
