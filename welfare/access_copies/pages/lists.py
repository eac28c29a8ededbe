"""The requests for copies of the controllers an officer serves."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask_babel import gettext as _

from welfare.access_copies.models import AccessCopy
from welfare.access_copies.queries import OPEN, copies_of
from welfare.access_copies.words import OUTCOME_WORDS, STATE_LOOKS, STATE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.pages.lists import LightView, light_view
from welfare.oversight.family import near_to
from welfare.oversight.words import REGISTER_WORDS
from welfare.rules.access_copies import CopyOutcome, CopyState

Look = tuple[str, str]


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One request in the list."""

    id: UUID
    number: str
    name: str
    register: str
    received_on: date
    due_on: date
    state: str
    look: Look
    light: LightView
    is_open: bool
    is_near: bool
    """Whether somebody else handles it (HL 27-28 §): its name is not opened."""


@dataclass(frozen=True, slots=True)
class CopiesPage:
    """The open ones by their last day, then what has been answered."""

    lines: tuple[CopyLine, ...]

    @property
    def waiting(self) -> list[CopyLine]:
        """Not answered yet."""
        return [line for line in self.lines if line.is_open]

    @property
    def answered(self) -> list[CopyLine]:
        """Handed over or closed."""
        return [line for line in self.lines if not line.is_open]

    @classmethod
    def of(cls, work: UnitOfWork) -> "CopiesPage":
        """Open the names in the requests."""
        rows, near = copies_of(work.session, work.actor), near_to(work.session, work.actor)
        of_family = {row.id for row in rows if near & {row.subject_id, row.asker_id}}
        work.prefetch([row for row in rows if row.id not in of_family])
        return cls(tuple(_line(work, row, is_near=row.id in of_family) for row in rows))


def state_words(row: AccessCopy) -> str:
    """How far it is, and what was decided; what is refused has no copy to hand over."""
    if (row.state, row.outcome) == (CopyState.SENT, CopyOutcome.REFUSED):
        return _("Refusal sent")
    state = str(STATE_WORDS[row.state])
    return f"{state}: {OUTCOME_WORDS[row.outcome]}" if row.outcome else state


def _line(work: UnitOfWork, row: AccessCopy, *, is_near: bool) -> CopyLine:
    return CopyLine(
        id=row.id,
        number=row.number,
        name="" if is_near else work.decrypt_document(row, AccessCopy.document)["name"],
        register=str(REGISTER_WORDS[row.register]),
        received_on=row.received_on,
        due_on=row.due_on,
        state=state_words(row),
        look=STATE_LOOKS[row.state],
        light=light_view(row, work.facts.on),
        is_open=row.state in OPEN,
        is_near=is_near,
    )
