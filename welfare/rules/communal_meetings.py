"""Meetings of communal groups: their life, the items of their agenda, the decisions that become tasks (OHL 14 § 1-3).

They handle matters of everybody and never one pupil's, for which there are expert groups (OHL 14 § 4; IND §3.3).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from welfare.rules.welfare_groups import GroupKind


class CommunalState(StrEnum):
    """Where a meeting is."""

    PLANNED = "planned"
    FINAL = "final"  # its memo is closed; what is wrong in it is added to, never changed
    CANCELLED = "cancelled"


class AgendaKind(StrEnum):
    """What an item is about (COM §3)."""

    OPENING = "opening"
    PREVIOUS = "previous"
    CLIMATE = "climate"
    THEME = "theme"
    PUPILS = "pupils"
    GUARDIANS = "guardians"
    PROGRAMMES = "programmes"
    ENVIRONMENT = "environment"
    INSTRUCTIONS = "instructions"
    WELFARE_PLAN = "welfare_plan"
    INTERFACES = "interfaces"
    IMPACT = "impact"
    DEMAND = "demand"
    DECISIONS = "decisions"
    TOLD = "told"
    NEXT = "next"
    OWN = "own"  # an item that the group has thought of itself


K = AgendaKind
_FIRST, _LAST = (K.OPENING, K.PREVIOUS), (K.DECISIONS, K.TOLD, K.NEXT)
_SCHOOL = (
    *_FIRST,
    *(K.CLIMATE, K.THEME, K.PUPILS, K.GUARDIANS, K.PROGRAMMES, K.ENVIRONMENT, K.INSTRUCTIONS),
    *_LAST,
)
AGENDAS = MappingProxyType(
    {
        GroupKind.SCHOOL: _SCHOOL,
        GroupKind.STEERING: _SCHOOL,
        GroupKind.REGIONAL: (*_FIRST, K.DEMAND, K.INTERFACES, K.THEME, K.PUPILS, K.GUARDIANS, *_LAST),
        GroupKind.LAPE: (*_FIRST, K.WELFARE_PLAN, K.INTERFACES, K.IMPACT, K.DEMAND, *_LAST),
    }
)
"""What an agenda begins with. A LAPE group has four standing items: plan, interfaces, impact assessment, demand."""
INSIDE = frozenset({AgendaKind.OPENING, AgendaKind.PREVIOUS, AgendaKind.DECISIONS})
"""What the public memo leaves out unless the chair chooses it: decisions may come of items that are left out."""


class FinalLack(StrEnum):
    """What keeps a memo from becoming final."""

    NOT_HELD = "not_held"
    NOBODY_THERE = "nobody_there"
    NOTHING_WRITTEN = "nothing_written"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A meeting as its memo stands."""

    state: CommunalState
    starts_at: datetime
    present: int
    has_text: bool


def what_blocks_final(held: Held, now: datetime) -> tuple[FinalLack, ...]:
    """Everything that a final memo still lacks; a memo is closed once."""
    if held.state is not CommunalState.PLANNED:
        return (FinalLack.CLOSED,)
    lacks = {
        FinalLack.NOT_HELD: now < held.starts_at,
        FinalLack.NOBODY_THERE: held.present == 0,
        FinalLack.NOTHING_WRITTEN: not held.has_text,
    }
    return tuple(lack for lack, is_so in lacks.items() if is_so)


class DecisionState(StrEnum):
    """Where a decision is."""

    OPEN = "open"
    DONE = "done"
    UNDONE = "undone"  # it was not carried out, and it is told why


class DecisionLack(StrEnum):
    """Why a decision cannot be ended so."""

    ENDED = "ended"
    NO_REASON = "no_reason"


def what_blocks_end(state: DecisionState, wanted: DecisionState, *, has_reason: bool) -> tuple[DecisionLack, ...]:
    """A decision is ended once; what stays undone is told why."""
    if state is not DecisionState.OPEN or wanted is DecisionState.OPEN:
        return (DecisionLack.ENDED,)
    return (DecisionLack.NO_REASON,) if wanted is DecisionState.UNDONE and not has_reason else ()


def is_late(state: DecisionState, due_on: date, on: date) -> bool:
    """Whether a decision should have been carried out by now."""
    return state is DecisionState.OPEN and due_on < on


def moved(order: Collection[int], place: int, *, up: bool) -> list[int]:
    """An order of places with one of them a step up or down; at either end it stays where it is."""
    found = list(order)
    here = found.index(place)
    there = here - 1 if up else here + 1
    if 0 <= there < len(found):
        found[here], found[there] = found[there], found[here]
    return found
