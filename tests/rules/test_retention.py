from datetime import date

import pytest

from welfare.rules.registers import Register
from welfare.rules.retention import (
    RECORDS_OF,
    CountedFrom,
    ProviderSettingMissingError,
    RecordKind,
    keeping_rule,
    kept_until,
)

WELFARE = [RecordKind.WELFARE_JOURNAL, RecordKind.WELFARE_WILL]


@pytest.mark.parametrize("kind", WELFARE)
def test_the_provider_says_how_long_its_welfare_register_is_kept(kind: RecordKind) -> None:
    rule = keeping_rule(kind, 10)

    assert (rule.years, rule.counted_from) == (10, CountedFrom.END_OF_STUDIES)
    assert rule.source.short == "TihL 21\u00a0§"


@pytest.mark.parametrize("kind", WELFARE)
@pytest.mark.parametrize("years", [None, 0, -1, 121])
def test_that_setting_cannot_be_empty_or_absurd(kind: RecordKind, years: int | None) -> None:
    with pytest.raises(ProviderSettingMissingError):
        keeping_rule(kind, years)


@pytest.mark.parametrize(
    ("kind", "years", "counted_from"),
    [
        (RecordKind.USE_AND_DISCLOSURE_LOG, 12, CountedFrom.EVENT),
        (RecordKind.PATIENT_RECORD, 12, CountedFrom.DEATH),
        (RecordKind.SOCIAL_FAMILY_SERVICE, 30, CountedFrom.CLOSING),
        (RecordKind.SOCIAL_WORKING_AGE_SERVICE, 10, CountedFrom.CLOSING),
    ],
)
def test_the_act_fixes_the_time_of_county_records_whatever_a_provider_sets(
    kind: RecordKind, years: int, counted_from: CountedFrom
) -> None:
    rule = keeping_rule(kind, 1)

    assert (rule.years, rule.counted_from) == (years, counted_from)
    assert rule.source.text("en") == "Client Data Act, annex"


def test_a_record_is_kept_to_the_same_day_so_many_years_on() -> None:
    rule = keeping_rule(RecordKind.USE_AND_DISCLOSURE_LOG)

    assert kept_until(rule, date(2026, 11, 23)) == date(2038, 11, 23)
    assert kept_until(keeping_rule(RecordKind.WELFARE_WILL, 1), date(2028, 2, 29)) == date(2029, 2, 28)


def test_a_patient_record_is_kept_from_death_or_where_none_is_known_from_birth() -> None:
    rule = keeping_rule(RecordKind.PATIENT_RECORD)

    assert kept_until(rule, date(2090, 1, 1), date(2012, 5, 14)) == date(2102, 1, 1)
    assert kept_until(rule, None, date(2012, 5, 14)) == date(2132, 5, 14)


def test_while_the_event_is_to_come_the_record_is_kept() -> None:
    assert kept_until(keeping_rule(RecordKind.WELFARE_JOURNAL, 10), None, date(2012, 5, 14)) is None
    assert kept_until(keeping_rule(RecordKind.PATIENT_RECORD), None) is None


def test_every_record_belongs_to_a_register_and_the_welfare_register_holds_only_journals_and_wills() -> None:
    assert {kind for kinds in RECORDS_OF.values() for kind in kinds} == set(RecordKind)
    assert list(RECORDS_OF[Register.WELFARE]) == WELFARE
