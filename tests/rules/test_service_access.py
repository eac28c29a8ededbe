"""Requests and arrangements in numbers: counted when a term is settled, released for a whole county at once."""

from datetime import date
from itertools import product
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.subtractor import Subtractor
from welfare.rules.requests import Service
from welfare.rules.service_access import (
    KINDS,
    YEAR,
    Pace,
    asked_of,
    pace_of,
    release_arrangements,
    release_requests,
    settled_terms,
    year_of,
)
from welfare.rules.suppression import PROTECTED, Figure
from welfare.rules.suppression_dimensions import ALL
from welfare.rules.suppression_plan import Cell, Released
from welfare.rules.suppression_release import Release
from welfare.rules.terms import SchoolTerm

AUTUMN, SPRING = SchoolTerm(date(2025, 8, 1)), SchoolTerm(date(2026, 1, 1))
JOKI, LAHTI = UUID(int=1), UUID(int=2)
KOSKI, NIEMI, SALMI = UUID(int=11), UUID(int=12), UUID(int=13)
PROVIDERS = {KOSKI: JOKI, NIEMI: JOKI, SALMI: LAHTI}
DUE = date(2026, 2, 10)
LEAVES = [line[0] for line in KINDS.lines]


@pytest.mark.parametrize(
    ("service", "due_on", "held_on", "closed", "pace"),
    [
        (Service.CURATOR, DUE, DUE, 1, Pace.IN_TIME),
        (Service.CURATOR, DUE, date(2026, 2, 11), 1, Pace.LATE),
        (Service.PSYCHOLOGIST, DUE, None, 0, Pace.LATE),
        (Service.PSYCHOLOGIST, DUE, None, 1, Pace.NO_LIMIT),
        (Service.UNSURE, DUE, DUE, 0, Pace.IN_TIME),
        (Service.NURSE, None, DUE, 1, Pace.NO_LIMIT),
        (Service.DOCTOR, None, None, 0, Pace.NO_LIMIT),
    ],
)
def test_the_limit_binds_curator_and_psychologist(
    service: Service, due_on: date | None, held_on: date | None, closed: int, pace: Pace
) -> None:
    assert pace_of(service, due_on, held_on, is_closed=bool(closed)) is pace
    assert f"{asked_of(service)}:{pace}" in LEAVES


@pytest.mark.parametrize(
    ("today", "latest"),
    [
        (date(2026, 8, 31), SchoolTerm(date(2025, 8, 1))),
        (date(2026, 9, 1), SPRING),
        (date(2027, 1, 31), SPRING),
        (date(2027, 2, 1), SchoolTerm(date(2026, 8, 1))),
    ],
)
def test_a_term_is_counted_a_month_after_its_end(today: date, latest: SchoolTerm) -> None:
    terms = settled_terms(today, 3)
    assert terms == [latest.before.before, latest.before, latest]


def test_both_terms_of_a_school_year_belong_to_its_autumn() -> None:
    assert year_of(AUTUMN) == year_of(SPRING) == (YEAR, AUTUMN.starts_on)
    assert year_of(SPRING.after) != year_of(SPRING)


def counts_of(term: SchoolTerm, number: int) -> dict[Cell, int]:
    """The same number everywhere."""
    return {(school, term, kind): number for school, kind in product(PROVIDERS, LEAVES)}


def told(found: Release) -> object:
    """What a reader of everything can tell of a hidden number."""
    before = {cell: Figure(count) for cell, count in found.plan.before.shown.items()}
    reader = Subtractor(found.plan.dimensions, {**before, **found.figures}, least=0)
    return reader.narrowed(5) or reader.reckoned() or None


