"""A *sheet* holds the indicators whose results come together: one publisher's, of those who are asked the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from welfare.indicators.library import Indicator, library
from welfare.indicators.places import LEVELS
from welfare.organisations.models import Organisation
from welfare.rules.indicators import Publisher

COUNTED_HERE = frozenset({Publisher.CLIMATE})
"""What the house counts itself is not typed in."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The indicators of one publisher that the same pupils are asked about."""

    publisher: Publisher
    asked: str
    entries: Sequence[Indicator]

    @property
    def code(self) -> str:
        """How addresses and the log of discussions name it."""
        return f"{self.publisher.value}-{self.asked}"

    @property
    def codes(self) -> frozenset[str]:
        """The codes of its indicators."""
        return frozenset(entry.code for entry in self.entries)


def sheets_of(unit: Organisation, *, with_counted: bool = False) -> Sequence[Sheet]:
    """Every sheet that a unit can have results of, in the order of the library."""
    level = LEVELS[unit.kind]
    fitting = [
        entry
        for entry in library()
        if level in entry.levels
        and entry.fits(unit.unit_type)
        and (with_counted or entry.publisher not in COUNTED_HERE)
    ]
    keys = dict.fromkeys((entry.publisher, entry.asked) for entry in fitting)
    return [Sheet(*key, [entry for entry in fitting if (entry.publisher, entry.asked) == key]) for key in keys]


def sheet_of(unit: Organisation, code: str, *, with_counted: bool = False) -> Sheet | None:
    """The sheet of this code, or None."""
    return next((sheet for sheet in sheets_of(unit, with_counted=with_counted) if sheet.code == code), None)
