"""The instructions of a unit: which the reader has not read, and how many of the staff have."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.colleagues import accounts_at
from welfare.communal.pages import UnitHead
from welfare.guidance.models import Instruction, InstructionVersion
from welfare.guidance.queries import Worded, instructions_of, readers_by, within
from welfare.guidance.words import READERS_WORDS, STATE_LOOKS, STATE_WORDS
from welfare.organisations.models import Organisation
from welfare.rules.actors import Role
from welfare.rules.guidance import InstructionState, ReadShare, is_for, state_on
from welfare.ui.locale import current_locale


@dataclass(frozen=True)
class Standing:
    """Who at a unit is to read what, and has."""

    instructions: Sequence[Worded]
    staff: Mapping[UUID, frozenset[Role]]
    read: Mapping[UUID, frozenset[UUID]]
    on: date

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "Standing":
        """Read it; no name is opened."""
        return cls.of_all(work, [unit])[unit.id]

    @classmethod
    def of_all(cls, work: UnitOfWork, units: Sequence[Organisation]) -> "Mapping[UUID, Standing]":
        """The same for many units, with as many statements as for one."""
        found = instructions_of(work.session, (id for unit in units for id in within(unit)))
        read = readers_by(work.session, [each for each, _words in found])
        staff = accounts_at(work, [unit.id for unit in units])
        places: defaultdict[UUID, list[int]] = defaultdict(list)
        for place, (each, _words) in enumerate(found):
            places[each.unit_id].append(place)
        return {
            unit.id: cls(
                [found[place] for place in sorted(place for id in within(unit) for place in places[id])],
                staff[unit.id],
                read,
                work.facts.on,
            )
            for unit in units
        }

    def state(self, instruction: Instruction) -> InstructionState:
        """Whether an instruction holds today."""
        return state_on(self.on, instruction.begins_on, instruction.ends_on)

    def has_read(self, instruction: Instruction, account_id: UUID | None) -> bool:
        """Whether somebody has read its newest version."""
        return account_id in self.read.get(instruction.id, ())

    def readers(self, instruction: Instruction) -> list[UUID]:
        """The accounts at the unit that are to read it."""
        return [account for account, roles in self.staff.items() if is_for(instruction.readers, roles)]

    def unread(self, instruction: Instruction) -> list[UUID]:
        """Those of them that have not."""
        return [account for account in self.readers(instruction) if not self.has_read(instruction, account)]

    def share(self, instruction: Instruction) -> ReadShare:
        """How many of them have."""
        wanted = len(self.readers(instruction))
        return ReadShare(wanted - len(self.unread(instruction)), wanted)

    @property
    def in_force(self) -> list[Worded]:
        """Those that hold today."""
        return [pair for pair in self.instructions if self.state(pair[0]) is InstructionState.IN_FORCE]

    @property
    def whole(self) -> ReadShare:
        """All receipts that there should be today, and those that there are."""
        shares = [self.share(each) for each, _words in self.in_force]
        return ReadShare(sum(each.read for each in shares), sum(each.of for each in shares))

    def waiting_for(self, account_id: UUID | None, roles: frozenset[Role]) -> list[Worded]:
        """What somebody is to read and has not."""
        return [
            (each, words)
            for each, words in self.in_force
            if is_for(each.readers, roles) and not self.has_read(each, account_id)
        ]


@dataclass(frozen=True, slots=True)
class InstructionLine:
    """One instruction in a list."""

    id: UUID
    title: str
    version: int
    readers: str
    begins_on: date
    ends_on: date | None
    state: str
    look: tuple[str, str]
    share: ReadShare
    is_from_above: bool


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """The library of a unit."""

    head: UnitHead
    waiting: Sequence[InstructionLine]
    lines: Sequence[InstructionLine]
    ended: Sequence[InstructionLine]
    whole: ReadShare

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "LibraryPage":
        """Read it."""
        standing = Standing.of(work, unit)
        lines = {each.id: _line(standing, unit, each, words) for each, words in standing.instructions}
        ended = [each.id for each, _words in standing.instructions if standing.state(each) is InstructionState.ENDED]
        waiting = standing.waiting_for(work.actor.account_id, work.actor.roles)
        return cls(
            head=UnitHead.of(work, unit),
            waiting=[lines[each.id] for each, _words in waiting],
            lines=[line for id, line in lines.items() if id not in ended],
            ended=[lines[id] for id in ended],
            whole=standing.whole,
        )


def _line(standing: Standing, unit: Organisation, each: Instruction, words: InstructionVersion) -> InstructionLine:
    state = standing.state(each)
    return InstructionLine(
        id=each.id,
        title=words.title(current_locale()),
        version=each.newest,
        readers=str(READERS_WORDS[each.readers]),
        begins_on=each.begins_on,
        ends_on=each.ends_on,
        state=str(STATE_WORDS[state]),
        look=STATE_LOOKS[state],
        share=standing.share(each),
        is_from_above=each.unit_id != unit.id,
    )
