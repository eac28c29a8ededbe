"""A *sheet* holds the indicators whose results come together: one publisher's, of those who are asked the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from welfare.indicators.library import Indicator
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
        if self.publisher is Publisher.OWN:
            return f"{self.publisher.value}-{self.entries[0].code}"
        return f"{self.publisher.value}-{self.asked}"

    @property
    def codes(self) -> frozenset[str]:
        """The codes of its indicators."""
        return frozenset(entry.code for entry in self.entries)


def sheets_of(unit: Organisation, entries: Sequence[Indicator], *, with_counted: bool = False) -> Sequence[Sheet]:
    """Every sheet that a unit can have results of, in the order of the library; an own indicator is one by itself."""
    level = LEVELS[unit.kind]
    fitting = [
        entry
        for entry in entries
        if level in entry.levels
        and entry.fits(unit.unit_type)
        and (with_counted or entry.publisher not in COUNTED_HERE)
    ]
    shared = [entry for entry in fitting if entry.publisher is not Publisher.OWN]
    keys = dict.fromkeys((entry.publisher, entry.asked) for entry in shared)
    sheets = [Sheet(*key, [entry for entry in shared if (entry.publisher, entry.asked) == key]) for key in keys]
    own = [entry for entry in fitting if entry.publisher is Publisher.OWN]
    return [*sheets, *(Sheet(entry.publisher, entry.asked, [entry]) for entry in own)]


def sheet_of(unit: Organisation, entries: Sequence[Indicator], code: str) -> Sheet | None:
    """The sheet of this code that results may be entered on, or None."""
    open_ones = [entry for entry in entries if not entry.is_ended]
    return next((sheet for sheet in sheets_of(unit, open_ones) if sheet.code == code), None)
