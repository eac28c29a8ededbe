"""How schools that do the same differ: by their turn, the same each time. The first does as it is written."""

from dataclasses import dataclass

ALL_YEARS = 3
STEPS = 7
"""Numbers move by up to three steps up or down."""
LEFT_OUT_BY = 5
"""Of so many schools one leaves a duty undone, and each duty another one."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Which of several schools it is, and for how many school years it has done communal work."""

    place: int = 0
    years: int = ALL_YEARS

    def has(self, years_ago: int) -> bool:
        """Whether the school was there so many school years ago."""
        return years_ago < self.years

    def share(self, value: float | None, salt: int = 0) -> float | None:
        """A share or mean as this school has it: nearly the one that is written; a blank stays blank."""
        return None if value is None else round(max(0.0, value * (1 + self._step(salt) / 30)), 1)

    def count(self, count: int, salt: int = 0) -> int:
        """A number of pupils, hours or answers as this school has it; what there is none of stays so."""
        return max(1, count + count * self._step(salt) // 20) if count else 0

    def leaves_out(self, duty: int) -> bool:
        """Whether this school has left a duty undone; the first leaves none."""
        return bool(self.place) and (self.place + duty) % LEFT_OUT_BY == 0

    @property
    def talks_all_through(self) -> bool:
        """Whether this school has talked all its results through with everybody: every other one has."""
        return self.place % 2 == 1

    def _step(self, salt: int) -> int:
        return (self.place * 5 + salt * 3) % STEPS - STEPS // 2 if self.place else 0
