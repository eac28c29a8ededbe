"""A version that cannot be opened any more leaves a marked gap, and nothing is written over it."""

import pytest
from sqlalchemy import select, update

from tests.builders_plans import TITLE, VOICE, Planned, newest_of
from tests.client import Client
from tests.signing_in import Visit
from welfare.crypto.encrypted import Encrypted
from welfare.db.guard import WRITES
from welfare.plans.models import PlanVersion, Rating

GAP = "This text cannot be opened"


def turn_one_bit(planned: Planned, model: type[PlanVersion | Rating]) -> None:
    """Past every guard of ours, as a failing disk would."""
    table = model.__table__
    with planned.matter.village.ledger.engine.connect().execution_options(**{WRITES: True}) as connection:
        blob = connection.scalars(select(table.c.document)).one().blob
        broken = Encrypted(blob[:-1] + bytes([blob[-1] ^ 1]))
        connection.execute(update(table).values(document=broken))  # type: ignore[arg-type]
        connection.commit()


def test_the_pages_live_round_a_broken_version(planned: Planned, saara: Client, visit: Visit) -> None:
    turn_one_bit(planned, PlanVersion)
    for page in (saara.get(planned.url), visit(planned.matter.student).get(planned.own)):
        assert page.has(GAP)
        assert not page.has(VOICE)
    assert not saara.get(f"/cases/{planned.matter.case_id}").has(VOICE)
    assert visit(planned.matter.mirja).get(f"{planned.url}/measures/{planned.measure_id}/end").has(GAP)


def test_nothing_is_written_over_what_cannot_be_read(planned: Planned, saara: Client) -> None:
    form = saara.get(f"{planned.url}/write").form("Agree on this version").fill(need="Tukea.")
    turn_one_bit(planned, PlanVersion)
    page = form.submit(status=409)
    assert page.errors == [
        "The version before cannot be opened, so none can be written over it. Tell the data protection officer."
    ]
    assert page.form("Agree on this version").data["need"] == "Tukea."
    assert newest_of(planned.matter) == 1


def test_a_broken_rating_is_missing_and_the_rest_is_drawn(planned: Planned, saara: Client) -> None:
    form = saara.get(f"{planned.url}/rate").form("Keep the rating")
    form.fill(rater="worker", goal_1="1").submit()
    turn_one_bit(planned, Rating)
    page = saara.get(planned.url)
    assert page.has(TITLE)
    assert page.has("Nobody has rated this goal yet.")


@pytest.mark.parametrize("path", ["", "/write", "/print"])
def test_a_whole_version_has_no_gap(planned: Planned, saara: Client, path: str) -> None:
    assert not saara.get(planned.url + path).has(GAP)
