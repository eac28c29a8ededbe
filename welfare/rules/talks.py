"""The personal talk that a request leads to: how it may be held and what became of an offer (OHL 15 § 1).

Offers are evidence: whether the service kept to the time limit is read off the days on which it offered and held talks.
"""

from enum import StrEnum
from types import MappingProxyType


class TalkWay(StrEnum):
    """How people meet. The act says *personal*; meeting face to face comes first."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    VIDEO = "video"


class TalkAnswer(StrEnum):
    """What became of an offered talk."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    HELD = "held"
    NOT_HELD = "not_held"
    """It was agreed, but somebody did not come."""


ANSWERS = MappingProxyType(
    {
        None: frozenset(TalkAnswer),
        TalkAnswer.ACCEPTED: frozenset({TalkAnswer.HELD, TalkAnswer.NOT_HELD, TalkAnswer.DECLINED}),
        TalkAnswer.NO_ANSWER: frozenset({TalkAnswer.ACCEPTED, TalkAnswer.DECLINED, TalkAnswer.HELD}),
        TalkAnswer.DECLINED: frozenset({TalkAnswer.ACCEPTED, TalkAnswer.HELD}),
        TalkAnswer.HELD: frozenset[TalkAnswer](),
        TalkAnswer.NOT_HELD: frozenset[TalkAnswer](),
    }
)
"""A student may still change an answer; what happened at the agreed hour is not changed afterwards."""


class AnswerError(ValueError):
    """The offer has been answered in a way that does not lead to this answer."""


def check_answer(now: TalkAnswer | None, new: TalkAnswer) -> None:
    """Refuse an answer that cannot follow on the present one. Raises AnswerError."""
    if new not in ANSWERS[now]:
        message = f"{now} to {new}"
        raise AnswerError(message)