def test_a_year_is_told_with_its_spring_and_adds_up() -> None:
    autumn = release_requests(PROVIDERS, counts_of(AUTUMN, 6), 5, AUTUMN, Released())
    assert (autumn.figure(place=KOSKI, time=AUTUMN), autumn.figure(time=AUTUMN)) == (Figure(48), Figure(144))
    assert (KOSKI, year_of(AUTUMN), ALL) not in autumn.figures
    both = counts_of(AUTUMN, 6) | counts_of(SPRING, 7)
    spring = release_requests(PROVIDERS, both, 5, SPRING, autumn.released)
    assert spring.figure(place=KOSKI, time=SPRING) == Figure(56)
    assert spring.figure(place=JOKI, time=year_of(SPRING), kind=Pace.LATE) == Figure(2 * 2 * 13)
    assert spring.figure(time=year_of(SPRING)) == Figure(144 + 168)


def test_a_house_that_began_in_spring_tells_no_year() -> None:
    spring = release_requests(PROVIDERS, counts_of(SPRING, 7), 5, SPRING, Released())
    assert spring.figure(place=KOSKI, time=SPRING) == Figure(56)
    assert all(time == SPRING for _place, time, _kind in spring.figures)


def test_a_school_that_changed_its_provider_leaves_the_year_without_sums() -> None:
    autumn = release_requests(PROVIDERS, counts_of(AUTUMN, 6), 5, AUTUMN, Released())
    moved = {**PROVIDERS, NIEMI: LAHTI}
    spring = release_requests(moved, counts_of(AUTUMN, 6) | counts_of(SPRING, 7), 5, SPRING, autumn.released)
    assert spring.figure(place=LAHTI, time=SPRING) == Figure(112)
    assert all(time == SPRING for _place, time, _kind in spring.figures)


def test_a_small_number_takes_another_with_it_in_term_and_year() -> None:
    autumn_counts = counts_of(AUTUMN, 9) | {(KOSKI, AUTUMN, "curator:late"): 1, (KOSKI, AUTUMN, "psychologist:late"): 1}
    autumn = release_requests(PROVIDERS, autumn_counts, 5, AUTUMN, Released())
    assert autumn.figure(place=KOSKI, time=AUTUMN, kind=Pace.LATE) == PROTECTED
    spring = release_requests(PROVIDERS, autumn_counts | counts_of(SPRING, 9), 5, SPRING, autumn.released)
    assert spring.figure(place=KOSKI, time=AUTUMN, kind=Pace.LATE) == PROTECTED
    year = spring.figure(place=KOSKI, time=year_of(SPRING), kind=Pace.LATE)
    assert PROTECTED in {year, spring.figure(place=KOSKI, time=SPRING, kind=Pace.LATE)}
    assert told(spring) is None


@settings(max_examples=15, deadline=None)
@given(st.lists(st.one_of(st.integers(0, 4), st.integers(0, 12)), min_size=48, max_size=48))
def test_everything_released_of_a_year_tells_nothing_of_what_is_hidden(numbers: list[int]) -> None:
    autumn_cells, spring_cells = counts_of(AUTUMN, 0), counts_of(SPRING, 0)
    counts = dict(zip((*autumn_cells, *spring_cells), numbers, strict=True))
    first = {cell: counts[cell] for cell in autumn_cells}
    autumn = release_requests(PROVIDERS, first, 5, AUTUMN, Released())
    spring = release_requests(PROVIDERS, counts, 5, SPRING, autumn.released)
    assert told(autumn) is None
    assert told(spring) is None


def test_arrangements_of_schools_cannot_be_reckoned_from_the_catalogue() -> None:
    own = {KOSKI: JOKI, NIEMI: JOKI}
    counts = {(KOSKI, "short"): 2, (NIEMI, "short"): 9, (KOSKI, "small"): 7, (NIEMI, "small"): 6, (KOSKI, "rare"): 1}
    found = release_arrangements(own, ["short", "small", "rare"], counts, 5)
    assert found.figure(place=JOKI, kind="short") == Figure(11)
    assert found.figure(place=KOSKI, kind="short") == found.figure(place=NIEMI, kind="short") == PROTECTED
    assert (found.figure(place=KOSKI, kind="small"), found.figure(place=NIEMI, kind="rare")) == (Figure(7), Figure(0))
    assert found.figure(place=JOKI, kind="rare") == found.figure(place=KOSKI, kind="rare") == PROTECTED
