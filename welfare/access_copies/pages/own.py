"""What whoever asks on the own pages is shown: what was asked for, how far it is, and what can be fetched."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from welfare.access_copies.models import AccessCopy
from welfare.access_copies.queries import OPEN, is_open_on, own_copies
from welfare.access_copies.words import STATE_LOOKS, STATE_WORDS
from welfare.accounts.models import Account
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.pages.head import reasons_of
from welfare.datarights.pages.lists import Look
from welfare.datarights.queries import asker_of
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.rules.access_copies import CopyState
from welfare.rules.answer_times import copy_due
from welfare.rules.log_requests import Asker


@dataclass(frozen=True, slots=True)
class OwnCopy:
    """One request of one's own. What was decided stands in the answer, not here."""

    id: UUID
    number: str
    received_on: date
    due_on: date
    state: str
    look: Look
    is_open: bool
    reasons: str
    """Why it takes longer."""
    fetch_until: date | None


@dataclass(frozen=True, slots=True)
class OwnCopiesPage:
    """Asking about one student; nothing here leads to the school."""

    student_id: UUID
    given_name: str
    is_student: bool
    due_on: date
    """The last day to answer, if it is asked today."""
    copies: tuple[OwnCopy, ...]

    @property
    def may_ask(self) -> bool:
        """One request waits at a time."""
        return not any(copy.is_open for copy in self.copies)

    @classmethod
    def of(cls, work: UnitOfWork, student: Person) -> "OwnCopiesPage":
        """Open the student's name, and the reasons that were told."""
        return cls(
            student_id=student.id,
            given_name=PersonName.of(work, student).given,
            is_student=asker_of(work.actor, student) is Asker.ONESELF,
            due_on=copy_due(work.facts.on),
            copies=tuple(_own(work, row) for row in own_copies(work.session, work.actor, student)),
        )


@dataclass(frozen=True, slots=True)
class FetchPage:
    """Fetching one copy."""

    student_id: UUID
    copy_id: UUID
    number: str
    until: date | None
    has_factor: bool
    """Whether the account has the second factor that is asked for."""

    @classmethod
    def of(cls, work: UnitOfWork, student: Person, copy: AccessCopy) -> "FetchPage":
        """Nothing is opened."""
        account = work.session.get_one(Account, work.actor.account_id)
        return cls(student.id, copy.id, copy.number, copy.open_until, account.has_second_factor)


def _own(work: UnitOfWork, row: AccessCopy) -> OwnCopy:
    shown = CopyState.RECEIVED if row.state in {CopyState.REVIEW, CopyState.DECIDED} else row.state
    return OwnCopy(
        id=row.id,
        number=row.number,
        received_on=row.received_on,
        due_on=row.due_on,
        state=str(STATE_WORDS[shown]),
        look=STATE_LOOKS[shown],
        is_open=row.state in OPEN,
        reasons=reasons_of(work, row),
        fetch_until=row.open_until if is_open_on(row, work.facts.on) else None,
    )
