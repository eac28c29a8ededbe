"""Applying posts of staff: what is new begins, what is gone ends with a date, nothing is deleted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.people.bonds import lasts
from welfare.people.models import Assignment
from welfare.people.roster.applying.days import ONE_DAY
from welfare.people.roster.applying.places import Places
from welfare.people.roster.memory import Memory
from welfare.people.roster.names import RosterFile
from welfare.people.roster.records import STAFF_ROLES, UserRow


@dataclass(frozen=True)
class PostApplier:
    """Writes the posts of some people. ``from_day`` begins those of newcomers, ``today`` all others."""

    session: Session
    memory: Memory
    places: Places
    from_day: date
    today: date

    def begin(self, rows: Sequence[UserRow]) -> None:
        """Give newcomers their posts."""
        self.session.add_all(self._wanted(rows, self.from_day))

    def renew(self, rows: Sequence[UserRow]) -> None:
        """Make the posts of known people what the roster says; posts given by hand are left alone."""
        wanted = {_content(post): post for post in self._wanted(rows, self.today)}
        kept = set()
        for post in self._standing([self._id(row) for row in rows]):
            if _content(post) in wanted:
                kept.add(_content(post))
            else:
                post.ends_on = self.today - ONE_DAY
        self.session.add_all(post for content, post in wanted.items() if content not in kept)

    def _wanted(self, rows: Iterable[UserRow], begins: date) -> Iterable[Assignment]:
        for row in rows:
            if row.role in STAFF_ROLES and row.staff_role is not None:
                schools = [org_id for org_id in row.org_ids if org_id in self.places.schools]
                for org_id in schools or row.org_ids[:1]:
                    yield Assignment(
                        person_id=self._id(row),
                        role=row.staff_role,
                        organisation_id=self.places.ids[org_id],
                        employer_id=self.places.homes[row.org_ids[0]],
                        comes_from_roster=True,
                        begins_on=begins,
                    )

    def _standing(self, ids: Sequence[UUID]) -> Sequence[Assignment]:
        statement = select(Assignment).where(Assignment.person_id.in_(ids), Assignment.comes_from_roster)
        return self.session.scalars(statement.where(lasts(Assignment, self.today))).all()

    def _id(self, row: UserRow) -> UUID:
        return self.memory.target(RosterFile.USERS, row.source_id)


def _content(post: Assignment) -> tuple[object, ...]:
    return post.person_id, post.role, post.organisation_id, post.employer_id
