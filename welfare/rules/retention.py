"""How long each record is kept, from when, and who says so (IND §8; rules 30 and 31).

For the county's records the act fixes the time (ATL annex). For the student welfare register no act does: the provider
decides by TihL 21 § and records the decision. What is offered here until then destroys nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from welfare.rules.ages import birthday_in
from welfare.rules.citations import Citation, Statute

LONGEST_SETTING = 120


class RecordKind(StrEnum):
    """What is kept."""

    WELFARE_JOURNAL = "welfare_journal"
    WELFARE_WILL = "welfare_will"
    WELFARE_PLAN = "welfare_plan"
    MEETING_RECORD = "meeting_record"
    OWN_WORDS = "own_words"
    EMERGENCY_OPENING = "emergency_opening"
    LOG_REQUEST = "log_request"
    ACCESS_COPY = "access_copy"
    RECTIFICATION = "rectification"
    LOG_REVIEW = "log_review"
    BREACH_FILE = "breach_file"
    PUPIL_DIRECTORY = "pupil_directory"
    STAFF_DIRECTORY = "staff_directory"
    COMMUNAL_RECORD = "communal_record"
    SUPPORT_REQUEST = "support_request"
    SOCIAL_FAMILY_SERVICE = "social_family_service"
    SOCIAL_WORKING_AGE_SERVICE = "social_working_age_service"
    PATIENT_RECORD = "patient_record"
    USE_AND_DISCLOSURE_LOG = "use_and_disclosure_log"


class CountedFrom(StrEnum):
    """The event from which the years run."""

    END_OF_STUDIES = "end_of_studies"
    CLOSING = "closing"
    DEATH = "death"
    EVENT = "event"


class Disposal(StrEnum):
    """What is done at the end: without delay, and securely (TihL 21 § 2)."""

    DESTROY = "destroy"
    ARCHIVE = "archive"  # first handed over to the archive, by the National Archives' decision alone


class ProviderSettingMissingError(ValueError):
    """The controller has not said how long the record is kept, or not in whole years of 1 to 120 (rule 30)."""


class FixedByActError(ValueError):
    """The act fixes the time; it cannot be set."""


class StartNotKnownError(ValueError):
    """A record of this kind never meets that event: counted from it, the time would never begin."""


class SourceMissingError(ValueError):
    """It is not said where it was decided: a rule without its source is nobody's."""


@dataclass(frozen=True, slots=True)
class KeepingRule:
    """Years from an event, on a legal ground. Where that event is unknown, other years from birth."""

    years: int
    counted_from: CountedFrom
    source: Citation
    years_from_birth: int | None = None
    disposal: Disposal = Disposal.DESTROY
    is_confirmed: bool = False
    """Whether a person of the controller has decided on it; what is only offered destroys nothing."""


ATL_ANNEX = Citation(Statute.ATL, "annex")
DECIDED_BY_PROVIDER = Citation(Statute.TIHL, "21")
_STUDIES, _CLOSING, _EVENT = CountedFrom.END_OF_STUDIES, CountedFrom.CLOSING, CountedFrom.EVENT

