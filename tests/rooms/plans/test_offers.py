"""What a provider offers stands in the plan: arrangements agreed on for its days, and phrases for its writers."""

from datetime import date

import pytest

from tests.builders import Village
from tests.builders_arrangements import AGREED, a_use, an_arrangement
from tests.builders_phrases import a_phrase
from tests.builders_plans import Planned
from tests.client import Client
from welfare.rules.phrases import PhrasePlace


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "is_cited"),
    [
        (date(2026, 11, 1), None, True),
        (date(2026, 12, 14), None, True),  # begins on the day of the review
        (date(2026, 11, 1), date(2026, 11, 16), True),  # ends on the day of the agreement
        (date(2026, 11, 1), date(2026, 11, 15), False),
        (date(2026, 12, 15), None, False),
    ],
)
def test_a_version_cites_what_is_agreed_on_for_its_days_with_period_and_conditions(
    village: Village, planned: Planned, saara: Client, starts_on: date, ends_on: date | None, *, is_cited: bool
) -> None:
    offered = an_arrangement(village, planned.matter.saara)
    a_use(village, planned.matter.case_id, offered, planned.matter.saara, starts_on=starts_on, ends_on=ends_on)
    page = saara.get(planned.url)
    assert page.has("Arrangements in this plan")
    assert page.has("Lyhennetty koulupäivä") is is_cited
    assert page.has(AGREED) is is_cited


def test_from_the_plan_one_is_agreed_on_and_stands_in_it(village: Village, planned: Planned, saara: Client) -> None:
    offered = an_arrangement(village, planned.matter.saara)
    form = saara.get(planned.url).follow("Agree on one").form()
    form.fill(arrangement=str(offered), starts_on="23.11.2026", ends_on="18.12.2026", conditions=AGREED).submit()
    assert saara.get(planned.url).has("Lyhennetty koulupäivä In use 23 Nov 2026 – 18 Dec 2026")


def test_the_sections_of_the_form_offer_their_own_phrases(village: Village, planned: Planned, saara: Client) -> None:
    a_phrase(village, PhrasePlace.PLAN_GOAL, "Tulen kouluun ajoissa.")
    a_phrase(village, PhrasePlace.PLAN_NEED, "Tukea siirtymiin.")
    a_phrase(village, PhrasePlace.JOURNAL, "Sovittiin seurannasta.")
    page = saara.get(f"{planned.url}/write")
    lists = {node.get("data-phrases"): node.text for node in page.tree.all("details") if node.get("data-phrases")}
    assert "Tulen kouluun ajoissa." in lists["g1_title"]
    assert "Tukea siirtymiin." in lists["need"]
    assert "strengths" not in lists
    assert not page.has("Sovittiin seurannasta.")
