"""Own words opened for a group: what their writers let it see, and what it takes into a record as it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.consents.pages import Names
from welfare.own_words.models import OwnWords
from welfare.own_words.queries import words_shown
from welfare.rules.registers import Register
from welfare.ui.formats import date_text

QUOTE: Final = "quote"
"""The name of the button; its value tells which words."""


@dataclass(frozen=True, slots=True)
class ShownWords:
    """One version that the group may read."""

    id: UUID
    text: str
    by: str
    is_students: bool
    shared_at: datetime | None


def shown_words(work: UnitOfWork, case: Case) -> Sequence[ShownWords]:
    """Open what is shown in a matter, the newest first."""
    rows = words_shown(work.session, case.id)
    names = Names.of(work, [], {row.writer_person_id for row in rows})
    work.prefetch(rows)
    return [
        ShownWords(
            id=row.id,
            text=work.decrypt(row, OwnWords.text),
            by=_(
                "%(name)s, %(day)s",
                name=names.of_person(row.writer_person_id),
                day=date_text(row.written_at),
            ),
            is_students=row.writer_person_id == row.student_id,
            shared_at=row.shared_at,
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class Quote:
    """What is taken in: the student's words as the student's, another's with the name of the one who said them."""

    text: str
    is_students: bool

    def beneath(self, before: str) -> str:
        """The text of a record with these words in it, once."""
        if self.text in before:
            return before
        return f"{before.rstrip()}\n{self.text}" if before.strip() else self.text


def quote_of(work: UnitOfWork, case: Case, asked: str) -> Quote | None:
    """Open the words that a button asks for, if the group of the matter is shown them today."""
    row = next((each for each in words_shown(work.session, case.id) if str(each.id) == asked), None)
    if row is None:
        return None
    work.note(case.controller_id, Register.WELFARE, ("own_words", row.id))
    text, is_students = work.decrypt(row, OwnWords.text), row.writer_person_id == row.student_id
    if is_students:
        return Quote(text, is_students)
    name = Names.of(work, [], {row.writer_person_id}).of_person(row.writer_person_id)
    return Quote(_("%(name)s: %(text)s", name=name, text=text), is_students)


def taken_back_words() -> str:
    """What whoever wished to take them in is told."""
    return _("The writer does not show these words any more. They were not taken in.")
