"""Plans that an act asks for: by when they are revised, what a version lacks, and self-control."""

from datetime import date

import pytest

from welfare.rules.duties import DutyState
from welfare.rules.school_years import SchoolYear
from welfare.rules.statutory_plans import (
    Checked,
    CheckState,
    PlanKind,
    VersionLack,
    latest_review,
    plan_valid,
    self_control_done,
    what_blocks_version,
    years_after,
)

TODAY, YEAR = date(2026, 11, 23), SchoolYear(2026)


@pytest.mark.parametrize(
    ("kind", "approved_on", "children", "latest"),
    [
        (PlanKind.CHILDREN_PLAN, date(2024, 6, 10), None, date(2028, 6, 10)),
        (PlanKind.CHILDREN_PLAN, date(2024, 2, 29), None, date(2028, 2, 29)),
        (PlanKind.PROVIDER_PLAN, date(2023, 8, 1), date(2024, 6, 10), date(2025, 6, 10)),
        (PlanKind.SCHOOL_SECTION, date(2025, 1, 15), date(2024, 6, 10), date(2030, 1, 15)),
        (PlanKind.PROTECTION_PLAN, date(2025, 1, 15), None, date(2030, 1, 15)),
        (PlanKind.REGIONAL_PLAN, date(2024, 3, 4), date(2025, 6, 10), date(2028, 3, 4)),
    ],
)
def test_a_plan_is_revised_within_a_year_of_the_childrens_plan_and_that_every_four_years(
    kind: PlanKind, approved_on: date, children: date | None, latest: date
) -> None:
    assert latest_review(kind, approved_on, children) == latest


def test_a_leap_day_has_its_like_in_every_year() -> None:
    assert years_after(date(2024, 2, 29), 1) == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("texts", "is_bilingual", "review_on", "lacks"),
    [
        ([("a", "b")], True, date(2028, 1, 1), ()),
        ([("a", "")], False, date(2028, 1, 1), ()),
        ([("a", "")], True, date(2028, 1, 1), (VersionLack.ONE_LANGUAGE,)),
        ([("a", "b"), (" ", "")], True, date(2028, 1, 1), (VersionLack.EMPTY_HEADING,)),
        ([("a", "b")], True, date(2031, 1, 1), (VersionLack.REVIEW_TOO_LATE,)),
        ([("a", "b")], True, TODAY, (VersionLack.REVIEW_PAST,)),
    ],
)
def test_what_a_version_lacks(
    texts: list[tuple[str, str]], review_on: date, lacks: tuple[VersionLack, ...], *, is_bilingual: bool
) -> None:
    latest = date(2030, 1, 1)
    found = what_blocks_version(texts, is_bilingual=is_bilingual, review_on=review_on, latest=latest, on=TODAY)
    assert found == lacks


@pytest.mark.parametrize(
    ("review_on", "latest", "state"),
    [
        (date(2027, 6, 1), date(2029, 1, 1), DutyState.IN_ORDER),
        (date(2028, 6, 1), date(2026, 12, 1), DutyState.SOON),
        (date(2026, 11, 22), date(2029, 1, 1), DutyState.LATE),
        (None, None, DutyState.LATE),
    ],
)
def test_a_plan_is_valid_until_the_earlier_of_its_days(
    review_on: date | None, latest: date | None, state: DutyState
) -> None:
    assert plan_valid(review_on, latest, TODAY) is state


GOOD = Checked(CheckState.IN_ORDER)


@pytest.mark.parametrize(
    ("checked", "on", "state"),
    [
        ([], TODAY, DutyState.NOT_YET),
        ([GOOD], date(2027, 1, 5), DutyState.SOON),
        ([GOOD], date(2027, 2, 1), DutyState.LATE),
        ([GOOD, GOOD], date(2027, 2, 1), DutyState.IN_ORDER),
        ([GOOD, Checked(CheckState.DEFECT, date(2026, 11, 1))], TODAY, DutyState.LATE),
        ([GOOD, Checked(CheckState.DEFECT, date(2026, 11, 1), date(2026, 10, 30))], TODAY, DutyState.IN_ORDER),
        ([GOOD, Checked(CheckState.DEFECT, date(2026, 12, 1))], TODAY, DutyState.SOON),
    ],
)
def test_self_control_is_a_round_a_year_and_defects_have_days(
    checked: list[Checked], on: date, state: DutyState
) -> None:
    assert self_control_done(YEAR, checked, 2, on) is state
