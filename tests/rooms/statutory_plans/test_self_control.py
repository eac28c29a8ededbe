"""Self-control: every item with what shows it, a defect with its day, the round of a year done in time."""

import pytest

from tests.builders import Village
from tests.client import Client, Page

FOUND = {"evidence": "Luettelot käytiin läpi.", "defect": "", "fix_by": "", "fixed_on": ""}
ITEM = "Every case of bullying that came to light was looked into and followed up as planned"


def control(village: Village, key: str = "") -> str:
    return f"/communal/{village.school_id}/self-control/2026" + (f"/{key}" if key else "")


def answer(client: Client, village: Village, state: str, status: int = 200, **changes: str) -> Page:
    form = client.get(control(village, "bullying")).form().choose(state=state)
    return form.fill(**(FOUND | changes)).submit(status=status)


def test_an_item_is_gone_through(leader: Client, village: Village) -> None:
    page = leader.get(f"/communal/{village.school_id}/self-control")
    assert page.has("0 of 9 items are gone through; the round is done by 31 Jan 2027.")
    assert f"Go through: {ITEM}" in page.links
    page = answer(leader, village, "In order")
    assert page.has("1 of 9 items are gone through")
    assert page.has("Luettelot käytiin läpi. In order")
    assert leader.get(f"/communal/{village.school_id}").has("1 of 9 items, by 31 Jan 2027")


def test_a_defect_has_a_day_and_is_late_after_it(leader: Client, village: Village) -> None:
    page = answer(leader, village, "Something is lacking", defect="Seuranta puuttui.", fix_by="20.11.2026")
    assert page.has("Seuranta puuttui. Should have been mended by 20 Nov 2026")
    assert leader.get(f"/communal/{village.school_id}").has("defects open: 1")
    page = answer(
        leader, village, "Something is lacking", defect="Korjattiin.", fix_by="20.11.2026", fixed_on="19.11.2026"
    )
    assert page.has("Mended 19 Nov 2026")


@pytest.mark.parametrize(
    ("state", "changes", "field", "words"),
    [
        ("Something is lacking", {"fix_by": "1.12.2026"}, "defect", "Write what is lacking."),
        ("Something is lacking", {"defect": "Puute."}, "fix_by", "without a day it stays"),
        ("In order", {"evidence": ""}, "evidence", "Write what shows it."),
        ("In order", {"fixed_on": "24.11.2026"}, "fixed_on", "lies in the future"),
        ("In order", {"fix_by": "31.2.2027"}, "fix_by", "Write the day as"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    leader: Client, village: Village, state: str, changes: dict[str, str], field: str, words: str
) -> None:
    assert words in answer(leader, village, state, 422, **changes).field_error(field)


def test_the_second_of_two_who_answer_sees_what_the_first_saved(leader: Client, village: Village) -> None:
    forms = [leader.get(control(village, "plan")).form().choose(state="In order") for _ in range(2)]
    forms[0].fill(evidence="Toisen havainto.").submit()
    page = forms[1].fill(evidence="Oma havainto.").submit(status=409)
    assert page.has("Toisen havainto.")
    assert page.form().submit().has("Oma havainto.")


def test_colleagues_read_self_control_and_answer_nothing(reader: Client, village: Village) -> None:
    page = reader.get(control(village))
    assert page.has("Not gone through")
    assert f"Go through: {ITEM}" not in page.links
    reader.get(control(village, "bullying"), status=404)


def test_an_unknown_item_is_no_page(leader: Client, village: Village) -> None:
    leader.get(control(village, "weather"), status=404)
    leader.get(control(village, "plan"))