FIXED: Mapping[RecordKind, KeepingRule] = MappingProxyType(
    {
        RecordKind.SOCIAL_FAMILY_SERVICE: KeepingRule(30, _CLOSING, ATL_ANNEX),
        RecordKind.SOCIAL_WORKING_AGE_SERVICE: KeepingRule(10, _CLOSING, ATL_ANNEX),
        RecordKind.PATIENT_RECORD: KeepingRule(12, CountedFrom.DEATH, ATL_ANNEX, years_from_birth=120),
        RecordKind.USE_AND_DISCLOSURE_LOG: KeepingRule(12, _EVENT, ATL_ANNEX),
    }
)
"""The log's twelve years bind the county; the provider's log is kept as long by policy."""
OFFERED: Mapping[RecordKind, KeepingRule] = MappingProxyType(
    {
        RecordKind.WELFARE_JOURNAL: KeepingRule(10, _STUDIES, DECIDED_BY_PROVIDER),
        RecordKind.WELFARE_WILL: KeepingRule(10, _STUDIES, DECIDED_BY_PROVIDER),
        RecordKind.WELFARE_PLAN: KeepingRule(10, _STUDIES, DECIDED_BY_PROVIDER),
        RecordKind.MEETING_RECORD: KeepingRule(10, _STUDIES, DECIDED_BY_PROVIDER),
        RecordKind.OWN_WORDS: KeepingRule(10, _STUDIES, DECIDED_BY_PROVIDER),
        RecordKind.EMERGENCY_OPENING: KeepingRule(12, _EVENT, DECIDED_BY_PROVIDER),
        RecordKind.LOG_REQUEST: KeepingRule(5, _CLOSING, DECIDED_BY_PROVIDER),
        RecordKind.ACCESS_COPY: KeepingRule(1, _CLOSING, DECIDED_BY_PROVIDER),
        RecordKind.RECTIFICATION: KeepingRule(5, _CLOSING, DECIDED_BY_PROVIDER),
        RecordKind.LOG_REVIEW: KeepingRule(5, _CLOSING, DECIDED_BY_PROVIDER),
        RecordKind.BREACH_FILE: KeepingRule(5, _CLOSING, DECIDED_BY_PROVIDER),
        RecordKind.PUPIL_DIRECTORY: KeepingRule(10, _STUDIES, DECIDED_BY_PROVIDER),
        RecordKind.STAFF_DIRECTORY: KeepingRule(12, _CLOSING, DECIDED_BY_PROVIDER),
        RecordKind.COMMUNAL_RECORD: KeepingRule(10, _CLOSING, DECIDED_BY_PROVIDER),
        RecordKind.SUPPORT_REQUEST: KeepingRule(3, _CLOSING, ATL_ANNEX),
        **FIXED,
    }
)
"""Begun with until the controller decides. Ten years from the end of studies are common, and bind nobody (IND §8).

The staff are offered the twelve years of the log, which names whoever has read by their ids alone.
A request for support is offered the time of the services' correspondence; no source read says so (IND §8, §13).
"""
PROVIDER_KEEPS = (
    RecordKind.WELFARE_JOURNAL,
    RecordKind.WELFARE_WILL,
    RecordKind.WELFARE_PLAN,
    RecordKind.MEETING_RECORD,
    RecordKind.OWN_WORDS,
    RecordKind.EMERGENCY_OPENING,
    RecordKind.LOG_REQUEST,
    RecordKind.ACCESS_COPY,
    RecordKind.RECTIFICATION,
    RecordKind.LOG_REVIEW,
    RecordKind.BREACH_FILE,
    RecordKind.STAFF_DIRECTORY,
    RecordKind.PUPIL_DIRECTORY,
    RecordKind.COMMUNAL_RECORD,
    RecordKind.USE_AND_DISCLOSURE_LOG,
)
"""The registers of the education provider (OHL 20-21 §) and what it keeps beside them."""
COUNTY_KEEPS = (
    RecordKind.SUPPORT_REQUEST,
    RecordKind.SOCIAL_FAMILY_SERVICE,
    RecordKind.SOCIAL_WORKING_AGE_SERVICE,
    RecordKind.PATIENT_RECORD,
    RecordKind.LOG_REQUEST,
    RecordKind.ACCESS_COPY,
    RecordKind.RECTIFICATION,
    RecordKind.LOG_REVIEW,
    RecordKind.BREACH_FILE,
    RecordKind.STAFF_DIRECTORY,
    RecordKind.COMMUNAL_RECORD,
    RecordKind.USE_AND_DISCLOSURE_LOG,
)
"""A curator's records fall under the service task they were made in; which one is not verified (IND §8)."""
ENDED_ELSEWHERE = frozenset({RecordKind.USE_AND_DISCLOSURE_LOG})
"""Kinds whose end this house does not bring about yet: the rule stands, and a person sees to it."""


_OF_MATTERS = (_STUDIES, _CLOSING)
STARTS: Mapping[RecordKind, tuple[CountedFrom, ...]] = MappingProxyType(
    {kind: (rule.counted_from,) for kind, rule in OFFERED.items()}
    | {
        RecordKind.WELFARE_JOURNAL: _OF_MATTERS,
        RecordKind.WELFARE_PLAN: _OF_MATTERS,
        RecordKind.MEETING_RECORD: _OF_MATTERS,
        RecordKind.OWN_WORDS: _OF_MATTERS,
        RecordKind.EMERGENCY_OPENING: (_EVENT, *_OF_MATTERS),
    }
)
"""From what each kind can be counted. An act that fixes the years fixes this too; a word outside any matter closes
never, and a journal has no event but its end."""


def decided_rule(
    kind: RecordKind, years: int | None, counted_from: CountedFrom, source: str, disposal: Disposal = Disposal.DESTROY
) -> KeepingRule:
    """The rule a controller has decided on.

    Raises ProviderSettingMissingError, FixedByActError, StartNotKnownError, SourceMissingError (rule 30).
    """
    if years is None or not 1 <= years <= LONGEST_SETTING:
        raise ProviderSettingMissingError
    offered = OFFERED[kind]
    if kind in FIXED and (years, counted_from) != (offered.years, offered.counted_from):
        raise FixedByActError
    if counted_from not in STARTS[kind]:
        raise StartNotKnownError
    if not source.strip():
        raise SourceMissingError
    return KeepingRule(
        years, counted_from, offered.source, offered.years_from_birth, disposal=disposal, is_confirmed=True
    )


def kept_until(rule: KeepingRule, event: date | None, birth_date: date | None = None) -> date | None:
    """The last day of keeping; from the next the record is destroyed or archived without delay (TihL 21 §).

    None while the event has not happened and no time from birth applies: the record is kept on.
    """
    if event is not None:
        return birthday_in(event, event.year + rule.years)
    if birth_date is not None and rule.years_from_birth is not None:
        return birthday_in(birth_date, birth_date.year + rule.years_from_birth)
    return None
