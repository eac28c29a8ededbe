"""Numbers that run on within a controller and a school year, never given twice and never given back."""

from datetime import date
from uuid import UUID

from sqlalchemy import or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from welfare.organisations.models import Organisation, RunningNumber, SchoolYear
from welfare.rules.case_numbers import is_abbreviation

FIRST_MONTH = 8
"""A school year begins in August where nobody has said when."""
LEAST_LETTERS, MOST_LETTERS = 2, 3


def next_in_series(session: Session, controller_id: UUID, series: str) -> int:
    """The next number of a series. The row stays locked to the end of the transaction, so that two never get one."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    begun = dialect.insert(RunningNumber).values(controller_id=controller_id, series=series, last=0)
    session.execute(begun.on_conflict_do_nothing())
    step = (
        update(RunningNumber)
        .where(RunningNumber.controller_id == controller_id, RunningNumber.series == series)
        .values(last=RunningNumber.last + 1)
        .returning(RunningNumber.last)
        .execution_options(synchronize_session=False)
    )
    return session.execute(step).scalar_one()


def school_year_at(session: Session, school: Organisation, on: date) -> int:
    """The calendar year in which the school year of a day begins, by the school's or its provider's own dates."""
    statement = select(SchoolYear.starts_on).where(
        or_(SchoolYear.organisation_id == school.id, SchoolYear.organisation_id == school.provider_id),
        SchoolYear.starts_on <= on,
        SchoolYear.ends_on >= on,
    )
    started = session.scalars(statement.order_by(SchoolYear.starts_on.desc()).limit(1)).first()
    if started is not None:
        return started.year
    return on.year if on.month >= FIRST_MONTH else on.year - 1


def abbreviation_of(school: Organisation) -> str:
    """The letters that stand for a school in its numbers; the first of its name where it has none of its own."""
    if is_abbreviation(school.short_name):
        return school.short_name
    letters = "".join(sign for sign in school.name_fi.upper() if is_abbreviation(sign * LEAST_LETTERS))
    return letters[:MOST_LETTERS].ljust(LEAST_LETTERS, "X")
