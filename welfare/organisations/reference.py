"""The real counties and municipalities of Finland, shipped with the product (source: data/README.md)."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

NO_HOME_MUNICIPALITY = frozenset({"198", "199", "200"})
"""Population register codes that stand where a municipality would: none in Finland, unknown, abroad."""


@dataclass(frozen=True, slots=True)
class County:
    """A wellbeing services county, or the City of Helsinki, which acts as one (OHL 1 § 4 mom)."""

    code: str
    name_fi: str
    name_sv: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality and the county it lies in; the code keeps its leading zeros."""

    code: str
    name_fi: str
    name_sv: str
    county_code: str
    population: int


@lru_cache(maxsize=1)
def counties() -> tuple[County, ...]:
    """List every county, in the order of codes."""
    return tuple(County(**row) for row in _rows("wellbeing_services_counties.csv"))


@lru_cache(maxsize=1)
def municipalities() -> tuple[Municipality, ...]:
    """List every municipality, in the order of codes."""
    return tuple(
        Municipality(
            code=row["code"],
            name_fi=row["name_fi"],
            name_sv=row["name_sv"],
            county_code=row["county_code"],
            population=int(row["population_2020"]),
        )
        for row in _rows("municipalities.csv")
    )


def county(code: str) -> County | None:
    """Find the county of this two-digit code, or None."""
    return _counties_by_code().get(code)


def municipality(code: str) -> Municipality | None:
    """Find the municipality of this three-digit code, or None."""
    return _municipalities_by_code().get(code)


@lru_cache(maxsize=1)
def _counties_by_code() -> Mapping[str, County]:
    return MappingProxyType({each.code: each for each in counties()})


@lru_cache(maxsize=1)
def _municipalities_by_code() -> Mapping[str, Municipality]:
    return MappingProxyType({each.code: each for each in municipalities()})


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (files("welfare.organisations") / "data" / name).read_text(encoding="utf-8")
    return csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
