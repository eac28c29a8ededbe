from dataclasses import replace
from datetime import date

import pytest

from welfare.rules.retention import OFFERED, CountedFrom, Disposal, RecordKind
from welfare.rules.retention_ends import (
    Kept,
    Life,
    birth_of,
    held_back,
    kinds_of_service,
    start_of,
    verdict,
)

JOURNAL, PLAN, OPENING = RecordKind.WELFARE_JOURNAL, RecordKind.WELFARE_PLAN, RecordKind.EMERGENCY_OPENING
RULES = {kind: replace(rule, is_confirmed=True) for kind, rule in OFFERED.items()}
LEFT, CLOSED = date(2014, 5, 31), date(2013, 5, 20)
ENDED = Life(closed_on=CLOSED, studies_ended_on=LEFT)
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("counted_from", "life", "start"),
    [
        (CountedFrom.END_OF_STUDIES, ENDED, LEFT),
        (CountedFrom.END_OF_STUDIES, Life(closed_on=date(2015, 1, 9), studies_ended_on=LEFT), date(2015, 1, 9)),
        (CountedFrom.END_OF_STUDIES, Life(closed_on=CLOSED), None),
        (CountedFrom.CLOSING, ENDED, CLOSED),
        (CountedFrom.EVENT, Life(happened_on=CLOSED), CLOSED),
        (CountedFrom.DEATH, Life(died_on=CLOSED), CLOSED),
        (CountedFrom.DEATH, ENDED, None),
        (CountedFrom.CLOSING, Life(is_open=True, closed_on=CLOSED), None),
    ],
)
def test_the_years_run_from_the_event_of_the_rule(counted_from: CountedFrom, life: Life, start: date | None) -> None:
    assert start_of(counted_from, life) == start


def test_a_record_is_due_on_the_day_after_its_last() -> None:
    on_its_last = verdict(RULES, [JOURNAL], ENDED, date(2024, 5, 31))
    assert (on_its_last.last_day, on_its_last.why_kept) == (date(2024, 5, 31), Kept.NOT_YET)
    assert verdict(RULES, [JOURNAL], ENDED, date(2024, 6, 1)).is_due


def test_a_matter_ends_with_the_longest_kept_of_what_it_holds() -> None:
    rules = RULES | {PLAN: replace(RULES[PLAN], years=20)}
    assert verdict(rules, [JOURNAL], ENDED, TODAY).is_due
    longer = verdict(rules, [JOURNAL, PLAN], ENDED, TODAY)
    assert (longer.kind, longer.last_day, longer.why_kept) == (PLAN, date(2034, 5, 31), Kept.NOT_YET)
    opened = verdict(RULES, [JOURNAL, OPENING], replace(ENDED, happened_on=date(2020, 1, 7)), TODAY)
    assert (opened.kind, opened.last_day) == (OPENING, date(2032, 1, 7))


def test_nothing_is_due_by_a_rule_that_nobody_has_decided_on() -> None:
    assert verdict(OFFERED, [JOURNAL], ENDED, TODAY).why_kept is Kept.NOT_CONFIRMED
    rules = RULES | {PLAN: replace(OFFERED[PLAN], years=1)}
    assert verdict(rules, [JOURNAL, PLAN], ENDED, TODAY).why_kept is Kept.NOT_CONFIRMED
    assert verdict(RULES, [JOURNAL, PLAN], ENDED, TODAY).is_due


def test_what_is_open_or_has_not_begun_is_kept() -> None:
    assert verdict(RULES, [JOURNAL], replace(ENDED, is_open=True), TODAY).why_kept is Kept.OPEN
    assert verdict(RULES, [JOURNAL], Life(closed_on=CLOSED), TODAY).why_kept is Kept.NO_START


@pytest.mark.parametrize(
    ("on_hold", "is_asked_for", "is_archived", "why"),
    [
        (False, False, True, None),
        (True, False, True, Kept.ON_HOLD),
        (False, True, True, Kept.ASKED_FOR),
        (False, False, False, Kept.TO_ARCHIVE),
    ],
)
def test_a_hold_a_waiting_log_request_and_the_archive_stand_in_the_way(
    *, on_hold: bool, is_asked_for: bool, is_archived: bool, why: Kept | None
) -> None:
    rules = {JOURNAL: replace(RULES[JOURNAL], disposal=Disposal.ARCHIVE)}
    due = verdict(rules, [JOURNAL], ENDED, TODAY)
    told = held_back(due, on_hold=on_hold, is_asked_for=is_asked_for, is_archived=is_archived)
    assert told.why_kept is why


def test_what_is_not_due_is_kept_for_its_own_reason() -> None:
    early = verdict(RULES, [JOURNAL], ENDED, LEFT)
    assert held_back(early, on_hold=True, is_asked_for=True, is_archived=False).why_kept is Kept.NOT_YET


def test_a_services_file_falls_under_its_row_of_the_annex() -> None:
    assert kinds_of_service(is_social=True, was_adult=False) is RecordKind.SOCIAL_FAMILY_SERVICE
    assert kinds_of_service(is_social=True, was_adult=True) is RecordKind.SOCIAL_WORKING_AGE_SERVICE
    assert kinds_of_service(is_social=False, was_adult=False) is RecordKind.PATIENT_RECORD


def test_the_birthday_is_known_by_the_day_of_coming_of_age() -> None:
    assert birth_of(date(2030, 5, 14)) == date(2012, 5, 14)
    assert birth_of(None) is None


def test_what_goes_to_the_archive_takes_its_matter_along_whichever_kind_decides_the_end() -> None:
    archived = RULES | {PLAN: replace(RULES[PLAN], years=1, disposal=Disposal.ARCHIVE)}
    holds = {"on_hold": False, "is_asked_for": False}
    found = verdict(archived, [JOURNAL, PLAN], ENDED, TODAY)
    assert found.kind is JOURNAL
    assert held_back(found, **holds, is_archived=False).why_kept is Kept.TO_ARCHIVE
    assert held_back(found, **holds, is_archived=True).is_due
    without = verdict(archived, [JOURNAL], ENDED, TODAY)
    assert held_back(without, **holds, is_archived=False).is_due
