"""When a record's time is over, and what keeps it all the same (TihL 21 §; IND §8; rules 30 and 31).

One record may hold several kinds under one key: a matter has its journal, the consents, a plan. It ends when the last
of them may end, for nothing of it can be destroyed alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from welfare.rules.ages import AGE_OF_MAJORITY, birthday_in
from welfare.rules.retention import CountedFrom, Disposal, KeepingRule, RecordKind, kept_until


class Thing(StrEnum):
    """What is destroyed as a whole, because it has a key of its own."""

    MATTER = "matter"
    WILLS = "wills"  # a pupil's expressions of will outside any matter
    REQUEST = "request"
    CLIENT_FILE = "client_file"
    LOG_REQUEST = "log_request"
    ACCESS_COPY = "access_copy"
    RECTIFICATION = "rectification"  # outside any matter
    FINDING = "log_review_finding"  # of no breach
    BREACH = "breach"
    PUPIL = "pupil"  # of the directory, with the guardians who have no other ward
    GUARDIAN = "guardian"  # of no ward
    STAFF = "staff"
    COMMUNAL = "communal"  # one record of communal work, of whatever table


WITHOUT_KEY = frozenset({Thing.STAFF, Thing.COMMUNAL})
"""What is sealed under a key that others need, or not at all: its rows alone can go."""


class Kept(StrEnum):
    """Why a record is kept on."""

    OPEN = "open"
    NO_START = "no_start"
    NOT_YET = "not_yet"
    NOT_CONFIRMED = "not_confirmed"
    ON_HOLD = "on_hold"
    ASKED_FOR = "asked_for"  # somebody waits for information about the person, or its use is being looked into
    TO_ARCHIVE = "to_archive"
    STILL_NAMED = "still_named"  # somebody of the directory, whom a record names that is kept itself


class HoldReason(StrEnum):
    """Why somebody keeps a record beyond its time (GDPR 17(3), 18; TihL 21 § 1)."""

    LOG_REQUEST = "log_request"
    CORRECTION = "correction"
    COMPLAINT = "complaint"
    COURT = "court"
    BREACH = "breach"
    RESEARCH = "research"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What has happened to a record and to whom it is about."""

    is_open: bool = False
    closed_on: date | None = None
    studies_ended_on: date | None = None
    """None while they go on, and where the directory knows of none."""
    happened_on: date | None = None
    """The latest event of the kind that counts from its event."""
    born_on: date | None = None
    died_on: date | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """By which rule a record ends, counted from when, its last day, and what keeps it on."""

    kind: RecordKind
    rule: KeepingRule
    start: date | None
    last_day: date | None
    why_kept: Kept | None
    is_for_archive: bool = False
    """Whether the rule of anything it holds gives it to the archive first."""

    @property
    def is_due(self) -> bool:
        """Whether it is to be destroyed without delay."""
        return self.why_kept is None


def start_of(counted_from: CountedFrom, life: Life) -> date | None:
    """The day from which the years run. What is still open has none, nor have studies that go on."""
    if life.is_open:
        return None
    match counted_from:
        case CountedFrom.END_OF_STUDIES:
            known = life.studies_ended_on
            return known if known is None or life.closed_on is None else max(known, life.closed_on)
        case CountedFrom.CLOSING:
            return life.closed_on
        case CountedFrom.DEATH:
            return life.died_on
        case CountedFrom.EVENT:
            return life.happened_on


def verdict(rules: Mapping[RecordKind, KeepingRule], kinds: Iterable[RecordKind], life: Life, today: date) -> Verdict:
    """The judgement on one record: of the kinds it holds, the one kept longest decides; each must be decided on."""
    judged = [_judge(kind, rules[kind], life, today) for kind in kinds]
    longest = max(judged, key=lambda one: (one.last_day is None, one.last_day or today))
    decisive = next((one for one in judged if longest.is_due and not one.is_due), longest)
    is_for_archive = any(one.rule.disposal is Disposal.ARCHIVE for one in judged)
    return replace(decisive, is_for_archive=is_for_archive)


def held_back(found: Verdict, *, on_hold: bool, is_asked_for: bool, is_archived: bool) -> Verdict:
    """The same judgement, once it is known what stands in the way of a record that is due."""
    if not found.is_due:
        return found
    obstacles = {
        Kept.ON_HOLD: on_hold,
        Kept.ASKED_FOR: is_asked_for,
        Kept.TO_ARCHIVE: found.is_for_archive and not is_archived,
    }
    why = next((each for each, stands in obstacles.items() if stands), None)
    return replace(found, why_kept=why)


def kinds_of_service(*, is_social: bool, was_adult: bool) -> RecordKind:
    """Under which row of the annex a service's file falls; for curators this is not verified (IND §8)."""
    if not is_social:
        return RecordKind.PATIENT_RECORD
    return RecordKind.SOCIAL_WORKING_AGE_SERVICE if was_adult else RecordKind.SOCIAL_FAMILY_SERVICE


def birth_of(of_age_on: date | None) -> date | None:
    """The birthday by the day of coming of age, which is known without a key."""
    return None if of_age_on is None else birthday_in(of_age_on, of_age_on.year - AGE_OF_MAJORITY)


def _judge(kind: RecordKind, rule: KeepingRule, life: Life, today: date) -> Verdict:
    start = start_of(rule.counted_from, life)
    last_day = None if life.is_open else kept_until(rule, start, life.born_on)
    return Verdict(kind, rule, start, last_day, _why(rule, life, last_day, today))


def _why(rule: KeepingRule, life: Life, last_day: date | None, today: date) -> Kept | None:
    if life.is_open:
        return Kept.OPEN
    if last_day is None:
        return Kept.NO_START
    if today <= last_day:
        return Kept.NOT_YET
    return None if rule.is_confirmed else Kept.NOT_CONFIRMED
