"""Applying posts and guardianships: what is new begins, what is gone ends with a date, nothing is deleted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from welfare.people.models import Assignment, Guardianship
from welfare.people.roster.memory import Memory
from welfare.people.roster.names import RosterFile
from welfare.people.roster.places import Places
from welfare.people.roster.records import FAMILY_ROLES, STAFF_ROLES, UserRole, UserRow

Bond = TypeVar("Bond", Assignment, Guardianship)


@dataclass(frozen=True)
class BondApplier:
    """Writes the posts and guardianships of some people. ``from_day`` begins those of new people, ``today`` others'."""

    session: Session
    memory: Memory
    places: Places
    from_day: date
    today: date

    def apply(self, rows: Sequence[UserRow], *, is_new: bool) -> None:
        """Make the bonds of these people what the roster says."""
        begins = self.from_day if is_new else self.today
        posts = [post for row in rows if row.role in STAFF_ROLES for post in self._posts(row, begins)]
        families = [tie for row in rows if row.role in FAMILY_ROLES for tie in self._guardianships(row, begins)]
        if not is_new:
            ids = [self._id(row.source_id) for row in rows]
            posts = self._only_new(self._standing_posts(ids), posts)
            families = self._only_new(self._standing_guardianships(ids), families)
        self.session.add_all([*posts, *families])

    def _posts(self, row: UserRow, begins: date) -> Iterable[Assignment]:
        if row.staff_role is None:
            return
        places = [self.memory.target(RosterFile.ORGS, each) for each in row.org_ids]
        schools = [place for place in places if self.places.is_school(place)]
        for place in schools or places[:1]:
            yield Assignment(
                person_id=self._id(row.source_id),
                role=row.staff_role,
                organisation_id=place,
                employer_id=self.places.provider_of(places[0]),
                comes_from_roster=True,
                begins_on=begins,
            )

    def _guardianships(self, row: UserRow, begins: date) -> Iterable[Guardianship]:
        for agent in row.agent_ids:
            student_id = self.memory.find(RosterFile.USERS, agent)
            if student_id is not None:
                yield Guardianship(
                    guardian_id=self._id(row.source_id),
                    student_id=student_id,
                    has_custody=row.role is UserRole.GUARDIAN,
                    decides=agent in row.decides_ids,
                    may_receive_information=agent in row.informed_ids,
                    begins_on=begins,
                )

    def _only_new(self, standing: Sequence[Bond], wanted: Sequence[Bond]) -> list[Bond]:
        """End the standing bonds that are not wanted any more; return the wanted ones that do not stand yet."""
        wishes = {_content(bond) for bond in wanted}
        for bond in standing:
            if _content(bond) not in wishes:
                bond.ends_on = self.today
        standing_now = {_content(bond) for bond in standing if bond.ends_on is None}
        return [bond for bond in wanted if _content(bond) not in standing_now]

    def _standing_posts(self, ids: Sequence[UUID]) -> Sequence[Assignment]:
        statement = select(Assignment).where(Assignment.person_id.in_(ids), Assignment.comes_from_roster)
        return self.session.scalars(
            statement.where(or_(Assignment.ends_on.is_(None), Assignment.ends_on > self.today))
        ).all()

    def _standing_guardianships(self, ids: Sequence[UUID]) -> Sequence[Guardianship]:
        statement = select(Guardianship).where(Guardianship.guardian_id.in_(ids))
        lasting = or_(Guardianship.ends_on.is_(None), Guardianship.ends_on > self.today)
        return self.session.scalars(statement.where(lasting)).all()

    def _id(self, source_id: str) -> UUID:
        return self.memory.target(RosterFile.USERS, source_id)


def _content(bond: Assignment | Guardianship) -> tuple[object, ...]:
    if isinstance(bond, Assignment):
        return bond.person_id, bond.role, bond.organisation_id, bond.employer_id
    return bond.guardian_id, bond.student_id, bond.has_custody, bond.decides, bond.may_receive_information
