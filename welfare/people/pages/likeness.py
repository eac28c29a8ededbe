"""What can be compared of people: hashes are opened, and names only to be kept as hashes."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.likeness import Likeness, keep_likeness, people_to_compare
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


def likeness_of(work: UnitOfWork, person_ids: Collection[UUID]) -> Mapping[UUID, Likeness]:
    """The hashes of those of whom they are kept, to be compared by the log review."""
    people = people_to_compare(work.session, person_ids)
    found = {person.id: Likeness.read(document) for person, document in work.skim(people, Person.likeness)}
    for person in people:
        work.session.expunge(person)
    return found
