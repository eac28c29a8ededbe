from datetime import date

import pytest

from welfare.rules.retention import (
    COUNTY_KEEPS,
    ENDED_ELSEWHERE,
    FIXED,
    OFFERED,
    PROVIDER_KEEPS,
    STARTS,
    CountedFrom,
    Disposal,
    FixedByActError,
    ProviderSettingMissingError,
    RecordKind,
    SourceMissingError,
    StartNotKnownError,
    decided_rule,
    kept_until,
)

JOURNAL, STUDIES = RecordKind.WELFARE_JOURNAL, CountedFrom.END_OF_STUDIES


def test_the_provider_says_how_long_its_welfare_register_is_kept() -> None:
    rule = decided_rule(JOURNAL, 12, STUDIES, "TOS 4.2", Disposal.ARCHIVE)

    assert (rule.years, rule.counted_from, rule.disposal, rule.is_confirmed) == (12, STUDIES, Disposal.ARCHIVE, True)
    assert rule.source.short == "TihL 21\u00a0§"


@pytest.mark.parametrize("years", [None, 0, -1, 121])
def test_that_setting_cannot_be_empty_or_absurd(years: int | None) -> None:
    with pytest.raises(ProviderSettingMissingError):
        decided_rule(JOURNAL, years, STUDIES, "TOS 4.2")


def test_a_rule_without_its_source_is_nobodys() -> None:
    with pytest.raises(SourceMissingError):
        decided_rule(JOURNAL, 10, STUDIES, "  ")


@pytest.mark.parametrize(
    ("kind", "years", "counted_from"),
    [
        (RecordKind.USE_AND_DISCLOSURE_LOG, 12, CountedFrom.EVENT),
        (RecordKind.PATIENT_RECORD, 12, CountedFrom.DEATH),
        (RecordKind.SOCIAL_FAMILY_SERVICE, 30, CountedFrom.CLOSING),
        (RecordKind.SOCIAL_WORKING_AGE_SERVICE, 10, CountedFrom.CLOSING),
    ],
)
def test_the_act_fixes_the_time_of_county_records_whatever_is_set(
    kind: RecordKind, years: int, counted_from: CountedFrom
) -> None:
    with pytest.raises(FixedByActError):
        decided_rule(kind, years - 1, counted_from, "TOS 4.2")
    rule = decided_rule(kind, years, counted_from, "TOS 4.2")

    assert (rule.years, rule.counted_from) == (years, counted_from)
    assert rule.source.text("en") == "Client Data Act, annex"


@pytest.mark.parametrize("kind", [JOURNAL, RecordKind.WELFARE_WILL, RecordKind.LOG_REQUEST])
def test_nothing_is_counted_from_what_such_a_record_never_meets(kind: RecordKind) -> None:
    for counted_from in set(CountedFrom) - set(STARTS[kind]):
        with pytest.raises(StartNotKnownError):
            decided_rule(kind, 10, counted_from, "TOS 4.2")
    for counted_from in STARTS[kind]:
        assert decided_rule(kind, 10, counted_from, "TOS 4.2").counted_from is counted_from
    assert all(OFFERED[each].counted_from in starts for each, starts in STARTS.items())


def test_what_is_only_offered_is_decided_by_nobody() -> None:
    assert set(OFFERED) == set(RecordKind)
    assert not any(rule.is_confirmed for rule in OFFERED.values())


def test_every_kind_is_kept_by_a_controller() -> None:
    assert {*PROVIDER_KEEPS, *COUNTY_KEEPS} == set(RecordKind) >= ENDED_ELSEWHERE | set(FIXED)


def test_a_record_is_kept_to_the_same_day_so_many_years_on() -> None:
    assert kept_until(OFFERED[RecordKind.USE_AND_DISCLOSURE_LOG], date(2026, 11, 23)) == date(2038, 11, 23)
    assert kept_until(decided_rule(JOURNAL, 1, STUDIES, "TOS"), date(2028, 2, 29)) == date(2029, 2, 28)


def test_a_patient_record_is_kept_from_death_or_where_none_is_known_from_birth() -> None:
    rule = OFFERED[RecordKind.PATIENT_RECORD]

    assert kept_until(rule, date(2090, 1, 1), date(2012, 5, 14)) == date(2102, 1, 1)
    assert kept_until(rule, None, date(2012, 5, 14)) == date(2132, 5, 14)


def test_while_the_event_is_to_come_the_record_is_kept() -> None:
    assert kept_until(OFFERED[JOURNAL], None, date(2012, 5, 14)) is None
    assert kept_until(OFFERED[RecordKind.PATIENT_RECORD], None) is None
