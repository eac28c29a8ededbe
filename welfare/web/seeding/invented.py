"""Inventing a municipality: a plan becomes a roster, as if a pupil register had sent it."""

from collections.abc import Iterable, Iterator
from random import Random
from typing import TypeVar

from welfare.organisations.reference import county
from welfare.people.roster.content import FileContent, Mode, RosterContent
from welfare.people.roster.families import check_families
from welfare.people.roster.known import NOTHING_KNOWN
from welfare.people.roster.problems import ProblemLog
from welfare.people.roster.reading import Reading
from welfare.people.roster.records import (
    ClassRow,
    ClassType,
    CourseRow,
    EnrollmentRole,
    EnrollmentRow,
    OrgRow,
    OrgType,
    Record,
    SessionRow,
    SessionType,
    UserRole,
    UserRow,
)
from welfare.people.roster.references import check_references
from welfare.people.roster.schooling import check_schooling
from welfare.web.seeding.invented_people import Inventor, Seat
from welfare.web.seeding.names import NameBook
from welfare.web.seeding.plans import ClassPlan, ProviderPlan
from welfare.web.seeding.school_year import SchoolYearDates

Kind = TypeVar("Kind", bound=Record)
HEADER = 1


def invent_roster(plan: ProviderPlan, year: SchoolYearDates, rng: Random, names: NameBook) -> Reading:
    """A sound roster of a planned municipality; the same plan, year and seed give the same people."""
    seats = [Seat(f"{plan.code}k{place:03}", org_id, each) for place, (org_id, each) in enumerate(_classes_of(plan))]
    inventor = Inventor(plan, year, rng, names)
    staff, families = list(inventor.staff()), list(inventor.families(seats))
    reading = Reading(
        RosterContent(
            orgs=_file(_orgs(plan)),
            sessions=_file(_sessions(plan, year)),
            courses=_file(_courses(plan, seats)),
            classes=_file(_classes(plan, seats, year)),
            users=_file((*staff, *families)),
            enrollments=_file((*inventor.memberships, *_teachers(seats, staff, year))),
        ),
        ProblemLog(),
    )
    check_references(reading.content, NOTHING_KNOWN, reading.problems)
    check_schooling(reading.content, reading.problems)
    check_families(reading.content, NOTHING_KNOWN, reading.problems)
    return reading


def school_id(plan: ProviderPlan, place: int) -> str:
    """The roster's id of the school at a place of the plan."""
    return f"o{plan.code}-{place + 1}"


def provider_id(plan: ProviderPlan) -> str:
    """The roster's id of the provider."""
    return f"o{plan.code}"


def county_id(plan: ProviderPlan) -> str:
    """The roster's id of the county."""
    return f"o{plan.county_code}"


def _file(records: Iterable[Kind]) -> FileContent[Kind]:
    return FileContent(Mode.BULK, {record.source_id: record for record in records})


def _classes_of(plan: ProviderPlan) -> Iterator[tuple[str, ClassPlan]]:
    for place, school in enumerate(plan.schools):
        for each in school.classes:
            yield school_id(plan, place), each


def _orgs(plan: ProviderPlan) -> Iterator[OrgRow]:
    found = county(plan.county_code)
    if found is None:
        raise LookupError(plan.county_code)
    name = f"{found.name_fi} – {found.name_sv}"
    yield OrgRow(county_id(plan), HEADER + 1, name, OrgType.LOCAL, plan.county_code, "")
    yield OrgRow(provider_id(plan), HEADER + 2, plan.name, OrgType.DISTRICT, plan.code, county_id(plan))
    for place, school in enumerate(plan.schools):
        identifier = f"{plan.code}{place + 1:02}"
        yield OrgRow(school_id(plan, place), place, school.name, OrgType.SCHOOL, identifier, provider_id(plan))


def _sessions(plan: ProviderPlan, year: SchoolYearDates) -> Iterator[SessionRow]:
    label = f"{year.begins_in}–{year.begins_in + 1}"
    ends_in, of_year = str(year.begins_in + 1), f"{plan.code}y"
    title = f"Lukuvuosi {label} – Läsåret {label}"
    yield SessionRow(of_year, HEADER + 1, title, SessionType.SCHOOL_YEAR, year.first, year.last, "", ends_in)
    names = ("Syyslukukausi – Höstterminen", "Kevätlukukausi – Vårterminen")
    for place, (name, (first, last)) in enumerate(zip(names, year.terms, strict=True)):
        yield SessionRow(f"{plan.code}t{place}", HEADER, name, SessionType.TERM, first, last, of_year, ends_in)


def _courses(plan: ProviderPlan, seats: list[Seat]) -> Iterator[CourseRow]:
    grades = {(seat.school_id, seat.plan.grade, seat.plan.years_at_school) for seat in seats}
    for org_id, grade, years in sorted(grades):
        title = f"Vuosiluokka {years}" if years else "Esiopetus"
        yield CourseRow(f"{org_id}-{grade}", HEADER, title, (grade,), org_id, f"{plan.code}y")


def _classes(plan: ProviderPlan, seats: list[Seat], year: SchoolYearDates) -> Iterator[ClassRow]:
    terms = tuple(f"{plan.code}t{place}" for place in range(len(year.terms)))
    for seat in seats:
        course = f"{seat.school_id}-{seat.plan.grade}"
        grades = (seat.plan.grade,)
        yield ClassRow(seat.class_id, HEADER, seat.plan.name, ClassType.HOMEROOM, grades, course, seat.school_id, terms)


def _teachers(seats: list[Seat], staff: list[UserRow], year: SchoolYearDates) -> Iterator[EnrollmentRow]:
    """The teachers of a school have its classes in turn, each as the one responsible."""
    for org_id in dict.fromkeys(seat.school_id for seat in seats):
        teachers = [one for one in staff if one.role is UserRole.TEACHER and one.org_ids == (org_id,)]
        for place, seat in enumerate(each for each in seats if each.school_id == org_id):
            teacher = teachers[place % len(teachers)]
            yield EnrollmentRow(
                source_id=f"e{seat.class_id}{teacher.source_id}",
                row=HEADER,
                class_id=seat.class_id,
                school_id=org_id,
                user_id=teacher.source_id,
                role=EnrollmentRole.TEACHER,
                is_primary=True,
                begins=year.first,
                ends=year.last,
            )
