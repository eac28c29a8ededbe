"""Finding whose number a row is: by the publisher's id of the region, by its title, or by a school's code or name."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from welfare.indicators.importing.problems import LONGEST_SHOWN, FileProblemError, Problem, ProblemCode
from welfare.indicators.importing.rows import is_sound_code
from welfare.indicators.places import COUNTRY, LEVELS, place_code
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.organisations.reference import counties, municipalities
from welfare.rules.indicators import Level

MOST_REGIONS = 5_000
"""The statistics bank has less than a thousand."""
Spot = tuple[Level, str]
"""A level and the code of a place on it."""
COUNTRY_TITLES = ("koko maa", "hela landet", "whole country", "suomi", "finland")
CATEGORIES: Mapping[str, Level] = {
    "MAA": Level.COUNTRY,
    "HYVINVOINTIALUE": Level.COUNTY,
    "MAAKUNTA": Level.COUNTY,
    "KUNTA": Level.MUNICIPALITY,
}
"""A region of the old generation has the same name as its wellbeing services county, but for the last word."""
COUNTY_ENDINGS = (" hyvinvointialue", "n hyvinvointialue", " välfärdsområde", "s välfärdsområde")


@lru_cache(maxsize=1)
def shipped_regions() -> Mapping[str, Spot]:
    """The ids that are known without being told."""
    text = (files("welfare.indicators") / "data" / "regions.toml").read_text(encoding="utf-8")
    titles = shipped_titles()
    return {each["id"]: titles[each["title"].casefold()] for each in tomllib.loads(text)["region"]}


@lru_cache(maxsize=1)
def shipped_titles() -> Mapping[str, Spot]:
    """The country, counties and municipalities by each of their names; a county's full name goes before a town's."""
    found: dict[str, Spot] = dict.fromkeys(COUNTRY_TITLES, (Level.COUNTRY, COUNTRY))
    for town in municipalities():
        found |= {name.casefold(): (Level.MUNICIPALITY, town.code) for name in (town.name_fi, town.name_sv)}
    for county in counties():
        names = (county.name_fi, county.name_sv, county.name_en)
        found |= {name.casefold(): (Level.COUNTY, county.code) for name in names}
    return found


def own_titles(session: Session, unit: Organisation) -> Mapping[str, Spot]:
    """Our own organisations of these names: the unit, what is above it, and the schools below it by code or name."""
    kin = (unit.id, unit.provider_id, unit.county_id)
    statement = select(Organisation).where(
        or_(Organisation.id.in_([each for each in kin if each]), Organisation.provider_id == unit.id),
        Organisation.ended_on.is_(None),
    )
    found: dict[str, Spot] = {}
    for each in session.scalars(statement):
        spot = (LEVELS[each.kind], place_code(each))
        codes = (each.official_code,) if each.kind is OrganisationKind.SCHOOL else ()
        found |= {name.casefold(): spot for name in (each.name_fi, each.name_sv, *codes) if name}
    return found


def read_regions(content: bytes) -> Mapping[str, Spot]:
    """The publisher's list of regions by id, found here by category and title. Raises FileProblemError.

    The row of a problem is the place in the list, counted from one.
    """
    try:
        entries = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise FileProblemError(Problem(0, ProblemCode.NOT_JSON, "regions")) from error
    if not isinstance(entries, list):
        raise FileProblemError(Problem(0, ProblemCode.NOT_JSON, "regions"))
    if len(entries) > MOST_REGIONS:
        raise FileProblemError(Problem(MOST_REGIONS + 1, ProblemCode.TOO_MANY_ROWS, "regions"))
    return dict(_resolved(entries))


def new_regions(content: bytes | None) -> Mapping[str, Spot]:
    """What a list of regions tells beyond what is known without being told. Raises FileProblemError."""
    told = read_regions(content) if content is not None else {}
    return {code: spot for code, spot in told.items() if code not in shipped_regions() and code not in shipped_titles()}


def _resolved(entries: list[Any]) -> Iterator[tuple[str, Spot]]:
    titles = shipped_titles()
    for row, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict) or not isinstance(entry.get("title"), dict):
            continue
        level = CATEGORIES.get(str(entry.get("category")))
        names = [str(name).strip().casefold() for name in entry["title"].values()]
        tried = (
            [name + ending for name in names for ending in ("", *COUNTY_ENDINGS)] if level is Level.COUNTY else names
        )
        spot = next((titles[name] for name in tried if name in titles and titles[name][0] is level), None)
        code = str("" if entry.get("id") is None else entry["id"]).strip().casefold()
        if not is_sound_code(code):
            raise FileProblemError(Problem(row, ProblemCode.BAD_CODE, "regions", code[:LONGEST_SHOWN]))
        if spot is not None:
            yield code, spot
