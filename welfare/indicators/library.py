"""The library of indicators, shipped as data (data/library.toml), and the national trend that comes with it."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from welfare.rules.indicators import Direction, Level, Licence, Measure, Publisher
from welfare.rules.unit_types import OF_PUPILS, UnitType

ASKED: Mapping[str, frozenset[UnitType]] = {
    "pre_primary": frozenset({UnitType.PRE_PRIMARY}),
    "basic": frozenset({UnitType.BASIC}),
    "grade_5": frozenset({UnitType.BASIC}),
    "grade_8": frozenset({UnitType.BASIC}),
    "grades_4_5": frozenset({UnitType.BASIC}),
    "grades_8_9": frozenset({UnitType.BASIC}),
    "upper_secondary": frozenset({UnitType.UPPER_SECONDARY}),
    "vocational": frozenset({UnitType.VOCATIONAL}),
    "all": frozenset(OF_PUPILS),
}
"""Who is asked, and in which schools they are; nothing of the library asks those in early childhood education."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One entry of the library, in three languages."""

    code: str
    theme: str
    asked: str
    titles: Mapping[str, str]
    tells: Mapping[str, str]
    direction: Direction
    measure: Measure
    publisher: Publisher
    licence: Licence
    levels: frozenset[Level]
    is_sensitive: bool
    trend: Mapping[int, float]
    """The country's published numbers that come with the library, by year."""
    source: str = ""
    """Where an own indicator comes from, in the words of who defined it."""
    is_ended: bool = False
    """Whether no more results of it are entered."""

    def title(self, locale: str) -> str:
        """What it is called."""
        return self.titles[locale]

    def what_it_tells(self, locale: str) -> str:
        """What it tells, in a sentence or two."""
        return self.tells[locale]

    def fits(self, unit_type: UnitType | None) -> bool:
        """Whether a school of this type has those who are asked; what is no school asks for all, an own one its own."""
        return unit_type is None or self.publisher is Publisher.OWN or unit_type in ASKED[self.asked]


@lru_cache(maxsize=1)
def library() -> Sequence[Indicator]:
    """Every indicator, theme by theme."""
    text = (files("welfare.indicators") / "data" / "library.toml").read_text(encoding="utf-8")
    return tuple(_read(entry) for entry in tomllib.loads(text)["indicator"])


def indicator(code: str) -> Indicator | None:
    """The indicator of this code, or None."""
    return _by_code().get(code)


@lru_cache(maxsize=1)
def _by_code() -> Mapping[str, Indicator]:
    return MappingProxyType({each.code: each for each in library()})


def _read(entry: Mapping[str, Any]) -> Indicator:
    return Indicator(
        code=entry["code"],
        theme=entry["theme"],
        asked=entry["asked"],
        titles=MappingProxyType(entry["title"]),
        tells=MappingProxyType(entry["tells"]),
        direction=Direction(entry["direction"]),
        measure=Measure(entry["measure"]),
        publisher=Publisher(entry["publisher"]),
        licence=Licence(entry["licence"]),
        levels=frozenset(Level(level) for level in entry["levels"]),
        is_sensitive=entry["is_sensitive"],
        trend=MappingProxyType({int(year): float(value) for year, value in entry.get("trend", {}).items()}),
    )
