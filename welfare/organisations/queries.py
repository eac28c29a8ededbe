"""Finding schools and building their calendars from what has been entered."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from welfare.organisations.calendar import (
    InstitutionCalendar,
    Period,
    SuccessiveCalendars,
    days_of,
    is_national_working_day,
)
from welfare.organisations.models import ClosedDays, Organisation, OrganisationKind, SchoolClass, SchoolYear, Term
from welfare.rules.actors import Actor
from welfare.rules.permissions import KEEPERS
from welfare.rules.working_days import Weekdays

WEEKDAYS = Weekdays(is_national_working_day)
"""Mondays to Fridays less the national holidays: the clock of urgent requests, and where a school says nothing."""


def institution_calendar(session: Session, school_id: UUID) -> SuccessiveCalendars | None:
    """The working days of one institution; None while nobody has entered a school year for it."""
    return institution_calendars(session, [school_id]).get(school_id)


def institution_calendars(session: Session, school_ids: Iterable[UUID]) -> dict[UUID, SuccessiveCalendars]:
    """The working days of several institutions; those without a school year are left out.

    A school year of the school's own stands in place of every provider's year that it overlaps. Closed days of the
    provider and of the school both count.
    """
    providers: dict[UUID, UUID | None] = {}
    years: defaultdict[UUID | None, dict[SchoolYear, list[Term]]] = defaultdict(dict)
    for school_id, provider_id, year, term in session.execute(_years_and_terms(school_ids)):
        providers[school_id] = provider_id
        if year is not None:
            terms = years[year.organisation_id].setdefault(year, [])
            terms += [] if term is None or term in terms else [term]
    closed = _closed_days_of(session, {id for pair in providers.items() for id in pair if id is not None})
    calendars = {}
    for school_id, provider_id in providers.items():
        kept = {
            year: terms
            for year, terms in years[provider_id].items()
            if not any(_overlap(year, own) for own in years[school_id])
        }
        periods = [*closed[school_id], *closed[provider_id]]
        found = tuple(_calendar(year, terms, periods) for year, terms in (years[school_id] | kept).items())
        if found:
            calendars[school_id] = SuccessiveCalendars(found)
    return calendars


def schools_by_id(session: Session, school_ids: Iterable[UUID]) -> Mapping[UUID, Organisation]:
    """The schools of these ids."""
    wanted = set(school_ids)
    found = session.scalars(select(Organisation).where(Organisation.id.in_(wanted))) if wanted else ()
    return {school.id: school for school in found}


def providers_kept_by(session: Session, actor: Actor) -> Sequence[Organisation]:
    """The providers whose catalogues the actor keeps."""
    kept = Organisation.id.in_(actor.controllers(*KEEPERS)), Organisation.kind == OrganisationKind.PROVIDER
    return session.scalars(select(Organisation).where(*kept).order_by(Organisation.name_fi, Organisation.id)).all()


def organisations_with_classes(session: Session, on: date) -> list[tuple[Organisation, int]]:
    """Every organisation with the number of its home groups on a day; two queries, however many there are."""
    statement = (
        select(SchoolClass.school_id, func.count())
        .where(SchoolClass.is_home_group, or_(SchoolClass.ended_on.is_(None), SchoolClass.ended_on > on))
        .group_by(SchoolClass.school_id)
    )
    counts = {row[0]: row[1] for row in session.execute(statement)}
    return [(found, counts.get(found.id, 0)) for found in session.scalars(select(Organisation))]


def classes_of(session: Session, school_id: UUID, on: date) -> Sequence[SchoolClass]:
    """The classes of a school on a day, home groups first, by name."""
    statement = select(SchoolClass).where(
        SchoolClass.school_id == school_id, or_(SchoolClass.ended_on.is_(None), SchoolClass.ended_on > on)
    )
    return session.scalars(statement.order_by(SchoolClass.is_home_group.desc(), SchoolClass.name, SchoolClass.id)).all()


def years_of(session: Session, owner: Organisation) -> Sequence[SchoolYear]:
    """The school years that a provider or a school runs by, the latest first; its own stand in place of others."""
    found = _years_of(session, [id for id in (owner.id, owner.provider_id) if id is not None])
    own = found[owner.id]
    inherited = found[owner.provider_id] if owner.provider_id else []
    kept = [*own, *(year for year in inherited if not any(_overlap(year, each) for each in own))]
    return sorted(kept, key=lambda year: year.starts_on, reverse=True)


def terms_of(session: Session, year: SchoolYear) -> Sequence[Term]:
    """The terms of one school year, in order."""
    return _terms_of(session, [year.id])[year.id]


def closed_days_in(session: Session, owner: Organisation, year: SchoolYear) -> Sequence[ClosedDays]:
    """Days without school in one school year: a provider's count for its schools too."""
    statement = select(ClosedDays).where(
        ClosedDays.organisation_id.in_([id for id in (owner.id, owner.provider_id) if id is not None]),
        ClosedDays.starts_on <= year.ends_on,
        ClosedDays.ends_on >= year.starts_on,
    )
    return session.scalars(statement.order_by(ClosedDays.starts_on, ClosedDays.id)).all()


