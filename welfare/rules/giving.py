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
    PARCEL = "parcel"
    """A file sealed for the new education provider, by a consent to transfer (OHL 23 § 3)."""
    TOLD = "told"
    """By voice, or in another system: the journal keeps what was given."""
    IN_JOURNAL = "in_journal"
    """Out of a service's own record into the journal, where the group reads it; nobody chooses this way by hand."""


class WayLack(StrEnum):
    """What keeps a disclosure from going the way that was chosen."""

    READER = "reader"  # somebody must be chosen who reads it here
    OTHER_WAY = "other_way"  # a reader is chosen, and another way
    PARTNER = "partner"  # a provider must be chosen for which the parcel is sealed
    NO_PARCEL = "no_parcel"  # a provider is chosen, and another way
    TRANSFER_ONLY = "transfer_only"  # a parcel goes by a consent to transfer alone, and needs no other ground
    ENDED = "ended"  # the last day is past
    TOO_LONG = "too_long"  # open longer than the policy or the consent allows


@dataclass(frozen=True, slots=True, kw_only=True)
class WayFacts:
    """A way about to be gone."""

    how: How
    on: date
    has_reader: bool = False
    has_partner: bool = False
    is_transfer: bool = False
    """The ground is a consent to transfer."""
    open_until: date | None = None
    consent_to: date | None = None


def what_the_way_lacks(facts: WayFacts) -> tuple[WayLack, ...]:
    """What must be mended before data go this way."""
    is_read_here, is_parcel = facts.how is How.READ_HERE, facts.how is How.PARCEL
    asked = facts.open_until if is_read_here else None
    lacks = {
        WayLack.READER: is_read_here and not facts.has_reader,
        WayLack.OTHER_WAY: facts.has_reader and not is_read_here,
        WayLack.PARTNER: is_parcel and not facts.has_partner,
        WayLack.NO_PARCEL: facts.has_partner and not is_parcel,
        WayLack.TRANSFER_ONLY: is_parcel and not facts.is_transfer,
        WayLack.ENDED: asked is not None and asked < facts.on,
        WayLack.TOO_LONG: asked is not None and asked > last_day_open(asked, facts.on, facts.consent_to),
    }
    return tuple(lack for lack, is_lacking in lacks.items() if is_lacking)
