"""The school year that is written about: this one, the next or one of the last."""

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.school_years import SchoolYear, school_year_of

BACK, AHEAD = 5, 1


def writable_year(work: UnitOfWork, year: int) -> SchoolYear:
    """The year of the address. Refuses like the gate does where it lies too far away."""
    this_year = school_year_of(work.facts.on).begins_in
    if not this_year - BACK <= year <= this_year + AHEAD:
        refuse(work, work.facts)
    return SchoolYear(year)
