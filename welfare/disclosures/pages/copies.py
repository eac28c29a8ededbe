"""What a receiver is shown: the copies that are open, and one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.queries import people_by_id
from welfare.disclosures.models import Disclosure
from welfare.disclosures.pages.shown import Shown
from welfare.disclosures.pages.teacher_notes import ClassNote, class_notes
from welfare.disclosures.queries import copies_open_to
from welfare.journal.models import JournalEntry
from welfare.journal.words import GROUND_WORDS
from welfare.people.models import Person
from welfare.people.pages import PersonName, names_of
from welfare.rules.actors import Role
from welfare.rules.disclosure import citation
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One copy in a list: whom it is about, not what it says."""

    id: UUID
    pupil: str
    given_at: datetime
    given_by: str
    open_until: date | None


@dataclass(frozen=True, slots=True)
class ReceivedPage:
    """Everything that one has been given and may read."""

    copies: Sequence[CopyLine]
    notes: Sequence[ClassNote]

    @classmethod
    def of(cls, work: UnitOfWork) -> "ReceivedPage":
        """Open the names of the pupils and of those who gave."""
        rows = copies_open_to(work.session, work.actor, work.facts.on)
        ids = {id for row in rows for id in (row.student_id, row.given_by_person_id)}
        names = names_of(work, people_by_id(work.session, ids).values())
        return cls(
            notes=class_notes(work),
            copies=[
                CopyLine(
                    row.id,
                    names[row.student_id].full,
                    row.given_at,
                    names[row.given_by_person_id].full,
                    row.open_until,
                )
                for row in rows
            ],
        )


@dataclass(frozen=True, slots=True)
class CopyPage:
    """One copy, as its receiver reads it. Nothing of the matter is told but what was given."""

    pupil: str
    shown: Shown
    given_at: datetime
    given_by: str
    office: str
    ground: str
    law: str
    open_until: date | None

    @classmethod
    def of(cls, work: UnitOfWork, row: Disclosure) -> "CopyPage":
        """Open it."""
        entry = work.session.get_one(JournalEntry, row.entry_id)
        giver = work.session.get_one(Person, row.given_by_person_id)
        return cls(
            pupil=PersonName.of(work, work.session.get_one(Person, row.student_id)).full,
            shown=Shown.of(work, row),
            given_at=row.given_at,
            given_by=PersonName.of(work, giver).full,
            office=str(ROLE_WORDS[Role(entry.author_office)]).lower(),
            ground=str(GROUND_WORDS[row.ground]),
            law=citation(row.ground, current_locale()),
            open_until=row.open_until,
        )
