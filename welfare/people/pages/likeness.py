"""Keeping what can be compared of people who came before it was kept: names are opened here, and go nowhere else."""

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.likeness import keep_likeness
from welfare.people.models import Person

MOST_AT_ONCE = 1000


def fill_likeness(work: UnitOfWork) -> int:
    """Keep the surname's hashes of some of those who have none yet; how many those were.

    An address and a code are compared from the next time on that a roster brings the person anew.
    """
    missing = work.session.scalars(select(Person).where(Person.likeness.is_(None)).limit(MOST_AT_ONCE)).all()
    for person, identity in work.skim(missing, Person.identity):
        keep_likeness(work, person, identity.get("family_name", ""))
    work.session.flush()
    return len(missing)
