"""The page on which somebody writes own words, and sees what has been written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.pages.text import words_of
from welfare.own_words.models import OwnWords
from welfare.own_words.queries import words_by
from welfare.people.models import Person
from welfare.portal.pages.next_meeting import next_meeting
from welfare.portal.pages.reader import Reader
from welfare.portal.queries import going_on, matters_told
from welfare.rules.cases import CaseState


@dataclass(frozen=True, slots=True)
class WrittenWords:
    """One version."""

    id: UUID
    text: str
    written_at: datetime
    is_shown: bool


@dataclass(frozen=True, slots=True)
class OwnWordsPage:
    """What the reader has written in one matter."""

    reader: Reader
    case_id: UUID
    subject: str
    written: Sequence[WrittenWords]
    meets_on: date | None
    """When the reader next meets the group of this matter: words that it sees are before it there."""

    @classmethod
    def of(cls, work: UnitOfWork, student: Person, case: Case) -> "OwnWordsPage":
        """Open it."""
        reader = Reader.of(work, student)
        meeting = next_meeting(work, reader, case.id)
        return cls(
            reader,
            case.id,
            words_of(work, case).subject_words,
            written_words(work, words_by(work.session, case.id, work.actor.person_id)),
            meeting.day if meeting else None,
        )


@dataclass(frozen=True, slots=True)
class MattersToWriteIn:
    """The matters in which the reader may write."""

    reader: Reader
    matters: Sequence[tuple[UUID, str]]

    @classmethod
    def of(cls, work: UnitOfWork, student: Person) -> "MattersToWriteIn":
        """Open what each is about."""
        found = writable(work, student.id)
        return cls(Reader.of(work, student), [(case.id, words_of(work, case).subject_words) for case in found])


def writable(work: UnitOfWork, student_id: UUID) -> Sequence[Case]:
    """Matters with a group at work (Permission.OWN_WORDS_WRITE)."""
    cases = going_on(matters_told(work.session, work.actor, student_id, work.facts))
    return [case for case in cases if case.state is not CaseState.PROPOSED]


def written_words(work: UnitOfWork, rows: Sequence[OwnWords]) -> Sequence[WrittenWords]:
    """Open some versions."""
    work.prefetch(rows)
    return [WrittenWords(row.id, work.decrypt(row, OwnWords.text), row.written_at, row.is_shown) for row in rows]