def _calendar(year: SchoolYear, terms: Sequence[Term], closed: Sequence[ClosedDays]) -> InstitutionCalendar:
    return InstitutionCalendar(
        year_start=year.starts_on,
        year_end=year.ends_on,
        terms=tuple(period for term in terms if (period := _within(term, year))),
        closed_days=days_of(period for row in closed if (period := _within(row, year))),
    )


def _within(part: Term | ClosedDays, year: SchoolYear) -> Period | None:
    """The days of a part that lie in the year; a slip of the pen in a date must not stop the clock."""
    first, last = max(part.starts_on, year.starts_on), min(part.ends_on, year.ends_on)
    return Period(first, last) if first <= last else None


def _overlap(one: SchoolYear, other: SchoolYear) -> bool:
    return one.starts_on <= other.ends_on and other.starts_on <= one.ends_on


def _years_and_terms(school_ids: Iterable[UUID]) -> Select[UUID, UUID | None, SchoolYear | None, Term | None]:
    """Schools with their providers, and the school years and terms of both."""
    of_school_or_provider = or_(
        SchoolYear.organisation_id == Organisation.id, SchoolYear.organisation_id == Organisation.provider_id
    )
    return (
        select(Organisation.id, Organisation.provider_id, SchoolYear, Term)
        .outerjoin(SchoolYear, of_school_or_provider)
        .outerjoin(Term, Term.school_year_id == SchoolYear.id)
        .where(Organisation.id.in_(set(school_ids)))
        .order_by(SchoolYear.starts_on, Term.starts_on)
    )


def _years_of(session: Session, owners: Iterable[UUID]) -> defaultdict[UUID | None, list[SchoolYear]]:
    statement = select(SchoolYear).where(SchoolYear.organisation_id.in_(owners)).order_by(SchoolYear.starts_on)
    found: defaultdict[UUID | None, list[SchoolYear]] = defaultdict(list)
    for year in session.scalars(statement):
        found[year.organisation_id].append(year)
    return found


def _terms_of(session: Session, year_ids: Iterable[UUID]) -> defaultdict[UUID, list[Term]]:
    statement = select(Term).where(Term.school_year_id.in_(list(year_ids))).order_by(Term.starts_on)
    found: defaultdict[UUID, list[Term]] = defaultdict(list)
    for term in session.scalars(statement):
        found[term.school_year_id].append(term)
    return found


def _closed_days_of(session: Session, owners: Iterable[UUID]) -> defaultdict[UUID | None, list[ClosedDays]]:
    statement = select(ClosedDays).where(ClosedDays.organisation_id.in_(owners)).order_by(ClosedDays.starts_on)
    found: defaultdict[UUID | None, list[ClosedDays]] = defaultdict(list)
    for row in session.scalars(statement):
        found[row.organisation_id].append(row)
    return found
