"""What is hidden cannot be reckoned: a reader who tries every table is left with as many numbers as the floor."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.reader import Reader
from tests.rules.subtractor import Subtractor
from welfare.rules.suppression import FLOOR, PROTECTED, Figure, Hidden, shown
from welfare.rules.suppression_cube import ReleasedBeforeError
from welfare.rules.suppression_dimensions import ALL, Dimension
from welfare.rules.suppression_plan import Cell, Plan, Released, View
from welfare.rules.suppression_release import Release, release

Table = tuple[Plan, dict[Cell, int]]
COUNT = st.one_of(st.integers(0, 5), st.integers(0, 14))
PLACES = Dimension(
    "place", ("school", "municipality"), (("Koski", "Joki"), ("Niemi", "Joki"), ("Salmi", "Lahti"), ("Saari", "Lahti"))
)
WIDE = Dimension("place", ("school", "municipality"), tuple((f"S{each}", f"M{each % 3}") for each in range(9)))
TERMS = Dimension("time", ("term", "year"), (("autumn", "2025"), ("spring", "2025")))


def flat(name: str, size: int) -> Dimension:
    return Dimension.flat(name, [f"{name} {number}" for number in range(size)])


def every_view(dimensions: Sequence[Dimension]) -> list[View]:
    """All levels crossed."""
    names = [dimension.name for dimension in dimensions]
    return [
        dict(zip(names, levels, strict=True))
        for levels in product(*((*dimension.levels, ALL) for dimension in dimensions))
    ]


def leaves(dimensions: Sequence[Dimension]) -> list[Cell]:
    return list(product(*((line[0] for line in dimension.lines) for dimension in dimensions)))


@st.composite
def tables(draw: st.DrawFn, *shapes: tuple[Dimension, ...], floors: Sequence[int] = (FLOOR,)) -> Table:
    """Random counts in one of these shapes, all or some of the views published."""
    dimensions = draw(st.sampled_from(shapes))
    views = every_view(dimensions)
    some = draw(st.one_of(st.just(views), st.lists(st.sampled_from(views), min_size=1, max_size=4)))
    counts = {cell: draw(COUNT) for cell in leaves(dimensions)}
    effort = draw(st.sampled_from((0, 1000)))
    return Plan(dimensions, some, floor=draw(st.sampled_from(floors)), effort=effort), counts


def attack(found: Release, *, is_shrewd: bool = True) -> dict[Cell, list[int]]:
    """What a reader has narrowed to fewer numbers than the floor."""
    plan = found.plan
    figures = {**{cell: Figure(count) for cell, count in plan.before.shown.items()}, **found.figures}
    reader = Reader(tuple(plan.dimensions), figures, is_shrewd=is_shrewd)
    hidden = [cell for cell, figure in figures.items() if figure.hidden is Hidden.PROTECTED]
    narrowed = {cell: reader.candidates(cell, plan.floor) for cell in hidden}
    return {cell: numbers for cell, numbers in narrowed.items() if len(numbers) < plan.floor}


def naive(plan: Plan, counts: Mapping[Cell, int]) -> Release:
    """Only what is small is hidden, as a table does that knows nothing of sums."""
    whole = release(Plan(plan.dimensions, plan.views, before=Released()), dict.fromkeys(counts, 0))
    sums = dict.fromkeys(whole.figures, 0)
    for cell, count in counts.items():
        for each in sums:
            reader_sees = all(
                dimension.places[key] in dimension.paths[dimension.places[leaf]]
                for dimension, key, leaf in zip(plan.dimensions, each, cell, strict=True)
            )
            sums[each] += count if reader_sees else 0
    told = {cell: Figure(each) if shown(each, FLOOR) is not None else PROTECTED for cell, each in sums.items()}
    return Release(plan, told)


@settings(max_examples=60, deadline=None)
@given(tables(*((flat("kind", size),) for size in range(1, 7)), floors=(5, 6, 8)))
def test_a_row_and_its_sum_tell_nothing_of_what_is_hidden(table: Table) -> None:
    assert attack(release(*table)) == {}


@settings(max_examples=60, deadline=None)
@given(tables(*((flat("place", high), flat("kind", wide)) for high in (2, 3, 4) for wide in (2, 3))))
def test_rows_and_columns_tell_nothing_of_what_is_hidden(table: Table) -> None:
    assert attack(release(*table)) == {}


@settings(max_examples=30, deadline=None)
@given(
    tables((flat("place", 3), flat("time", 2), flat("kind", 2)), (flat("place", 2), flat("time", 2), flat("kind", 3)))
)
def test_layers_tell_nothing_of_what_is_hidden(table: Table) -> None:
    assert attack(release(*table)) == {}


@settings(max_examples=40, deadline=None)
@given(tables((PLACES,), (PLACES, flat("kind", 2)), (PLACES, TERMS)))
def test_schools_municipalities_terms_and_years_tell_nothing_of_what_is_hidden(table: Table) -> None:
    assert attack(release(*table)) == {}


@settings(max_examples=30, deadline=None)
@given(tables((PLACES, TERMS), (flat("place", 3), TERMS, flat("kind", 2))))
def test_a_term_released_later_tells_nothing_of_what_was_hidden_before(table: Table) -> None:
    plan, counts = table
    autumn = {cell: count for cell, count in counts.items() if cell[1] == "autumn"}
    places, _terms, *kinds = plan.dimensions
    first = Dimension("time", ("term", "year"), (("autumn", "2025"),))
    views = [view for view in every_view(plan.dimensions) if view["time"] == "term"]
    earlier = release(Plan((places, first, *kinds), views), autumn)
    whole = [view for view in every_view(plan.dimensions) if view["time"] != ALL]
    later = release(Plan(plan.dimensions, whole, before=earlier.released), counts)
    assert attack(earlier) == {}
    assert attack(later) == {}
    for cell, figure in earlier.figures.items():
        assert later.figures[cell] == figure


@settings(max_examples=40, deadline=None)
@given(tables((flat("place", 3), flat("kind", 3)), (PLACES, flat("kind", 2)), (PLACES,)))
def test_a_reader_who_knows_less_knows_no_more(table: Table) -> None:
    assert attack(release(*table), is_shrewd=False) == {}


def test_the_reader_finds_what_a_table_tells_that_only_hides_what_is_small() -> None:
    row = Plan((flat("kind", 3),), every_view((flat("kind", 3),)))
    counts: dict[Cell, int] = {("kind 0",): 2, ("kind 1",): 9, ("kind 2",): 12}
    assert attack(naive(row, counts)) == {("kind 0",): [2]}
    assert attack(release(row, counts)) == {}
    square = Plan((PLACES, TERMS), every_view((PLACES, TERMS)))
    many = dict(zip(leaves((PLACES, TERMS)), (2, 30, 40, 3, 20, 25, 28, 31), strict=True))
    assert attack(naive(square, many))
    assert attack(release(square, many)) == {}


def test_the_reader_who_subtracts_finds_it_too() -> None:
    square = Plan((PLACES, TERMS), every_view((PLACES, TERMS)))
    many = dict(zip(leaves((PLACES, TERMS)), (2, 30, 40, 3, 20, 25, 28, 31), strict=True))
    told = Subtractor(square.dimensions, naive(square, many).figures)
    assert told.narrowed(FLOOR)[("Koski", "autumn")] == (2, 2)
    assert ("Koski", "autumn") in told.reckoned()


@settings(max_examples=10, deadline=None)
@given(tables((WIDE, TERMS, flat("kind", 4)), (flat("place", 12), flat("time", 6), flat("kind", 4)), (WIDE, TERMS)))
def test_a_large_table_tells_nothing_to_a_reader_who_subtracts(table: Table) -> None:
    found = release(*table)
    reader = Subtractor(found.plan.dimensions, found.figures)
    assert reader.narrowed(FLOOR) == {}
    assert reader.reckoned() == set()


@given(tables((flat("place", 3), flat("time", 3), flat("kind", 2)), (PLACES, TERMS)))
def test_a_table_without_small_numbers_loses_nothing(table: Table) -> None:
    plan, counts = table
    large = {cell: count + FLOOR if count else 0 for cell, count in counts.items()}
    found = release(plan, large)
    assert all(figure.count is not None for figure in found.figures.values())
    assert found.hidden_share == 0


@given(tables((flat("place", 3), flat("time", 3), flat("kind", 2)), (PLACES, TERMS)))
def test_effort_shows_more_and_never_less(table: Table) -> None:
    plan, counts = table
    quick, thorough = release(replace(plan, effort=0), counts), release(replace(plan, effort=5000), counts)
    assert all(thorough.figures[cell] == figure for cell, figure in quick.figures.items() if figure.count is not None)


@given(tables((flat("place", 3), flat("time", 3), flat("kind", 2)), (PLACES, TERMS)), st.randoms(use_true_random=False))
def test_the_same_counts_hide_the_same_in_whatever_order_they_come(table: Table, chance: Random) -> None:
    plan, counts = table
    turned = chance.sample(sorted(counts.items()), len(counts))
    assert release(plan, dict(turned)).figures == release(plan, counts).figures


@given(tables((flat("place", 3), flat("time", 3), flat("kind", 2)), (PLACES, TERMS), floors=(5, 7)))
def test_a_small_number_is_never_shown_and_a_shown_one_is_true(table: Table) -> None:
    plan, counts = table
    truth = naive(plan, counts)
    for cell, figure in release(plan, counts).figures.items():
        if figure.count is not None:
            assert figure.count == 0 or figure.count >= plan.floor
            assert truth.figures[cell].count == figure.count


def test_with_two_schools_hiding_one_hides_the_other_or_their_sum() -> None:
    two = Dimension("place", ("school", "municipality"), (("Koski", "Joki"), ("Niemi", "Joki"), ("Salmi", "Lahti")))
    found = release(Plan((two,), every_view((two,))), {("Koski",): 3, ("Niemi",): 40, ("Salmi",): 50})
    assert found.figure(place="Koski") == PROTECTED
    assert found.figure(place="Niemi") == PROTECTED
    assert found.figure(place="Joki") == Figure(43)
    assert found.figure() == Figure(93)


def test_what_is_hidden_in_one_view_is_hidden_in_every_one() -> None:
    kinds = flat("kind", 2)
    counts = dict(zip(leaves((PLACES, kinds)), (2, 9, 8, 7, 11, 6, 12, 9), strict=True))
    found = release(Plan((PLACES, kinds), every_view((PLACES, kinds))), counts)
    for one, two in combinations(found.plan.views, 2):
        first, second = dict(found.table(one)), dict(found.table(two))
        assert all(first[cell] == second[cell] for cell in first.keys() & second.keys())
    assert [cell for cell, figure in found.table({"place": "school"}) if figure == PROTECTED] == []
    assert found.figure(place="Koski", kind="kind 0") == PROTECTED


def test_a_floor_may_be_raised() -> None:
    kinds = flat("kind", 3)
    counts: dict[Cell, int] = {("kind 0",): 7, ("kind 1",): 30, ("kind 2",): 40}
    views = every_view((kinds,))
    assert release(Plan((kinds,), views), counts).figure(kind="kind 0") == Figure(7)
    assert release(Plan((kinds,), views, floor=8), counts).figure(kind="kind 0") == PROTECTED


def test_a_blank_stays_blank_and_so_do_the_sums_it_belongs_to() -> None:
    kinds = flat("kind", 2)
    counts: dict[Cell, int | None] = {**dict.fromkeys(leaves((PLACES, kinds)), 20), ("Koski", "kind 0"): None}
    found = release(Plan((PLACES, kinds), every_view((PLACES, kinds))), counts)
    blank = {cell for cell, figure in found.figures.items() if figure.hidden is Hidden.BLANK}
    assert blank == set(product(("Koski", "Joki", ALL), ("kind 0", ALL)))
    assert found.figure(place="Niemi") == Figure(40)
    counts["Niemi", "kind 0"] = 2
    assert attack(release(found.plan, counts)) == {}


@settings(max_examples=40, deadline=None)
@given(tables((PLACES,), (flat("place", 3), flat("kind", 2))), st.data())
def test_blanks_among_counts_tell_nothing_of_what_is_hidden(table: Table, data: st.DataObject) -> None:
    plan, counts = table
    blanks = data.draw(st.sets(st.sampled_from(sorted(counts)), min_size=1, max_size=2))
    assert attack(release(plan, {cell: None if cell in blanks else count for cell, count in counts.items()})) == {}


def test_a_released_period_does_not_change() -> None:
    kinds = flat("kind", 2)
    before = Released({("kind 0",): 9}, frozenset({("kind 1",)}))
    plan = Plan((kinds,), [{"kind": "kind"}], before=before)
    found = release(plan, {("kind 0",): 9, ("kind 1",): 30})
    assert found.figure(kind="kind 1") == PROTECTED
    with pytest.raises(ReleasedBeforeError):
        release(plan, {("kind 0",): 8, ("kind 1",): 30})


def test_where_what_was_released_before_leaves_no_other_cover_a_nought_is_hidden() -> None:
    kinds = flat("kind", 3)
    counts: dict[Cell, int] = {("kind 0",): 4, ("kind 1",): 1, ("kind 2",): 0}
    bare = release(Plan((kinds,), every_view((kinds,))), counts)
    assert (bare.figure(kind="kind 2"), bare.figure()) == (Figure(0), PROTECTED)
    found = release(Plan((kinds,), every_view((kinds,)), before=Released({(ALL,): 5})), counts)
    assert (found.figure(kind="kind 2"), found.figure()) == (PROTECTED, Figure(5))
    assert attack(found, is_shrewd=False) == {}


def test_where_what_was_released_before_leaves_no_cover_at_all_nothing_is_added() -> None:
    kinds = flat("kind", 3)
    counts: dict[Cell, int] = {("kind 0",): 2, ("kind 1",): 0, ("kind 2",): 0}
    found = release(Plan((kinds,), every_view((kinds,)), before=Released({(ALL,): 2})), counts)
    assert {cell for cell, figure in found.figures.items() if figure.count is not None} == {(ALL,)}


def test_of_a_sensitive_matter_none_and_all_of_a_few_are_hidden() -> None:
    kinds = Dimension.flat("answer", ["never", "seldom", "often"])
    views = every_view((kinds,))
    few: dict[Cell, int] = {("never",): 12, ("seldom",): 0, ("often",): 0}
    found = release(Plan((kinds,), views, sensitive="answer"), few)
    assert [found.figure(answer=key) for key in ("never", "seldom", "often")] == [PROTECTED] * 3
    assert found.figure() == Figure(12)
    assert attack(found, is_shrewd=False) == {}
    assert release(Plan((kinds,), views), few).figure(answer="seldom") == Figure(0)
    many: dict[Cell, int] = {("never",): 20, ("seldom",): 0, ("often",): 0}
    assert release(Plan((kinds,), views, sensitive="answer"), many).figure(answer="never") == Figure(20)
