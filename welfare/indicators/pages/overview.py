"""The indicators of a unit as small multiples, theme by theme."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.communal.small_numbers import small_number_floor
from welfare.indicators.library import Indicator
from welfare.indicators.pages.telling import Trend, count_text, finding_of, hidden_years, point_text, trend_of
from welfare.indicators.places import Place, places_of
from welfare.indicators.queries import Lines, Point, catalogue_of, cells_of, lines_of
from welfare.indicators.words import ASKED_WORDS, DIRECTION_WORDS, PUBLISHER_SHORT, THEME_WORDS, value_text
from welfare.organisations.models import Organisation
from welfare.ui.locale import current_locale
from welfare.ui.multiples import SmallPlot, SmallSeries


@dataclass(frozen=True, slots=True)
class Small:
    """One little plot with everything that is said around it."""

    code: str
    title: str
    under: str
    plot: SmallPlot
    finding: str
    direction: str
    trend: Trend | None
    answered: str
    count: str
    """How many the newest own number is reckoned from; nothing where nobody knows."""
    headers: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with its plots."""

    code: str
    title: str
    smalls: Sequence[Small]


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """Everything known of a unit's wellbeing."""

    head: UnitHead
    legend: Sequence[Place]
    themes: Sequence[Theme]
    has_own: bool

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "OverviewPage":
        """Read all values in one statement."""
        places = places_of(work.session, unit)
        cells, floor = cells_of(work.session, unit, places), small_number_floor()
        entries = [entry for entry in catalogue_of(work.session, unit).entries if entry.fits(unit.unit_type)]
        found = [(entry, lines_of(entry, places, cells, floor)) for entry in entries]
        told = [(entry, lines) for entry, lines in found if any(lines.values())]
        themes = [
            Theme(theme, str(words), [small_of(entry, lines) for entry, lines in told if entry.theme == theme])
            for theme, words in THEME_WORDS.items()
        ]
        return cls(
            head=UnitHead.of(work, unit),
            legend=places,
            themes=[theme for theme in themes if theme.smalls],
            has_own=any(lines[places[0]] for _entry, lines in told),
        )


def small_of(entry: Indicator, lines: Lines) -> Small:
    """One indicator as a little plot, its words and its table."""
    own = next(iter(lines))
    year, count = counted(lines[own])
    years = sorted({year for points in lines.values() for year in points}, reverse=True)
    return Small(
        code=entry.code,
        title=entry.title(current_locale()),
        under=f"{PUBLISHER_SHORT[entry.publisher]} · {ASKED_WORDS[entry.asked]}",
        plot=SmallPlot([_series(entry, place, lines) for place in lines]),
        finding=finding_of(entry, lines),
        direction=str(DIRECTION_WORDS[entry.direction]),
        trend=trend_of(entry, lines[own]),
        answered=_("%(year)s: n = %(count)s", year=year, count=count) if count else "",
        count=count,
        headers=[_("Year"), *(place.name for place in lines)],
        rows=[[str(year), *(point_text(entry, points.get(year)) for points in lines.values())] for year in years],
    )


def counted(points: Mapping[int, Point]) -> tuple[int, str]:
    """The newest year of which it is known how many a number is reckoned from, and how many, as it may be shown."""
    known = [(year, point) for year, point in points.items() if point.respondents is not None]
    return (known[-1][0], count_text(known[-1][1], small_number_floor())) if known else (0, "")


def _series(entry: Indicator, place: Place, lines: Lines) -> SmallSeries:
    points = lines[place]
    shown = [point.told.value for point in points.values() if point.told.value is not None]
    end = f"{place.name} {value_text(shown[-1], entry.measure)}" if shown else place.name
    values = {year: point.told.value for year, point in points.items()}
    return SmallSeries(place.name, values, place.look, end, hidden_years(points))
