"""The profiles of `welfare seed`: which municipalities are invented, and how much happens in them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from welfare.organisations.reference import counties
from welfare.people.roster.reading import Reading
from welfare.rules.actors import Role
from welfare.web.seeding.bilingual import bilingual
from welfare.web.seeding.invented import county_id, invent_roster, provider_id
from welfare.web.seeding.matrix_plan import HIETAMAA, KYTOSALMI
from welfare.web.seeding.moved import lakeuskoski_around
from welfare.web.seeding.names import NameBook
from welfare.web.seeding.plans import ByHand, ClassPlan, ProviderPlan, SchoolPlan, ServicePlan
from welfare.web.seeding.school_year import school_year_around

OUTSIDE_THE_ACT = {"91"}
"""Åland has its own law on student welfare."""
STAFF = (
    Role.PRINCIPAL,
    *(Role.TEACHER,) * 9,
    Role.SPECIAL_TEACHER,
    Role.STUDY_COUNSELLOR,
    Role.SCHOOL_ASSISTANT,
    Role.SCHOOL_SECRETARY,
)
SERVICES = tuple(
    ServicePlan(role, (0,)) for role in (Role.CURATOR, Role.SENIOR_CURATOR, Role.PSYCHOLOGIST, Role.NURSE, Role.DOCTOR)
)
OFFICERS = (
    ByHand("provider", Role.ADMINISTRATOR, "Sirkku Kortelahti"),
    ByHand("provider", Role.DATA_PROTECTION_OFFICER, "Torsti Vaahtera"),
)


@dataclass(frozen=True, slots=True)
class Settlement:
    """A roster to be imported, the roster's ids of its provider and county, and posts to be given by hand."""

    reading: Reading
    provider_id: str
    county_id: str
    by_hand: tuple[ByHand, ...]
    code: str = ""
    """What sets user names apart from those of other municipalities."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a seed makes: settlements, and so many matters; requests where there are matters."""

    name: str
    settle: Callable[[date, Random], Iterator[Settlement]]
    matters: int = 0
    is_spread: bool = False
    """Whether the schools have their matters in turn; otherwise the pupils, and so the first schools first."""
    is_communal: bool = False
    """Whether every school does communal work, for three school years."""


def _invented(plans: tuple[ProviderPlan, ...]) -> Callable[[date, Random], Iterator[Settlement]]:
    def settle(today: date, rng: Random) -> Iterator[Settlement]:
        year, names = school_year_around(today), NameBook(rng)
        for plan in plans:
            reading = invent_roster(plan, year, rng, names)
            yield Settlement(reading, provider_id(plan), county_id(plan), plan.by_hand, plan.code)

    return settle


def _lakeuskoski(today: date, rng: Random) -> Iterator[Settlement]:
    del rng
    yield Settlement(lakeuskoski_around(today), "o999", "o18", OFFICERS)


def _everywhere(today: date, rng: Random) -> Iterator[Settlement]:
    """One municipality of a single school in every county."""
    for each in counties():
        if each.code not in OUTSIDE_THE_ACT:
            yield from _invented((_one_school(f"8{each.code}", each.code, pupils=7),))(today, rng)


def _one_school(code: str, county_code: str, pupils: int) -> ProviderPlan:
    grades = [(grade, letter) for grade in (7, 8, 9) for letter in "ABC"]
    classes = tuple(ClassPlan(f"{grade}{letter}", f"{grade:02}", pupils) for grade, letter in grades)
    school = SchoolPlan(f"Vaaralammen yläkoulu {code} – Vaaralampi högstadium {code}", classes, STAFF)
    return ProviderPlan(
        code=code,
        name=f"Vaaralammen kunta {code} – Vaaralampi kommun {code}",
        town="Vaaralampi",
        county_code=county_code,
        schools=(school,),
        office=(Role.PROVIDER_COORDINATOR,),
        services=SERVICES,
        by_hand=OFFICERS,
        hides_a_family=True,
    )


PROFILES: Mapping[str, Profile] = {
    profile.name: profile
    for profile in (
        Profile("matrix", _invented((KYTOSALMI, HIETAMAA)), matters=100),
        Profile("school", _invented((_one_school("810", "10", pupils=22),)), matters=40),
        Profile("municipality", _lakeuskoski, is_communal=True),
        Profile("nation", _everywhere, matters=105, is_spread=True),
    )
}


def municipality_of(schools: int) -> Profile:
    """The profile ``municipality`` with so many schools, bilingual as the shipped one."""
    return replace(PROFILES["municipality"], settle=_invented((bilingual(schools),)))
