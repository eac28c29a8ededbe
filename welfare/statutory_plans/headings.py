"""Headings of each plan and the items of self-control, shipped as data in three languages."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.citations import Citation, read_short, short_texts
from welfare.rules.statutory_plans import SELF_CONTROL_LAW, PlanKind
from welfare.rules.unit_types import UnitType, binds

_KINDS: Mapping[OrganisationKind, Sequence[PlanKind]] = {
    OrganisationKind.SCHOOL: (PlanKind.SCHOOL_SECTION, PlanKind.PROTECTION_PLAN),
    OrganisationKind.PROVIDER: (PlanKind.PROVIDER_PLAN, PlanKind.CHILDREN_PLAN),
    OrganisationKind.COUNTY: (PlanKind.REGIONAL_PLAN, PlanKind.CHILDREN_PLAN),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of a plan, or one item of the checklist, and the sections that ask for it."""

    key: str
    places: Sequence[Citation]
    titles: Mapping[str, str]
    hints: Mapping[str, str]

    def law(self, locale: str) -> str:
        """The sections that ask for it."""
        return short_texts(self.places, locale)

    def title(self, locale: str) -> str:
        """Its words."""
        return self.titles[locale]

    def hint(self, locale: str) -> str:
        """What is written there."""
        return self.hints.get(locale, "")


def kinds_of(unit: Organisation) -> Sequence[PlanKind]:
    """The plans that an act asks of a unit: those of the acts that bind it."""
    kinds = _KINDS[unit.kind]
    return [kind for kind in kinds if all(binds(law, unit.unit_type) for law in _laws(kind, unit.unit_type))]


def has_self_control(unit: Organisation) -> bool:
    """Whether the unit goes through the checklist of student welfare."""
    return binds(SELF_CONTROL_LAW, unit.unit_type)


@cache
def headings_of(kind: PlanKind, unit_type: UnitType | None = None) -> Sequence[Heading]:
    """The headings of a plan, in order; some units have a template of their own."""
    return tuple(_read(row) for row in _template(kind, unit_type)["headings"])


def law_of(kind: PlanKind, locale: str, unit_type: UnitType | None = None) -> str:
    """The section that asks for the plan."""
    return short_texts(_laws(kind, unit_type), locale)


@cache
def checklist() -> Sequence[Heading]:
    """What self-control looks at."""
    return tuple(_read(row) for row in _data("self_control.toml")["item"])


def heading(kind: PlanKind, key: str, unit_type: UnitType | None = None) -> Heading | None:
    """One heading by its key."""
    return next((each for each in headings_of(kind, unit_type) if each.key == key), None)


def check_item(key: str) -> Heading | None:
    """One item by its key."""
    return next((each for each in checklist() if each.key == key), None)


@cache
def _laws(kind: PlanKind, unit_type: UnitType | None) -> tuple[Citation, ...]:
    return read_short(_template(kind, unit_type)["law"])


def _template(kind: PlanKind, unit_type: UnitType | None) -> Mapping[str, Any]:
    name, templates = kind.value.replace("-", "_"), _data("headings.toml")
    found: Mapping[str, Any] = templates.get(f"{name}_{unit_type}") or templates[name]
    return found


def _read(row: Mapping[str, Any]) -> Heading:
    languages = ("fi", "sv", "en")
    titles = {language: row[language] for language in languages}
    hints = {language: row[f"hint_{language}"] for language in languages if f"hint_{language}" in row}
    return Heading(row["key"], read_short(row["law"]), titles, hints)


def _data(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files("welfare.statutory_plans").joinpath("data", name).read_text(encoding="utf-8"))
