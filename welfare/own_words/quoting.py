"""Taking shown words into a record as they stand. They are asked for anew: the writer may have taken them back."""

from dataclasses import dataclass
from typing import Final

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.consents.pages import Names
from welfare.own_words.models import OwnWords
from welfare.own_words.queries import words_shown
from welfare.rules.registers import Register

QUOTE: Final = "quote"
"""The name of the button; its value tells which words."""


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
