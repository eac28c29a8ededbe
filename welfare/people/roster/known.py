"""What an earlier import left behind, as plain values: enough to find references and to see what has changed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from welfare.people.roster.names import RosterFile


@dataclass(frozen=True, slots=True)
class KnownRecords:
    """Records of one file: those in force with their fingerprints, and those that have been ended."""

    active: Mapping[str, bytes] = field(default_factory=dict)
    ended: Collection[str] = frozenset()


NO_RECORDS = KnownRecords()


class UnknownSenderError(LookupError):
    """It is not clear whose earlier rosters this one continues."""


@dataclass(frozen=True, slots=True)
class KnownState:
    """Records of one sender only: ids are unique within a sender, and a bulk file ends nobody of another's.

    Courses and demographics are not kept: a course only names what a class is about, a birth date belongs to its user.
    """

    files: Mapping[RosterFile, KnownRecords] = field(default_factory=dict)
    municipality_codes: frozenset[str] = frozenset()
    """Codes of the providers themselves, which the shipped list may not have yet."""

    def of(self, file: RosterFile) -> KnownRecords:
        """Records of one file, none when nothing is known of it."""
        return self.files.get(file, NO_RECORDS)


NOTHING_KNOWN = KnownState()
