"""The people of an invented municipality: pupils in families, staff in their posts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from unicodedata import normalize

from welfare.people.roster.records import EnrollmentRole, EnrollmentRow, UserRole, UserRow
from welfare.rules.actors import Role
from welfare.rules.ages import is_minor
from welfare.web.seeding.identity_codes import CodeBook
from welfare.web.seeding.names import LANGUAGES, NameBook
from welfare.web.seeding.plans import TITLES, ClassPlan, ProviderPlan
from welfare.web.seeding.school_year import SchoolYearDates

CHILDREN = (1, 2, 1, 1, 3, 2, 1)
"""Sizes of families, in turn."""
ADULTS = ("both", "both", "one", "both", "apart", "both", "one", "with_parent")
"""Who is there for the children, in turn: guardians, together or apart, and a parent without custody."""
RESTRICTED_FAMILY = 4
"""The place of the family whose home nobody may learn, where the plan hides one."""
SCHOOL_AGE = 6
STREETS = ("Haapapolku", "Kaislatie", "Kellokuja", "Lumikonraitti", "Myllyranta", "Poukamatie", "Suokuja", "Tervatie")
TEACHER_ROLES = {Role.TEACHER, Role.SPECIAL_TEACHER, Role.STUDY_COUNSELLOR}
AIDE_ROLES = {Role.SCHOOL_ASSISTANT, Role.CURATOR, Role.PSYCHOLOGIST, Role.NURSE, Role.DOCTOR}


@dataclass(frozen=True, slots=True)
class Seat:
    """A home group with its ids."""

    class_id: str
    school_id: str
    plan: ClassPlan


@dataclass
class Inventor:
    """Invents people one after another; what it has given out it does not give again."""

    plan: ProviderPlan
    year: SchoolYearDates
    rng: Random
    names: NameBook
    memberships: list[EnrollmentRow] = field(default_factory=list)
    _count: int = 0
    _called: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """Lay out a book of codes."""
        self._codes = CodeBook()

    def staff(self) -> Iterator[UserRow]:
        """Everybody whom the provider or the county employs, in the plan's order."""
        provider, county = f"o{self.plan.code}", f"o{self.plan.county_code}"
        for place, school in enumerate(self.plan.schools):
            for number, role in enumerate(school.staff):
                language = school.languages[number % len(school.languages)]
                yield self._worker(role, (f"{provider}-{place + 1}",), language)
        for role in self.plan.office:
            yield self._worker(role, (provider,))
        for service in self.plan.services:
            schools = tuple(f"{provider}-{place + 1}" for place in service.schools)
            yield self._worker(service.role, (county, *schools))

    def families(self, seats: list[Seat]) -> Iterator[UserRow]:
        """Every pupil and guardian, family by family."""
        waiting = [seat for seat in seats for _ in range(seat.plan.pupils)]
        self.rng.shuffle(waiting)
        number = 0
        while waiting:
            size = min(CHILDREN[number % len(CHILDREN)], len(waiting))
            own, waiting = waiting[:size], waiting[size:]
            yield from self._family(number, own)
            number += 1

    def _family(self, number: int, seats: list[Seat]) -> Iterator[UserRow]:
        language = LANGUAGES[number % len(LANGUAGES)]
        family, is_hidden = self.names.family(language), self.plan.hides_a_family and number == RESTRICTED_FAMILY
        home = self._home(number)
        children = [self._pupil(seat, family, language) for seat in seats]
        adults = "with_parent" if is_hidden else ADULTS[number % len(ADULTS)]
        elders = list(self._elders(adults, family, language, children))
        ids = tuple(elder.source_id for elder in elders)
        for child in children:
            yield replace(
                child,
                street=home,
                agent_ids=ids if _has_guardians(child, self.year) else (),
                is_address_restricted=is_hidden,
            )
        for place, elder in enumerate(elders):
            lives_apart = place > 0 and adults in {"apart", "with_parent"}
            yield replace(
                elder,
                street=self._home(number + 1) if lives_apart else home,
                is_address_restricted=is_hidden and not lives_apart,
                informed_ids=() if is_hidden and lives_apart else elder.informed_ids,
            )

    def _elders(self, adults: str, family: str, language: str, children: list[UserRow]) -> Iterator[UserRow]:
        minors = tuple(sorted(child.source_id for child in children if _has_guardians(child, self.year)))
        if not minors:
            return
        roles = [UserRole.GUARDIAN] if adults == "one" else [UserRole.GUARDIAN, UserRole.GUARDIAN]
        if adults == "with_parent":
            roles[1] = UserRole.PARENT
        schools = tuple(sorted({child.org_ids[0] for child in children}))
        for role in roles:
            elder = self._person(role, family, language, self._birthday(self.year.begins_in - 42, 12))
            yield replace(
                elder,
                org_ids=schools,
                agent_ids=minors,
                decides_ids=minors if role is UserRole.GUARDIAN else (),
                informed_ids=minors,
            )

    def _pupil(self, seat: Seat, family: str, language: str) -> UserRow:
        born = self._birthday(self.year.begins_in - SCHOOL_AGE - seat.plan.years_at_school, 0)
        pupil = self._person(UserRole.STUDENT, family, language, born)
        self.memberships.append(
            EnrollmentRow(
                source_id=f"e{seat.class_id}{pupil.source_id}",
                row=self._count,
                class_id=seat.class_id,
                school_id=seat.school_id,
                user_id=pupil.source_id,
                role=EnrollmentRole.STUDENT,
                is_primary=False,
                begins=self.year.first,
                ends=self.year.last,
            )
        )
        return replace(pupil, org_ids=(seat.school_id,), grades=(seat.plan.grade,))

    def _worker(self, role: Role, org_ids: tuple[str, ...], language: str = "fi") -> UserRow:
        kind = UserRole.TEACHER if role in TEACHER_ROLES else UserRole.ADMINISTRATOR
        worker = self._person(
            UserRole.AIDE if role in AIDE_ROLES else kind,
            self.names.family(language),
            language,
            self._birthday(self.year.begins_in - 45, 18),
        )
        return replace(worker, org_ids=org_ids, title=TITLES[role], staff_role=role, street=self._home(self._count))

    def _person(self, role: UserRole, family: str, language: str, born: date) -> UserRow:
        self._count += 1
        given, letter = self.names.given(language), {UserRole.STUDENT: "p", UserRole.GUARDIAN: "g"}.get(role, "s")
        called = f"{_plain(given)}.{_plain(family)}"
        self._called[called] += 1
        twin = str(self._called[called]) if self._called[called] > 1 else ""
        username = f"{called}{twin}.{self.plan.code}"
        return UserRow(
            source_id=f"{self.plan.code}{'g' if role is UserRole.PARENT else letter}{self._count:04}",
            row=self._count,
            role=role,
            is_enabled=True,
            org_ids=(),
            username=username,
            given_name=given,
            middle_name="",
            family_name=family,
            email=f"{username}@invented.example",
            phone=f"+358480{self._count:06}",
            agent_ids=(),
            grades=(),
            identity_code=self._codes.code(born),
            birth_date=born,
            home_municipality=self.plan.code,
            language=language,
            is_address_restricted=False,
            street="",
            postal_code=f"{self.plan.code}10",
            city=self.plan.town,
            decides_ids=(),
            informed_ids=(),
            title="",
            staff_role=None,
        )

    def _birthday(self, year: int, spread: int) -> date:
        """Some day of a year, or of one of the years around it."""
        first = date(year + self.rng.randint(-spread, spread), 1, 1)
        return first + timedelta(days=self.rng.randrange(365))

    def _home(self, number: int) -> str:
        return f"{STREETS[number % len(STREETS)]} {number + 1} A {number % 9 + 1}"


def _has_guardians(child: UserRow, year: SchoolYearDates) -> bool:
    return child.birth_date is not None and is_minor(child.birth_date, year.first)


def _plain(name: str) -> str:
    """A name in the letters of a user name."""
    return normalize("NFD", name.casefold()).encode("ascii", "ignore").decode()
