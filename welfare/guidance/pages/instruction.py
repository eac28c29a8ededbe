"""One instruction: its words, whether the reader has read them, and for whoever leads the unit who has not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.colleagues import names_by_account
from welfare.communal.pages import UnitHead
from welfare.guidance.models import Instruction
from welfare.guidance.pages.library import Standing
from welfare.guidance.queries import versions_of
from welfare.guidance.words import READERS_WORDS, STATE_LOOKS, STATE_WORDS
from welfare.organisations.models import Organisation
from welfare.rules.guidance import InstructionState, ReadShare
from welfare.ui.locale import current_locale, name_key


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version."""

    number: int
    saved_at: datetime
    title: str
    text: str
    link: str


@dataclass(frozen=True, slots=True)
class InstructionPage:
    """Everything about one instruction."""

    head: UnitHead
    id: UUID
    is_own: bool
    readers: str
    begins_on: date
    ends_on: date | None
    state: str
    look: tuple[str, str]
    newest: VersionLine
    earlier: Sequence[VersionLine]
    has_read: bool
    may_read: bool
    share: ReadShare
    unread: Sequence[str]
    """Names, for whoever leads the unit alone."""

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation, instruction: Instruction) -> "InstructionPage":
        """Read it."""
        head, standing, locale = UnitHead.of(work, unit), Standing.of(work, unit), current_locale()
        state = standing.state(instruction)
        versions = [
            VersionLine(each.number, each.saved_at, each.title(locale), each.text(locale), each.link)
            for each in versions_of(work.session, instruction.id)
        ]
        unread = names_by_account(work, standing.unread(instruction)) if head.may_lead else {}
        return cls(
            head=head,
            id=instruction.id,
            is_own=instruction.unit_id == unit.id,
            readers=str(READERS_WORDS[instruction.readers]),
            begins_on=instruction.begins_on,
            ends_on=instruction.ends_on,
            state=str(STATE_WORDS[state]),
            look=STATE_LOOKS[state],
            newest=versions[0],
            earlier=versions[1:],
            has_read=standing.has_read(instruction, work.actor.account_id),
            may_read=state is InstructionState.IN_FORCE,
            share=standing.share(instruction),
            unread=sorted(unread.values(), key=name_key),
        )
