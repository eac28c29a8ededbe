"""Taking part in communal work: who was heard and to what effect, and the way of an idea from a class to its answer.

Communal work is done together with students and guardians (OHL 4 §, 13 §, 14 §); a student council is heard on what
concerns everybody (POL 47 a §). An idea is a class's: nobody's name goes with it (COM F32, F33).
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Heard(StrEnum):
    """Who was asked."""

    PUPILS = "pupils"
    GUARDIANS = "guardians"
    STAFF = "staff"


class HearingWay(StrEnum):
    """How."""

    SURVEY = "survey"
    MEETING = "meeting"
    WORKSHOP = "workshop"
    COUNCIL = "council"
    CLASS = "class"
    OTHER = "other"


class IdeaState(StrEnum):
    """Where an idea is on its way."""

    RECEIVED = "received"
    COUNCIL = "council"
    GROUP = "group"
    DECIDED = "decided"
    ANSWERED = "answered"


class Decision(StrEnum):
    """What became of it."""

    YES = "yes"
    PARTLY = "partly"
    LATER = "later"
    NO = "no"


class IdeaLack(StrEnum):
    """What keeps a step from being taken."""

    ORDER = "order"
    DECISION = "decision"
    ANSWER = "answer"


NEXT: Mapping[IdeaState, tuple[IdeaState, ...]] = MappingProxyType(
    {
        IdeaState.RECEIVED: (IdeaState.COUNCIL, IdeaState.GROUP),
        IdeaState.COUNCIL: (IdeaState.GROUP, IdeaState.DECIDED),
        IdeaState.GROUP: (IdeaState.DECIDED,),
        IdeaState.DECIDED: (IdeaState.ANSWERED,),
        IdeaState.ANSWERED: (),
    }
)
"""The steps that can follow: a council may decide by itself on what is its own, and every decision is told back."""


def what_blocks_step(now: IdeaState, to: IdeaState, *, has_decision: bool, has_answer: bool) -> tuple[IdeaLack, ...]:
    """What must be mended before an idea takes a step: the class is owed a decision, and words that tell of it."""
    lacks = {
        IdeaLack.ORDER: to not in NEXT[now],
        IdeaLack.DECISION: to is IdeaState.DECIDED and not has_decision,
        IdeaLack.ANSWER: to is IdeaState.ANSWERED and not has_answer,
    }
    return tuple(lack for lack, is_lacking in lacks.items() if is_lacking)
