"""What an invented municipality is to be like: schools, classes and posts, before anybody has a name."""

from dataclasses import dataclass

from welfare.rules.actors import Role

TITLES = {
    Role.PRINCIPAL: "rehtori",
    Role.TEACHER: "luokanopettaja",
    Role.SPECIAL_TEACHER: "erityisopettaja",
    Role.STUDY_COUNSELLOR: "opinto-ohjaaja",
    Role.SCHOOL_ASSISTANT: "koulunkäynninohjaaja",
    Role.SCHOOL_SECRETARY: "koulusihteeri",
    Role.PROVIDER_COORDINATOR: "sivistysjohtaja",
    Role.WELFARE_COORDINATOR: "opiskeluhuollon koordinaattori",
    Role.CURATOR: "kuraattori",
    Role.SENIOR_CURATOR: "vastaava kuraattori",
    Role.PSYCHOLOGIST: "psykologi",
    Role.NURSE: "terveydenhoitaja",
    Role.DOCTOR: "koululääkäri",
}
"""The title by which a roster gives each role; the others are given by hand."""


PRE_PRIMARY_GRADE = "KG"


@dataclass(frozen=True, slots=True)
class ClassPlan:
    """A home group of so many pupils."""

    name: str
    grade: str
    pupils: int

    @property
    def years_at_school(self) -> int:
        """How many school years the pupils have begun; none in pre-primary education."""
        return 0 if self.grade == PRE_PRIMARY_GRADE else int(self.grade)


@dataclass(frozen=True, slots=True)
class SchoolPlan:
    """A school: its name in both languages, home groups, own staff. The first teachers are those of its classes."""

    name: str
    classes: tuple[ClassPlan, ...]
    staff: tuple[Role, ...]
    languages: tuple[str, ...] = ("fi",)
    """Of the staff, in turn: those of its teachers are what the school teaches in."""


@dataclass(frozen=True, slots=True)
class ServicePlan:
    """A post of the county at some of the schools, by their places in the plan."""

    role: Role
    schools: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ByHand:
    """A post that no roster gives, at the ``provider`` or the ``county``, and who holds it."""

    at: str
    role: Role
    name: str


@dataclass(frozen=True, slots=True)
class ProviderPlan:
    """An education provider under a county, with its schools, its office, and the county's people who serve it."""

    code: str
    name: str
    town: str
    county_code: str
    schools: tuple[SchoolPlan, ...]
    office: tuple[Role, ...]
    services: tuple[ServicePlan, ...]
    by_hand: tuple[ByHand, ...] = ()
    hides_a_family: bool = False
    """Whether one family lives where nobody may learn it (turvakielto)."""
