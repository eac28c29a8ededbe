"""Applying what guardians and parents may do and know for students (LHL 3-9 §): a change begins today, at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.bonds import lasts
from welfare.people.models import Guardianship
from welfare.people.roster.applying.days import ONE_DAY
from welfare.people.roster.applying.places import Places
from welfare.people.roster.memory import Memory
from welfare.people.roster.names import RosterFile
from welfare.people.roster.records import FAMILY_ROLES, UserRole, UserRow
from welfare.rules.registers import Register

Key = tuple[UUID, UUID]


@dataclass(frozen=True)
class GuardianshipApplier:
    """Writes the ties of some guardians and parents. ``from_day`` begins those of newcomers, ``today`` all others."""

    work: UnitOfWork
    memory: Memory
    places: Places
    from_day: date
    today: date

    def begin(self, rows: Sequence[UserRow]) -> None:
        """Tie newcomers to their children."""
        self.work.session.add_all(self._wanted(rows, self.from_day))

    def renew(self, rows: Sequence[UserRow]) -> None:
        """Make the ties of known people what the roster says."""
        wanted = {_key(tie): tie for tie in self._wanted(rows, self.today)}
        known = self._known([self._id(row) for row in rows])
        for tie in known:
            wish = wanted.get(_key(tie))
            if tie.begins_on == self.today and wish is not None:
                _take_over(tie, wish)
                del wanted[_key(tie)]
            elif wish is None or _rights(tie) != _rights(wish):
                tie.ends_on = self.today - ONE_DAY
            else:
                del wanted[_key(tie)]
        self.work.session.add_all(wanted.values())

    def _wanted(self, rows: Iterable[UserRow], begins: date) -> Iterable[Guardianship]:
        for row in rows:
            for child in row.agent_ids if row.role in FAMILY_ROLES else ():
                student_id = self.memory.target(RosterFile.USERS, child)
                self.work.note(self.places.homes[row.org_ids[0]], Register.DIRECTORY, ("person", student_id))
                yield Guardianship(
                    guardian_id=self._id(row),
                    student_id=student_id,
                    has_custody=row.role is UserRole.GUARDIAN,
                    decides=child in row.decides_ids,
                    may_receive_information=child in row.informed_ids,
                    begins_on=begins,
                )

    def _known(self, ids: Sequence[UUID]) -> Sequence[Guardianship]:
        """Ties that hold, and those begun today even if they have been ended since: a day begins no tie twice.

        The latter come first, so that one of them is taken up again and the other ended.
        """
        relevant = or_(lasts(Guardianship, self.today), Guardianship.begins_on == self.today)
        statement = select(Guardianship).where(Guardianship.guardian_id.in_(ids), relevant)
        return self.work.session.scalars(statement.order_by(Guardianship.begins_on.desc())).all()

    def _id(self, row: UserRow) -> UUID:
        return self.memory.target(RosterFile.USERS, row.source_id)


def _take_over(tie: Guardianship, wish: Guardianship) -> None:
    tie.has_custody, tie.decides, tie.may_receive_information = _rights(wish)
    tie.ends_on = None


def _key(tie: Guardianship) -> Key:
    return tie.guardian_id, tie.student_id


def _rights(tie: Guardianship) -> tuple[bool, bool, bool]:
    return tie.has_custody, tie.decides, tie.may_receive_information
