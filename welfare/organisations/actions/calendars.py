"""School years, terms and closed days, which the time limits of the law run by (OHL 15 §)."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import ClosedDays, Organisation, SchoolYear, Term
from welfare.rules.events import CalendarChanged
from welfare.rules.registers import Register

LONGEST_YEAR = timedelta(days=400)


class CalendarRefusedError(ValueError):
    """Base of the reasons why a calendar cannot be so."""


class BackwardsError(CalendarRefusedError):
    """The last day is before the first."""


class TooLongError(CalendarRefusedError):
    """A school year is longer than a year and a month."""


class OverlappingYearError(CalendarRefusedError):
    """Another school year of the same owner holds some of these days."""


class OutsideYearError(CalendarRefusedError):
    """The days are not within a school year."""


class YearInUseError(CalendarRefusedError):
    """A school year that has begun cannot be taken away: time limits have been counted by it."""


@dataclass(frozen=True)
class Days:
    """From the first to the last day. Raises BackwardsError."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise BackwardsError


def add_year(work: UnitOfWork, owner: Organisation, days: Days) -> SchoolYear:
    """A new school year. Raises TooLongError, OverlappingYearError."""
    year = SchoolYear(id=uuid4(), organisation_id=owner.id)
    _check_year(work, year, days)
    year.starts_on, year.ends_on = days.first, days.last
    work.session.add(year)
    work.session.flush()
    _note(work, "school_year", year, "added", days)
    _tell(work, owner.id)
    return year


def change_year(work: UnitOfWork, year: SchoolYear, days: Days) -> None:
    """Give a school year other days. Raises TooLongError, OverlappingYearError, OutsideYearError for its terms."""
    _check_year(work, year, days)
    for term in work.session.scalars(select(Term).where(Term.school_year_id == year.id)):
        if not days.first <= term.starts_on <= term.ends_on <= days.last:
            raise OutsideYearError
    year.starts_on, year.ends_on = days.first, days.last
    work.session.flush()
    _note(work, "school_year", year, "changed", days)
    _tell(work, year.organisation_id)


def remove_year(work: UnitOfWork, year: SchoolYear) -> None:
    """Take away a school year that has not begun, with its terms. Raises YearInUseError."""
    if year.starts_on <= work.facts.on:
        raise YearInUseError
    _note(work, "school_year", year, "removed", Days(year.starts_on, year.ends_on))
    for term in work.session.scalars(select(Term).where(Term.school_year_id == year.id)):
        work.session.delete(term)
    work.session.flush()
    work.session.delete(year)
    work.session.flush()
    _tell(work, year.organisation_id)


def add_term(work: UnitOfWork, year: SchoolYear, name: str, days: Days) -> Term:
    """A term within a year. Raises OutsideYearError."""
    if not year.starts_on <= days.first <= days.last <= year.ends_on:
        raise OutsideYearError
    term = Term(id=uuid4(), school_year_id=year.id, name=name, starts_on=days.first, ends_on=days.last)
    work.session.add(term)
    work.session.flush()
    _note(work, "term", term, "added", days)
    _tell(work, year.organisation_id)
    return term


def remove_term(work: UnitOfWork, term: Term) -> None:
    """Take a term away; its days are then out of term, unless the year has none left."""
    _note(work, "term", term, "removed", Days(term.starts_on, term.ends_on))
    work.session.delete(term)
    work.session.flush()
    _tell(work, work.session.get_one(SchoolYear, term.school_year_id).organisation_id)


def close_days(work: UnitOfWork, owner: Organisation, names: tuple[str, str], days: Days) -> ClosedDays:
    """Days without school, named in Finnish and Swedish. Raises OutsideYearError where no school year has them."""
    owners = [id for id in (owner.id, owner.provider_id) if id is not None]
    overlapping = select(SchoolYear.id).where(
        SchoolYear.organisation_id.in_(owners), SchoolYear.starts_on <= days.last, SchoolYear.ends_on >= days.first
    )
    if work.session.scalars(overlapping.limit(1)).first() is None:
        raise OutsideYearError
    name_fi, name_sv = names
    closed = ClosedDays(
        id=uuid4(),
        organisation_id=owner.id,
        starts_on=days.first,
        ends_on=days.last,
        name_fi=name_fi,
        name_sv=name_sv or name_fi,
    )
    work.session.add(closed)
    work.session.flush()
    _note(work, "closed_days", closed, "added", days)
    _tell(work, owner.id)
    return closed


def open_days(work: UnitOfWork, closed: ClosedDays) -> None:
    """Let closed days be working days again."""
    _note(work, "closed_days", closed, "removed", Days(closed.starts_on, closed.ends_on))
    work.session.delete(closed)
    work.session.flush()
    _tell(work, closed.organisation_id)


def _tell(work: UnitOfWork, owner_id: UUID) -> None:
    """Time limits that are running are counted by the days as they are now (OHL 15 § 1)."""
    work.tell(CalendarChanged(owner_id))


def _check_year(work: UnitOfWork, year: SchoolYear, days: Days) -> None:
    if days.last - days.first > LONGEST_YEAR:
        raise TooLongError
    others = select(SchoolYear.id).where(
        SchoolYear.organisation_id == year.organisation_id,
        SchoolYear.id != year.id,
        SchoolYear.starts_on <= days.last,
        SchoolYear.ends_on >= days.first,
    )
    if work.session.scalars(others.limit(1)).first() is not None:
        raise OverlappingYearError


def _note(work: UnitOfWork, kind: str, row: SchoolYear | Term | ClosedDays, what: str, days: Days) -> None:
    chain = work.facts.controller_id
    if chain is not None:
        period = f"{days.first.isoformat()}/{days.last.isoformat()}"
        work.note(chain, Register.DIRECTORY, (kind, row.id), calendar=f"{kind}_{what}", days=period)
