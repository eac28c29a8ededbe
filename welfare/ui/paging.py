"""A long list, a page at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

T = TypeVar("T")
_MOST_PAGES: Final = 1_000_000


@dataclass(frozen=True)
class Page(Generic[T]):
    """One page of a list: its rows, its number from 1, and the address of every other page."""

    items: Sequence[T]
    number: int
    size: int
    total: int
    url: Callable[[int], str]

    @property
    def count(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.size))

    @property
    def first_row(self) -> int:
        """The number of the first row shown, 0 when there is none."""
        return (self.number - 1) * self.size + 1 if self.items else 0

    @property
    def last_row(self) -> int:
        """The number of the last row shown."""
        return (self.number - 1) * self.size + len(self.items)

    @property
    def previous_url(self) -> str | None:
        """The page before, if there is one."""
        return self.url(self.number - 1) if self.number > 1 else None

    @property
    def next_url(self) -> str | None:
        """The page after, if there is one."""
        return self.url(self.number + 1) if self.number < self.count else None

    @property
    def numbers(self) -> list[int | None]:
        """The page numbers to show, None for a gap: first, last and the neighbours."""
        near = {1, self.count, *range(self.number - 1, self.number + 2)}
        shown: list[int | None] = []
        for number in sorted(number for number in near if 1 <= number <= self.count):
            before = shown[-1] if shown else None
            if before is not None and number > before + 1:
                shown.append(None)
            shown.append(number)
        return shown


def page_number(asked: str | None) -> int:
    """Read the page asked for; anything unreadable is the first page."""
    number = int(asked) if asked and asked.isascii() and asked.isdigit() and len(asked) < len(str(_MOST_PAGES)) else 1
    return max(1, number)
