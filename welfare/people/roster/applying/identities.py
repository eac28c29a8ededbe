"""One person, one code: who in the directory already has an identity code that a roster brings.

Within a controller and a kind a code names one person, whatever sourcedId the sender uses now. Somebody who is here
under another id, or was entered by hand, is taken up and not made a second time. Two people in force with one code
are a mistake that nobody here can put right, so it is noted at its row.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.identity_codes import CODE_PURPOSE
from welfare.people.models import Person, PersonKind
from welfare.people.roster.applying.days import batches
from welfare.people.roster.applying.people import kind_of
from welfare.people.roster.applying.places import Places
from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.known import KnownState
from welfare.people.roster.memory import Memory
from welfare.people.roster.names import RosterFile
from welfare.people.roster.people_rows import IDENTITY_CODE
from welfare.people.roster.plan import FilePlan, rows_of
from welfare.people.roster.problems import FilePen
from welfare.people.roster.records import UserRow


@dataclass(frozen=True)
class IdentityCheck:
    """Compares the codes of a roster with those in the directory."""

    work: UnitOfWork
    memory: Memory
    known: KnownState
    places: Places
    pen: FilePen
    released: set[UUID] = field(default_factory=set)
    """People who give up their code in this import: it was changed, or belongs to somebody in force."""

    def check(self, plan: FilePlan[UserRow]) -> None:
        """Find the twin of every person of the plan who has a code."""
        gone = {self.memory.target(RosterFile.USERS, ending.source_id) for ending in plan.ended}
        known = rows_of((*plan.back, *plan.change))
        for rows in batches(known):
            self._release(rows)
        for rows in batches(known):
            self._compare(rows, gone)
        for rows in batches(rows_of(plan.add)):
            self._compare(rows, gone)

    def _release(self, rows: Sequence[UserRow]) -> None:
        new = {self.memory.target(RosterFile.USERS, row.source_id): self._index(row) for row in rows}
        statement = select(Person.id, Person.identity_code_index).where(Person.id.in_(list(new)))
        for person_id, index in self.work.session.execute(statement):
            if index is not None and index != new[person_id]:
                self.released.add(person_id)

    def _compare(self, rows: Iterable[UserRow], gone: set[UUID]) -> None:
        """Ask by directory and kind, as the unique index does."""
        wanted: defaultdict[tuple[UUID, PersonKind], dict[bytes | None, UserRow]] = defaultdict(dict)
        for row in rows:
            if row.identity_code:
                wanted[self.places.homes[row.org_ids[0]], kind_of(row)][self._index(row)] = row
        for (controller_id, kind), by_index in wanted.items():
            statement = select(Person.identity_code_index, Person.id, Person.ended_on).where(
                Person.controller_id == controller_id,
                Person.kind == kind,
                Person.identity_code_index.in_(list(by_index)),
            )
            for index, twin_id, ended_on in self.work.session.execute(statement):
                row = by_index[index]
                own_id = self.memory.find(RosterFile.USERS, row.source_id)
                if own_id != twin_id and twin_id not in self.released:
                    is_over = ended_on is not None or twin_id in gone
                    self._meet(row, twin_id, is_known=own_id is not None, is_over=is_over)

    def _meet(self, row: UserRow, twin_id: UUID, *, is_known: bool, is_over: bool) -> None:
        """Somebody else has the code: the same human being under another id, or a mistake."""
        if is_known and is_over:
            self.released.add(twin_id)
        elif not is_known and (is_over or twin_id not in self._in_force):
            self.memory.adopt(RosterFile.USERS, row.source_id, twin_id)
        else:
            self.pen.note_at(row.row, ProblemCode.KNOWN_IDENTITY_CODE, IDENTITY_CODE, row.identity_code)

    @cached_property
    def _in_force(self) -> set[UUID]:
        """Who is in force by this sender's records."""
        targets = self.memory.targets[RosterFile.USERS]
        return {targets[source_id] for source_id in self.known.of(RosterFile.USERS).active}

    def _index(self, row: UserRow) -> bytes | None:
        if not row.identity_code:
            return None
        return self.work.fingerprint(self.places.homes[row.org_ids[0]], CODE_PURPOSE, row.identity_code)
