"""How many pupils each school has on 20 September, from the roster: its whole number, which schools publish themselves.

The count is kept as a number of the communal side (welfare/staffing), which knows no roster. What somebody has written
stands; a school that has been counted is not counted anew.
"""

from uuid import UUID

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.insight.queries import students_in
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.school_years import SchoolYear, school_year_of
from welfare.rules.staffing import COUNTED_ON
from welfare.rules.unit_types import has_pupils
from welfare.staffing.actions import count_from_roster
from welfare.staffing.queries import pupils_of


def count_pupils(work: UnitOfWork, county_id: UUID) -> int:
    """Count the schools of a county that have no number in the running school year; how many those were."""
    year = school_year_of(work.facts.on)
    if work.facts.on < year.day(*COUNTED_ON):
        return 0
    return count_pupils_of(work, county_id, year)


def count_pupils_of(work: UnitOfWork, county_id: UUID, year: SchoolYear) -> int:
    """The same of one school year, by who was at school on its day."""
    here = Organisation.kind == OrganisationKind.SCHOOL, Organisation.county_id == county_id
    schools = work.session.scalars(select(Organisation).where(*here, Organisation.ended_on.is_(None))).all()
    ids = [school.id for school in schools]
    known = {row.school_id for row in pupils_of(work.session, ids, year)}
    found = students_in(work.session, ids, year.day(*COUNTED_ON))
    pupils = [school for school in schools if has_pupils(school.unit_type)]
    waiting = [school for school in pupils if school.id not in known and found.get(school.id)]
    for school in waiting:
        count_from_roster(work, school, year, found[school.id])
    return len(waiting)
