"""Communal groups: whose days may not overlap, and which voices the act demands in which of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare.rules.actors import Role
from welfare.rules.welfare_groups import (
    Duty,
    GroupKind,
    Seat,
    SeatHolder,
    Span,
    SpanLack,
    Voice,
    composition,
    what_blocks_seat,
    what_blocks_term,
    what_is_lacking,
)

AUTUMN, SPRING = date(2026, 8, 11), date(2027, 6, 5)
TERM = Span(AUTUMN, SPRING)
BEFORE, AFTER = Span(date(2025, 8, 11), AUTUMN - timedelta(1)), Span(SPRING + timedelta(1), date(2028, 6, 3))
STAFF = SeatHolder.STAFF
CHAIR = Seat(holder=STAFF, duty=Duty.CHAIR, role=Role.PRINCIPAL)
SERVICES = [Seat(holder=STAFF, role=role) for role in (Role.NURSE, Role.PSYCHOLOGIST, Role.CURATOR)]
WHOLE = [CHAIR, Seat(holder=STAFF, role=Role.TEACHER), *SERVICES]
FAMILIES = [Seat(holder=SeatHolder.PUPILS), Seat(holder=SeatHolder.GUARDIANS)]
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
spans = st.tuples(days, st.none() | st.integers(0, 800)).map(
    lambda each: Span(each[0], None if each[1] is None else each[0] + timedelta(each[1]))
)


@pytest.mark.parametrize(
    ("wanted", "lacks"),
    [
        (TERM, ()),
        (Span(AUTUMN, AUTUMN), ()),
        (Span(SPRING, AUTUMN), (SpanLack.REVERSED,)),
        (Span(AUTUMN), (SpanLack.REVERSED,)),
        (Span(AUTUMN, date(2031, 1, 1)), (SpanLack.TOO_LONG,)),
    ],
)
def test_a_term_has_an_end_within_a_councils_term(wanted: Span, lacks: tuple[SpanLack, ...]) -> None:
    assert what_blocks_term(wanted, [BEFORE, AFTER]) == lacks


@pytest.mark.parametrize("other", [Span(SPRING, AFTER.ends_on), Span(BEFORE.begins_on, AUTUMN), TERM])
def test_two_groups_of_a_kind_share_no_day(other: Span) -> None:
    assert what_blocks_term(TERM, [BEFORE, other]) == (SpanLack.OVERLAPPING,)
    assert what_blocks_term(TERM, [BEFORE]) == ()


@pytest.mark.parametrize(
    ("wanted", "lacks"),
    [
        (Span(AUTUMN), ()),
        (Span(AUTUMN, SPRING), ()),
        (Span(SPRING, AUTUMN), (SpanLack.REVERSED,)),
        (Span(AUTUMN - timedelta(1)), (SpanLack.OUTSIDE_TERM,)),
        (Span(AUTUMN, SPRING + timedelta(1)), (SpanLack.OUTSIDE_TERM,)),
    ],
)
def test_a_seat_lies_within_the_groups_term(wanted: Span, lacks: tuple[SpanLack, ...]) -> None:
    assert what_blocks_seat(wanted, TERM) == lacks


def test_nobody_sits_twice_on_one_day_and_one_leads_at_a_time() -> None:
    autumn, spring = Span(AUTUMN, date(2026, 12, 31)), Span(date(2027, 1, 1))
    assert what_blocks_seat(autumn, TERM, own=[Span(AUTUMN)]) == (SpanLack.OVERLAPPING,)
    assert what_blocks_seat(spring, TERM, own=[autumn], chairs=[autumn]) == ()
    assert what_blocks_seat(spring, TERM, chairs=[Span(AUTUMN)]) == (SpanLack.SECOND_CHAIR,)


@given(spans, spans)
def test_overlapping_means_sharing_a_day_either_way_round(one: Span, other: Span) -> None:
    latest = max(one.begins_on, other.begins_on)
    assert one.overlaps(other) == other.overlaps(one) == (one.holds_on(latest) and other.holds_on(latest))


@pytest.mark.parametrize(
    ("kind", "seats", "lacking"),
    [
        (GroupKind.SCHOOL, WHOLE, ()),
        (GroupKind.SCHOOL, [*WHOLE, *FAMILIES], ()),
        (GroupKind.SCHOOL, WHOLE[1:], (Voice.LEADER,)),
        (GroupKind.SCHOOL, [CHAIR, *SERVICES], (Voice.TEACHING,)),
        (GroupKind.SCHOOL, WHOLE[:2], (Voice.HEALTH, Voice.PSYCHOLOGY, Voice.CURATOR)),
        (GroupKind.STEERING, WHOLE[1:], ()),
        (GroupKind.STEERING, FAMILIES, (Voice.TEACHING, Voice.HEALTH, Voice.PSYCHOLOGY, Voice.CURATOR)),
        (GroupKind.REGIONAL, [*SERVICES, CHAIR], (Voice.PUPILS, Voice.GUARDIANS)),
        (GroupKind.REGIONAL, [*FAMILIES, CHAIR], (Voice.SERVICES,)),
        (GroupKind.REGIONAL, [*FAMILIES, *SERVICES], (Voice.PROVIDERS,)),
        (GroupKind.LAPE, [], ()),
    ],
)
def test_what_the_act_demands_is_named_and_nothing_else(
    kind: GroupKind, seats: list[Seat], lacking: tuple[Voice, ...]
) -> None:
    assert what_is_lacking(composition(kind, seats, is_bilingual=False)) == lacking


@pytest.mark.parametrize(("role", "voice"), [(Role.DOCTOR, Voice.HEALTH), (Role.SENIOR_CURATOR, Voice.CURATOR)])
def test_a_doctor_speaks_for_health_care_and_a_senior_curator_for_curators(role: Role, voice: Voice) -> None:
    points = composition(GroupKind.SCHOOL, [Seat(holder=STAFF, role=role)], is_bilingual=False)
    assert next(point for point in points if point.voice is voice).is_heard


def test_a_bilingual_county_needs_both_national_languages_in_its_group() -> None:
    seats = [*FAMILIES, *SERVICES, CHAIR]
    assert what_is_lacking(composition(GroupKind.REGIONAL, seats, is_bilingual=True)) == (Voice.BOTH_LANGUAGES,)
    both = [Seat(holder=SeatHolder.PUPILS, language=each) for each in ("fi", "sv")]
    assert what_is_lacking(composition(GroupKind.REGIONAL, [*seats, *both], is_bilingual=True)) == ()
    assert what_is_lacking(composition(GroupKind.REGIONAL, seats, is_bilingual=False)) == ()


def test_families_belong_in_a_schools_group_by_the_spirit_of_the_act_and_not_by_its_letter() -> None:
    points = {point.voice: point for point in composition(GroupKind.SCHOOL, WHOLE, is_bilingual=True)}
    for voice in (Voice.PUPILS, Voice.GUARDIANS):
        assert (points[voice].is_heard, points[voice].is_demanded) == (False, False)
        assert points[voice].source.short == "OHL 3\N{NO-BREAK SPACE}§ 4\N{NO-BREAK SPACE}mom."
