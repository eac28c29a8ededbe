"""A copy of everything that one register holds about somebody: what may be left out of it, and why.

GDPR 15(1), 15(3) and 15(4); JulkL 11-12 §; TSL 34 §; rule 37. The right is to all of it; what is left out is left out
passage by passage, each on a ground, and the rest is given (TSL 34 § 2).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from hashlib import sha256

from welfare.rules.citations import Citation, Statute

LEFT_OUT = "[…]"
DAYS_OPEN = 30
"""How long a copy can be fetched on the own page: our choice, written on the page and in the decision."""


class CopyState(StrEnum):
    """How far a request has come."""

    RECEIVED = "received"
    REVIEW = "review"
    DECIDED = "decided"
    SENT = "sent"
    CLOSED = "closed"


class CopyOutcome(StrEnum):
    """What was decided."""

    WHOLE = "whole"
    PARTLY = "partly"
    REFUSED = "refused"


class CopyLimit(StrEnum):
    """Why a passage, a record or the whole copy is not given."""

    THIRD_PERSON = "third_person"
    OTHER_GUARDIAN = "other_guardian"
    PLACE = "place"
    CHILDS_INTEREST = "childs_interest"
    DANGER_TO_HEALTH = "danger_to_health"
    RIGHTS_OF_OTHERS = "rights_of_others"
    CRIME_PREVENTION = "crime_prevention"
    NO_RIGHT = "no_right"
    """Of the whole alone. Says the same of somebody in the register and of somebody who never was."""


LIMITS_OF_RECORDS = tuple(limit for limit in CopyLimit if limit is not CopyLimit.NO_RIGHT)
_LAW = {
    CopyLimit.THIRD_PERSON: Citation(Statute.OHL, "22", 1),
    CopyLimit.OTHER_GUARDIAN: Citation(Statute.OHL, "22", 1),
    CopyLimit.PLACE: Citation(Statute.JULKL, "11", 2),
    CopyLimit.CHILDS_INTEREST: Citation(Statute.JULKL, "11", 2),
    CopyLimit.DANGER_TO_HEALTH: Citation(Statute.TSL, "34", 1),
    CopyLimit.RIGHTS_OF_OTHERS: Citation(Statute.TSL, "34", 1),
    CopyLimit.CRIME_PREVENTION: Citation(Statute.TSL, "34", 1),
    CopyLimit.NO_RIGHT: Citation(Statute.GDPR, "15"),
}
NEXT = {
    CopyState.RECEIVED: frozenset({CopyState.REVIEW, CopyState.DECIDED}),
    CopyState.REVIEW: frozenset({CopyState.DECIDED}),
    CopyState.DECIDED: frozenset({CopyState.DECIDED, CopyState.SENT}),
    CopyState.SENT: frozenset({CopyState.CLOSED}),
    CopyState.CLOSED: frozenset(),
}
"""Decided twice only where the right was lost before the copy went."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text that is left out: from, up to, and why."""

    start: int
    end: int
    limit: CopyLimit


class SpanError(ValueError):
    """A stretch outside its text, or empty."""


def law_of(limit: CopyLimit) -> Citation:
    """Where the ground stands."""
    return _LAW[limit]


def limits_for(*, is_guardian: bool) -> Sequence[CopyLimit]:
    """What a reviewer can choose. The child's interest limits what a guardian is given alone (JulkL 11 § 2)."""
    return [each for each in LIMITS_OF_RECORDS if is_guardian or each is not CopyLimit.CHILDS_INTEREST]


def left_out(text: str, spans: Iterable[Span]) -> str:
    """The text with a mark for each stretch that is left out; what overlaps is one stretch. Raises SpanError."""
    shown: list[str] = []
    at = 0
    for span in sorted(spans):
        if not 0 <= span.start < span.end <= len(text):
            raise SpanError
        if span.start >= at:
            is_next_to_mark = bool(shown) and not text[at : span.start].strip() and at > 0
            shown += [] if is_next_to_mark else [text[at : span.start], LEFT_OUT]
        at = max(at, span.end)
    return "".join([*shown, text[at:]])


def spans_of_words(text: str, words: str, limit: CopyLimit) -> list[Span]:
    """Every place where some words stand in a text, whatever their capitals."""
    wanted, found, at = words.casefold().strip(), [], 0
    folded = text.casefold()
    if not wanted or len(folded) != len(text):
        folded, wanted = text, words.strip()
    while wanted and (at := folded.find(wanted, at)) >= 0:
        found.append(Span(at, at + len(wanted), limit))
        at += len(wanted)
    return found


def seen_as(text: str) -> str:
    """By what a text is known again without being kept: its spans fit no other."""
    return sha256(text.encode()).hexdigest()


def outcome_of(*, is_anything_left_out: bool) -> CopyOutcome:
    """What a copy that is given is called: whole, or refused in part, which asks for a decision (GDPR 12(4))."""
    return CopyOutcome.PARTLY if is_anything_left_out else CopyOutcome.WHOLE


def open_until(handed_over: date) -> date:
    """The last day on which the copy is fetched on the own page."""
    return handed_over + timedelta(days=DAYS_OPEN)
