"""One indicator of one unit: the plot, the same as a table beside it, and what it tells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.communal.small_numbers import small_number_floor
from welfare.indicators.library import Indicator
from welfare.indicators.pages.telling import Trend, count_text, finding_of, hidden_years, point_text, trend_of
from welfare.indicators.places import Place, places_of
from welfare.indicators.queries import Lines, Point, cells_of, files_behind, is_published, lines_of, own_rows, past_of
from welfare.indicators.sheets import sheets_of
from welfare.indicators.words import (
    ASKED_WORDS,
    DIRECTION_WORDS,
    GROUP_WORDS,
    LEVEL_WORDS,
    LICENCE_WORDS,
    MEASURE_WORDS,
    PUBLISHER_WORDS,
    THEME_WORDS,
)
from welfare.organisations.models import Organisation
from welfare.rules.indicators import (
    LEAST_OF_REGISTER,
    LEAST_OF_SURVEY,
    SURVEYS,
    Group,
    Measure,
    Publisher,
    as_published,
)
from welfare.ui.charts import Plot, Series
from welfare.ui.locale import current_locale

STEPS = (1, 2, 4, 8, 12, 20, 40, 60, 100)
"""Where the grid of a plot may end: its five lines then stand at numbers that one can read."""


@dataclass(frozen=True, slots=True)
class Row:
    """One year of the table: the number of each line, and of how many the own one is reckoned."""

    year: int
    cells: Sequence[str]
    answered: str


@dataclass(frozen=True, slots=True)
class Change:
    """A number that was replaced."""

    at: datetime
    year: int
    place: str
    before: str


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """What is known of one indicator at one unit."""

    head: UnitHead
    entry: Indicator
    title: str
    tells: str
    plot: Plot
    decimals: int
    places: Sequence[Place]
    rows: Sequence[Row]
    trend: Trend | None
    facts: Sequence[tuple[str, str]]
    groups: Sequence[tuple[str, str, bool]]
    changes: Sequence[Change]
    files: Sequence[tuple[str, str, date, str]]
    """Source, licence, day and checksum of each file that numbers came with."""
    least: int
    own_id: UUID | None
    """The unit's own indicator, which whoever leads it may word anew."""
    sheet: str
    """Where its results of this year are typed in; empty for what is not typed in here."""
    this_year: int

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation, entry: Indicator, group: Group) -> "IndicatorPage":
        """Read its values."""
        places, locale = places_of(work.session, unit), current_locale()
        cells = cells_of(work.session, unit, places, [entry.code])
        floor = small_number_floor()
        lines = lines_of(entry, places, cells, floor, group)
        asked = {key[2] for key in cells} | {Group.TOTAL, group}
        return cls(
            head=UnitHead.of(work, unit),
            entry=entry,
            title=entry.title(locale),
            tells=entry.what_it_tells(locale),
            plot=plot_of(entry, lines),
            decimals=decimals_of(lines),
            places=places,
            rows=_rows(entry, lines, floor),
            trend=trend_of(entry, lines[places[0]]),
            facts=facts_of(entry),
            groups=[(str(words), code.value, code is group) for code, words in GROUP_WORDS.items() if code in asked],
            changes=_changes(work, entry, lines),
            files=_files(work, lines),
            own_id=next((row.id for row in own_rows(work.session, unit) if row.code == entry.code), None),
            sheet=_sheet(unit, entry),
            this_year=work.facts.on.year,
            least=max(floor, LEAST_OF_SURVEY if entry.publisher in SURVEYS else LEAST_OF_REGISTER),
        )


def _sheet(unit: Organisation, entry: Indicator) -> str:
    is_typed = entry.publisher is Publisher.OWN and not entry.is_ended
    return next((sheet.code for sheet in sheets_of(unit, [entry])), "") if is_typed else ""


def plot_of(entry: Indicator, lines: Lines) -> Plot:
    """The plot, from nothing to a round number above all that is shown."""
    years = sorted({year for points in lines.values() for year in points})
    series = [
        Series(place.name, [points[year].told.value if year in points else None for year in years], place.look)
        for place, points in lines.items()
        if points
    ]
    known = [value for each in series for value in each.values if value is not None]
    return Plot(
        title=entry.title(current_locale()),
        finding=finding_of(entry, lines),
        labels=[str(year) for year in years],
        series=series,
        low=0.0,
        high=_round_above(max(known, default=1.0), entry.measure),
        told_gaps=_hidden_columns(next(iter(lines.values())), years),
    )


def _hidden_columns(own: Mapping[int, Point], years: Sequence[int]) -> Sequence[int]:
    """Where the unit has a number of its own that is not shown; what nobody has is no gap."""
    hidden = hidden_years(own)
    return [place for place, year in enumerate(years) if year in hidden]


def decimals_of(lines: Lines) -> int:
    """One decimal where the publisher gives any."""
    shown = (point.told.value for points in lines.values() for point in points.values())
    return int(any(value is not None and not float(value).is_integer() for value in shown))


def facts_of(entry: Indicator) -> Sequence[tuple[str, str]]:
    """What the library says of it, each under the name of its column."""
    return [
        ("theme", str(THEME_WORDS[entry.theme])),
        ("asked", str(ASKED_WORDS[entry.asked])),
        ("direction", str(DIRECTION_WORDS[entry.direction])),
        ("measure", str(MEASURE_WORDS[entry.measure])),
        ("publisher", entry.source or str(PUBLISHER_WORDS[entry.publisher])),
        ("licence", str(LICENCE_WORDS[entry.licence])),
        ("levels", ", ".join(str(words) for level, words in LEVEL_WORDS.items() if level in entry.levels)),
    ]


def _rows(entry: Indicator, lines: Lines, floor: int) -> Sequence[Row]:
    own = next(iter(lines))
    years = sorted({year for points in lines.values() for year in points}, reverse=True)
    return [
        Row(
            year=year,
            cells=[point_text(entry, points.get(year)) for points in lines.values()],
            answered=count_text(lines[own].get(year), floor),
        )
        for year in years
    ]


def _changes(work: UnitOfWork, entry: Indicator, lines: Lines) -> Sequence[Change]:
    """What stood before. Of an own result only that it was another: two of one survey tell of who came between."""
    names = {place.code: place.name for place in lines}
    found = []
    for past, row in past_of(work.session, _value_ids(lines)):
        before = point_text(entry, Point(as_published(past.value))) if is_published(row.level, past) else ""
        found.append(Change(past.replaced_at, row.year, names[row.place], before))
    return found


def _files(work: UnitOfWork, lines: Lines) -> Sequence[tuple[str, str, date, str]]:
    found = files_behind(work.session, _value_ids(lines))
    return [(row.source, str(LICENCE_WORDS[row.licence]), row.fetched_on, row.digest) for row in found]


def _value_ids(lines: Lines) -> Sequence[UUID]:
    return [point.value_id for points in lines.values() for point in points.values() if point.value_id]


def _round_above(value: float, measure: Measure) -> float:
    steps = (*STEPS, 400, 1000, 4000, 10_000)
    most = 100.0 if measure in {Measure.PERCENT, Measure.POINTS} else float("inf")
    return min(most, float(next((step for step in steps if step >= value), ceil(value))))
