"""The municipality of `welfare seed --profile municipality --schools N`: bilingual, its schools of all kinds."""

from welfare.rules.actors import Role
from welfare.web.seeding.plans import ByHand, ClassPlan, ProviderPlan, SchoolPlan, ServicePlan

MOST_SCHOOLS = 60
FINNISH = (
    "Aallokon", "Harjun", "Honkalan", "Kaislan", "Kallion", "Kanervan", "Karikon", "Lepikön",
    "Männikön", "Niityn", "Pihlajan", "Rannan", "Saarnin", "Tervan", "Ulapan", "Vaaran",
)  # fmt: skip
SWEDISH = (
    "Björkbackens", "Ekuddens", "Fjärdens", "Granlunds", "Hamnens", "Kvarnens", "Lillåsens", "Mossens",
    "Norrvikens", "Rönnlunds", "Sandnäsets", "Sjöbrinkens", "Storängens", "Udden", "Ängens",
)  # fmt: skip
STAFF = (Role.PRINCIPAL, Role.TEACHER, Role.TEACHER, Role.SPECIAL_TEACHER, Role.STUDY_COUNSELLOR)
LOWER = tuple((f"{grade}{letter}", f"0{grade}") for grade in (7, 8, 9) for letter in "AB")
UPPER = tuple((f"{grade - 9}{letter}", f"{grade}") for grade in (10, 11, 12) for letter in "AB")
PRIMARY = tuple((f"{grade}A", f"0{grade}") for grade in range(1, 7))
KINDS = (("yläkoulu", LOWER), ("alakoulu", PRIMARY), ("lukio", UPPER))
EVERY = 4
"""Of four schools one is Swedish, and one is a unit of pre-primary education in both languages."""
PRE_PRIMARY, OWN_LANGUAGE = 2, 3
FEW_SCHOOLS, MANY_PUPILS, FEW_PUPILS = 12, 24, 12
"""Whole classes, and half ones where there are many schools."""
SERVED_TOGETHER = 5
"""So many schools share a curator, a nurse and a psychologist."""


def bilingual(schools: int) -> ProviderPlan:
    """The municipality with so many schools, from one to sixty."""
    return ProviderPlan(
        code="993",
        name="Kaislarannan kaupunki – Vassviks stad",
        town="Kaislaranta",
        county_code="17",
        schools=tuple(_school(place, schools) for place in range(schools)),
        office=(Role.PROVIDER_COORDINATOR,),
        services=(*_services(schools), ServicePlan(Role.WELFARE_COORDINATOR, ())),
        by_hand=(
            ByHand("provider", Role.ADMINISTRATOR, "Sirkku Kortelahti"),
            ByHand("provider", Role.DATA_PROTECTION_OFFICER, "Torsti Vaahtera"),
        ),
    )


def _school(place: int, schools: int) -> SchoolPlan:
    turn, kind = divmod(place, EVERY)
    pupils = MANY_PUPILS if schools <= FEW_SCHOOLS else FEW_PUPILS
    if kind == OWN_LANGUAGE:
        return SchoolPlan(f"{SWEDISH[turn]} skola", _classes(LOWER, pupils), STAFF, ("sv",))
    if kind == PRE_PRIMARY:
        name = f"{FINNISH[turn]} esiopetus – {SWEDISH[turn]} förskola"
        return SchoolPlan(name, _classes((("Eskarit", "KG"), ("Nallar", "KG")), pupils), STAFF[:-1], ("fi", "sv"))
    number = 2 * turn + kind
    words, classes = KINDS[number % len(KINDS)]
    return SchoolPlan(f"{FINNISH[number % len(FINNISH)]} {words}", _classes(classes, pupils), STAFF)


def _classes(of: tuple[tuple[str, str], ...], pupils: int) -> tuple[ClassPlan, ...]:
    return tuple(ClassPlan(name, grade, pupils) for name, grade in of)


def _services(schools: int) -> list[ServicePlan]:
    return [
        ServicePlan(role, tuple(range(first, min(first + SERVED_TOGETHER, schools))))
        for first in range(0, schools, SERVED_TOGETHER)
        for role in (Role.CURATOR, Role.PSYCHOLOGIST, Role.NURSE)
    ]
