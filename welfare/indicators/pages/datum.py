"""A datum that a goal of the school year cites: one number, its year and whose it is, as it may be shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.indicators.library import Indicator, indicator, library
from welfare.indicators.pages.telling import shown_of
from welfare.indicators.places import Place, places_of
from welfare.indicators.queries import Lines, cells_of, lines_of
from welfare.indicators.words import value_text
from welfare.organisations.models import Organisation
from welfare.ui.locale import current_locale

LONGEST_KEY = 120


@dataclass(frozen=True, slots=True)
class Datum:
    """What is cited: ``key`` is kept, the words are made anew for each reader."""

    key: str
    code: str
    title: str
    words: str
    """The number and whose it is, as ``Own 7,4 % (2025)``."""

    @property
    def label(self) -> str:
        """The line of a list to choose from."""
        return f"{self.title}: {self.words}"


def datum_options(work: UnitOfWork, unit: Organisation) -> Sequence[Datum]:
    """What a goal of this unit can cite: of each indicator the newest number shown, its own before others'."""
    places = places_of(work.session, unit)
    cells = cells_of(work.session, unit, places)
    fitting = [entry for entry in library() if entry.fits(unit.unit_type)]
    return [datum for entry in fitting for datum in _newest(entry, lines_of(entry, places, cells))]


def datum_of(work: UnitOfWork, unit: Organisation, key: str) -> Datum | None:
    """The datum of a kept key, in the reader's words; None when its number is shown no more."""
    code, _sign, rest = key.partition("/")
    entry = indicator(code)
    if entry is None:
        return None
    places = places_of(work.session, unit)
    lines = lines_of(entry, places, cells_of(work.session, unit, places, [code]))
    found = (
        _datum(entry, place, year, value)
        for place, points in lines.items()
        for year, value in shown_of(points)
        if rest == f"{place.level.value}/{year}"
    )
    return next(found, None)


def _newest(entry: Indicator, lines: Lines) -> Iterator[Datum]:
    for place, points in lines.items():
        shown = shown_of(points)
        if shown:
            yield _datum(entry, place, *shown[-1])
            return


def _datum(entry: Indicator, place: Place, year: int, value: float) -> Datum:
    words = _("%(place)s %(value)s (%(year)s)", place=place.name, value=value_text(value, entry.measure), year=year)
    return Datum(f"{entry.code}/{place.level.value}/{year}", entry.code, entry.title(current_locale()), words)
