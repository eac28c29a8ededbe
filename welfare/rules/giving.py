"""How what is disclosed comes to its receiver, and what each way asks for (OHL 20 § 5; TihL 14 §; rule 24)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from welfare.rules.receivers import last_day_open


class How(StrEnum):
    """The way of a disclosure."""

    READ_HERE = "read_here"
    """The receiver has an account, and reads a copy in the house for a time."""
    PAPER = "paper"
    """A paper that the worker hands over to somebody recognised (TihL 14 §)."""
    TOLD = "told"
    """By voice, or in another system: the journal keeps what was given."""


class WayLack(StrEnum):
    """What keeps a disclosure from going the way that was chosen."""

    READER = "reader"  # somebody must be chosen who reads it here
    OTHER_WAY = "other_way"  # a reader is chosen, and another way
    ENDED = "ended"  # the last day is past
    TOO_LONG = "too_long"  # open longer than the policy or the consent allows


@dataclass(frozen=True, slots=True, kw_only=True)
class WayFacts:
    """A way about to be gone."""

    how: How
    on: date
    has_reader: bool = False
    open_until: date | None = None
    consent_to: date | None = None


def what_the_way_lacks(facts: WayFacts) -> tuple[WayLack, ...]:
    """What must be mended before data go this way."""
    is_read_here = facts.how is How.READ_HERE
    asked = facts.open_until if is_read_here else None
    lacks = {
        WayLack.READER: is_read_here and not facts.has_reader,
        WayLack.OTHER_WAY: facts.has_reader and not is_read_here,
        WayLack.ENDED: asked is not None and asked < facts.on,
        WayLack.TOO_LONG: asked is not None and asked > last_day_open(asked, facts.on, facts.consent_to),
    }
    return tuple(lack for lack, is_lacking in lacks.items() if is_lacking)
