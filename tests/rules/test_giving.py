from datetime import date, timedelta

import pytest

from welfare.rules.giving import How, WayFacts, WayLack, what_the_way_lacks
from welfare.rules.receivers import LONGEST_DAYS

MONDAY = date(2026, 11, 23)


def on_day(distance: int) -> date:
    return MONDAY + timedelta(days=distance)


@pytest.mark.parametrize(
    ("facts", "lacks"),
    [
        (WayFacts(how=How.READ_HERE, on=MONDAY, has_reader=True), ()),
        (WayFacts(how=How.READ_HERE, on=MONDAY), (WayLack.READER,)),
        (WayFacts(how=How.PAPER, on=MONDAY), ()),
        (WayFacts(how=How.TOLD, on=MONDAY), ()),
        (WayFacts(how=How.PAPER, on=MONDAY, has_reader=True), (WayLack.OTHER_WAY,)),
        (WayFacts(how=How.TOLD, on=MONDAY, has_reader=True), (WayLack.OTHER_WAY,)),
        (WayFacts(how=How.PAPER, on=MONDAY, open_until=on_day(-1)), ()),
        (WayFacts(how=How.PARCEL, on=MONDAY, has_partner=True, is_transfer=True), ()),
        (WayFacts(how=How.PARCEL, on=MONDAY, is_transfer=True), (WayLack.PARTNER,)),
        (WayFacts(how=How.PARCEL, on=MONDAY, has_partner=True), (WayLack.TRANSFER_ONLY,)),
        (WayFacts(how=How.TOLD, on=MONDAY, has_partner=True, is_transfer=True), (WayLack.NO_PARCEL,)),
        (WayFacts(how=How.READ_HERE, on=MONDAY, has_reader=True, open_until=MONDAY), ()),
        (WayFacts(how=How.READ_HERE, on=MONDAY, has_reader=True, open_until=on_day(-1)), (WayLack.ENDED,)),
        (WayFacts(how=How.READ_HERE, on=MONDAY, has_reader=True, open_until=on_day(LONGEST_DAYS)), ()),
        (
            WayFacts(how=How.READ_HERE, on=MONDAY, has_reader=True, open_until=on_day(LONGEST_DAYS + 1)),
            (WayLack.TOO_LONG,),
        ),
        (
            WayFacts(how=How.READ_HERE, on=MONDAY, has_reader=True, open_until=on_day(10), consent_to=on_day(9)),
            (WayLack.TOO_LONG,),
        ),
    ],
)
def test_each_way_asks_for_what_it_needs(facts: WayFacts, lacks: tuple[WayLack, ...]) -> None:
    assert what_the_way_lacks(facts) == lacks
