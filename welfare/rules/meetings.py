"""The meeting of an expert group: its life, its items, and who may be in the room for which (OHL 14 § 4, 19 §; IND §3).

A meeting has items and each item is one matter of one student: the group is another for each, so between two items
people leave and join. Communal work has meetings of its own (OHL 14 § 2), never together with a named student.
"""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from welfare.rules.cases import CaseState
from welfare.rules.standing import Standing


class MeetingState(StrEnum):
    """Where a meeting is."""

    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"
    CANCELLED = "cancelled"


STEPS = MappingProxyType(
    {
        MeetingState.PLANNED: frozenset({MeetingState.RUNNING, MeetingState.CANCELLED}),
        MeetingState.RUNNING: frozenset({MeetingState.ENDED}),
        MeetingState.ENDED: frozenset({MeetingState.RUNNING}),
        MeetingState.CANCELLED: frozenset[MeetingState](),
    }
)
"""A meeting ended too early goes on; one that was called off is planned anew."""


class ItemState(StrEnum):
    """Where an item of the agenda is."""

    WAITING = "waiting"
    NOW = "now"
    HANDLED = "handled"
    FINAL = "final"  # its minutes are an entry in the student's journal


def state_of_own(state: MeetingState, own: Collection[ItemState]) -> MeetingState:
    """How a meeting stands for one who knows some of its items: as if they were all of it (OHL 22 § 1; rule 37).

    That it goes on before one's own item has its turn would tell of an item before, and after it of one behind.
    """
    if state is not MeetingState.RUNNING or not own:
        return state
    if all(each is ItemState.WAITING for each in own):
        return MeetingState.PLANNED
    is_over = not {ItemState.WAITING, ItemState.NOW} & set(own)
    return MeetingState.ENDED if is_over else MeetingState.RUNNING


LIVE = frozenset({CaseState.OPEN, CaseState.FOLLOW_UP})
"""Only a matter that is open, or followed up, is met about."""


class MeetingStepError(ValueError):
    """The meeting cannot go from its state to the one asked for."""


def check_step(now: MeetingState, wanted: MeetingState) -> None:
    """Refuse a step that a meeting's life does not know. Raises MeetingStepError."""
    if wanted not in STEPS[now]:
        message = f"{now} to {wanted}"
        raise MeetingStepError(message)


class ItemBlock(StrEnum):
    """Why a matter cannot be an item of a meeting, or its item cannot be handled now."""

    NO_HANDLING_CONSENT = "no_handling_consent"
    NOT_LIVE = "not_live"
    TWICE = "twice"
    OTHER_REGISTER = "other_register"


def what_blocks_item(
    case_state: CaseState,
    handling: Standing,
    *,
    is_on_agenda_already: bool = False,
    is_in_other_register: bool = False,
) -> tuple[ItemBlock, ...]:
    """What keeps a matter off an agenda (OHL 19 § 1, 21 § 1; rules 8 and 39).

    Each education provider keeps a register of its own, so a meeting is about matters of one provider.
    """
    blocks = {
        ItemBlock.NO_HANDLING_CONSENT: not handling.is_valid,
        ItemBlock.NOT_LIVE: case_state not in LIVE,
        ItemBlock.TWICE: is_on_agenda_already,
        ItemBlock.OTHER_REGISTER: is_in_other_register,
    }
    return tuple(block for block, is_blocking in blocks.items() if is_blocking)


class AgendaBlock(StrEnum):
    """Why an agenda cannot be changed as wished."""

    BEGUN = "begun"
    LAST_ITEM = "last_item"


def what_blocks_removal(state: MeetingState, items: int) -> tuple[AgendaBlock, ...]:
    """What keeps an item on the agenda: what is being handled stays, and a meeting about nothing is called off."""
    blocks = {AgendaBlock.BEGUN: state is not MeetingState.PLANNED, AgendaBlock.LAST_ITEM: items <= 1}
    return tuple(block for block, is_blocking in blocks.items() if is_blocking)


@dataclass(frozen=True, slots=True)
class Swap:
    """Who goes and comes between two items; each a set of the ids by which attendees are known."""

    leaving: frozenset[UUID]
    joining: frozenset[UUID]
    staying: frozenset[UUID]


def swap_between(present: AbstractSet[UUID], admitted: AbstractSet[UUID]) -> Swap:
    """Who must leave before the next item is spoken of, and who may come in: nobody hears another student's matter."""
    return Swap(
        leaving=frozenset(present - admitted),
        joining=frozenset(admitted - present),
        staying=frozenset(present & admitted),
    )


def uncovered(present: Collection[UUID], admitted: AbstractSet[UUID]) -> frozenset[UUID]:
    """Those in the room whom nothing admits to the present item: a consent ended while they sat there (rule 15)."""
    return frozenset(present) - admitted


class Presence(StrEnum):
    """Where somebody is while an item is handled."""

    ABSENT = "absent"  # has not been there at all
    HERE = "here"
    REMOTE = "remote"
    LEFT = "left"  # was there; the record names all who took part (OHL 20 § 4 k. 3)


IN_THE_ROOM = frozenset({Presence.HERE, Presence.REMOTE})


def presence_of(*, has_come: bool, is_present: bool, is_remote: bool) -> Presence:
    """Where somebody is, by what is kept of it."""
    if not has_come:
        return Presence.ABSENT
    if not is_present:
        return Presence.LEFT
    return Presence.REMOTE if is_remote else Presence.HERE
