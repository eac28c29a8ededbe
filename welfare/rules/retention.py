"""How long each record is kept, from when, and who says so (IND §8; rules 30 and 31).

For the county's records the act fixes the time (ATL annex). For the student welfare register no act does: the provider
decides by TihL 21 § and records the decision; the setting may not be empty, and no time is built in here.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from welfare.rules.ages import birthday_in
from welfare.rules.citations import Citation, Statute
from welfare.rules.registers import Register

SUGGESTED_WELFARE_YEARS = 10
"""Offered when a provider sets its time; common among municipalities, binding on none."""
LONGEST_SETTING = 120


class RecordKind(StrEnum):
    """What is kept."""

    WELFARE_JOURNAL = "welfare_journal"
    WELFARE_WILL = "welfare_will"
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


class ProviderSettingMissingError(ValueError):
    """The provider has not said how long its welfare register is kept, or not in whole years of 1 to 120."""


@dataclass(frozen=True, slots=True)
class KeepingRule:
    """Years from an event, on a legal ground. Where that event is unknown, other years from birth."""

    years: int
    counted_from: CountedFrom
    source: Citation
    years_from_birth: int | None = None


ATL_ANNEX = Citation(Statute.ATL, "annex")
DECIDED_BY_PROVIDER = Citation(Statute.TIHL, "21")

FIXED = MappingProxyType(
    {
        RecordKind.SOCIAL_FAMILY_SERVICE: KeepingRule(30, CountedFrom.CLOSING, ATL_ANNEX),
        RecordKind.SOCIAL_WORKING_AGE_SERVICE: KeepingRule(10, CountedFrom.CLOSING, ATL_ANNEX),
        RecordKind.PATIENT_RECORD: KeepingRule(12, CountedFrom.DEATH, ATL_ANNEX, years_from_birth=120),
        RecordKind.USE_AND_DISCLOSURE_LOG: KeepingRule(12, CountedFrom.EVENT, ATL_ANNEX),
    }
)
"""The log's twelve years bind the county; the provider's log is kept as long by policy."""

RECORDS_OF = MappingProxyType(
    {
        Register.WELFARE: (RecordKind.WELFARE_JOURNAL, RecordKind.WELFARE_WILL),
        Register.SOCIAL: (RecordKind.SOCIAL_FAMILY_SERVICE, RecordKind.SOCIAL_WORKING_AGE_SERVICE),
        Register.PSYCHOLOGY: (RecordKind.PATIENT_RECORD,),
        Register.HEALTH: (RecordKind.PATIENT_RECORD,),
        Register.AUDIT: (RecordKind.USE_AND_DISCLOSURE_LOG,),
    }
)
"""A curator's records fall under the service task they were made in; which one is not verified (IND §8)."""


def keeping_rule(kind: RecordKind, provider_years: int | None = None) -> KeepingRule:
    """How long a record is kept; the provider's setting counts for the welfare register alone.

    Raises ProviderSettingMissingError (rule 30).
    """
    if kind in FIXED:
        return FIXED[kind]
    if provider_years is None or not 1 <= provider_years <= LONGEST_SETTING:
        raise ProviderSettingMissingError
    return KeepingRule(provider_years, CountedFrom.END_OF_STUDIES, DECIDED_BY_PROVIDER)


def kept_until(rule: KeepingRule, event: date | None, birth_date: date | None = None) -> date | None:
    """The last day of keeping; from the next the record is destroyed or archived without delay (TihL 21 §).

    None while the event has not happened and no time from birth applies: the record is kept on.
    """
    if event is not None:
        return birthday_in(event, event.year + rule.years)
    if birth_date is not None and rule.years_from_birth is not None:
        return birthday_in(birth_date, birth_date.year + rule.years_from_birth)
    return None
