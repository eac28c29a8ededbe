"""No text of a school year names a pupil: asked about when it may, refused with an identity code."""

import pytest

from tests.builders import Village
from tests.builders_journal import IDENTITY_CODE
from tests.builders_school_year import YEAR, a_task, an_approved_year
from tests.client import Client


@pytest.fixture
def addresses(village: Village) -> list[tuple[str, str]]:
    """A form of each thing that the room keeps, and one of its texts."""
    _plan_id, goal_id, measure_id = an_approved_year(village)
    unit = f"/communal/{village.school_id}"
    return [
        (f"{unit}/clock/tasks/{a_task(village)}", "note"),
        (f"{unit}/action-plan/goals/{goal_id}", "target"),
        (f"{unit}/action-plan/measures/{measure_id}", "what_fi"),
        (f"{unit}/action-plan/{YEAR}/words", "heard"),
    ]


def test_a_pupils_name_is_asked_about_and_stands_only_with_a_reason(
    leader: Client, village: Village, addresses: list[tuple[str, str]]
) -> None:
    village.student("Aada Metsäpelto", village.a_class("8B"))
    for address, name in addresses:
        page = leader.get(address).form("Save").fill(**{name: "Aadan asiasta puhuttiin."}).submit(status=422)
        assert page.has("A pupil may be named here.")
        page = page.form("Save").choose(may_stand="It is an ordinary word").submit()
        assert page.has("The changes are saved.")
        assert leader.get(address).form("Save").submit().has("The changes are saved.")


def test_an_identity_code_is_refused(leader: Client, addresses: list[tuple[str, str]]) -> None:
    for address, name in addresses:
        page = leader.get(address).form("Save").fill(**{name: f"Koodi {IDENTITY_CODE}"}).submit(status=422)
        assert "personal identity code" in page.field_error(name)


def test_what_was_found_of_a_goal_is_looked_at(leader: Client, village: Village) -> None:
    village.student("Aada Metsäpelto", village.a_class("8B"))
    an_approved_year(village)
    form = leader.get(f"/communal/{village.school_id}/action-plan/{YEAR}/evaluation/mid-year/whole").form()
    page = form.choose(rating="Reached").fill(evidence="Aada voi paremmin.").submit(status=422)
    assert page.has("A pupil may be named here.")
    assert page.form().fill(evidence="Moni voi paremmin.").submit().has("What was found is saved.")
