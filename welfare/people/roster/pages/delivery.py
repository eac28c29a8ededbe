"""Opening a delivery: its bytes for the reader, its preview for the administrator."""

from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from welfare.audit.gap import Gap, GapDocument
from welfare.audit.unit_of_work import Document, UnitOfWork
from welfare.people.actions.deliveries import DeliveryGoneError
from welfare.people.models import Person, RosterDeliveryPart, RosterPreview
from welfare.people.pages import PersonName, names_of
from welfare.people.roster.codes import ProblemCode, Severity
from welfare.people.roster.names import RosterFile
from welfare.people.roster.problems import Problem
from welfare.people.roster.remedy_words import REMEDIES
from welfare.people.roster.words import MESSAGES

COUNTED = ("add", "change", "back", "ended", "unchanged")


def bytes_of(work: UnitOfWork, delivery_id: UUID) -> bytes:
    """The file of a delivery. Raises DeliveryGoneError."""
    statement = select(RosterDeliveryPart).where(RosterDeliveryPart.delivery_id == delivery_id)
    parts = work.session.scalars(statement.order_by(RosterDeliveryPart.number)).all()
    texts = [work.decrypt(part, RosterDeliveryPart.content) for part in parts]
    if not texts or any(isinstance(text, Gap) for text in texts):
        raise DeliveryGoneError
    return b"".join(b64decode(text) for text in texts)


@dataclass(frozen=True)
class ProblemLine:
    """One problem in words, with its place."""

    place: str
    row: int
    column: str
    shown: str
    message: str
    remedy: str
    is_error: bool


@dataclass(frozen=True)
class FileLine:
    """What would happen to the rows of one file."""

    file: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Preview:
    """What importing a delivery would do."""

    counts: Mapping[str, int]
    is_unusual: bool
    known_people: int
    problems: Sequence[Problem]
    unlisted: int
    ended: Sequence[UUID]

    @classmethod
    def of(cls, work: UnitOfWork, delivery_id: UUID) -> "Preview | None":
        """The preview that is kept of a delivery."""
        statement = select(RosterPreview).where(RosterPreview.delivery_id == delivery_id)
        row = work.session.scalars(statement).one_or_none()
        document: Document = work.decrypt_document(row, RosterPreview.document) if row else GapDocument()
        if isinstance(document, GapDocument):
            return None
        return cls(
            counts=document["counts"],
            is_unusual=document["unusual"],
            known_people=document["known"],
            problems=[
                Problem(file, row, column, ProblemCode(code), value)
                for file, row, column, code, value in document["problems"]
            ],
            unlisted=document["unlisted"],
            ended=[UUID(each) for each in document["ended"]],
        )

    @property
    def files(self) -> list[FileLine]:
        """The counts by file."""
        names = [file.value for file in RosterFile if f"{file.value}.add" in self.counts]
        return [FileLine(name, {each: self.counts[f"{name}.{each}"] for each in COUNTED}) for name in names]

    @property
    def birth_dates(self) -> int:
        """How many birth dates come alone."""
        return self.counts.get("demographics.change", 0)

    @property
    def changes(self) -> int:
        """How many records would be written."""
        return sum(number for name, number in self.counts.items() if not name.endswith(".unchanged"))

    @property
    def people_ended(self) -> int:
        """How many people would be ended."""
        return self.counts.get("users.ended", 0)

    def lines(self, first: int, size: int) -> list[ProblemLine]:
        """Some of the problems in words."""
        return [problem_line(problem) for problem in self.problems[first : first + size]]

    def ended_names(self, work: UnitOfWork, first: int, size: int) -> list[PersonName]:
        """Some of those who would be ended, by name."""
        ids = self.ended[first : first + size]
        people = work.session.scalars(select(Person).where(Person.id.in_(ids))).all()
        return sorted(names_of(work, people).values(), key=lambda name: name.sort_key)


def problem_line(problem: Problem) -> ProblemLine:
    """A problem as a person reads it."""
    return ProblemLine(
        place=problem.file,
        row=problem.row,
        column=problem.column,
        shown=problem.value_shown,
        message=str(MESSAGES[problem.code]),
        remedy=str(REMEDIES[problem.remedy]),
        is_error=problem.severity is Severity.ERROR,
    )
