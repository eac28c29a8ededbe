"""Each signal stands out where it should, and not beside an innocent twin."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from welfare.rules.log_review import (
    WEIGHTS,
    Explanation,
    Opening,
    Relation,
    Scale,
    Signal,
    is_false_alarm,
    is_looked_at,
    relation_of,
    signals_of,
    weight_of,
)

HOME = ZoneInfo("Europe/Helsinki")
SCALE, ANY = Scale(), Relation.OTHER
ORDINARY = Opening(at=datetime(2026, 11, 24, 10, 15, tzinfo=HOME), relation=Relation.GROUP)


def at(hour: int, minute: int = 0) -> Opening:
    return ORDINARY._replace(at=ORDINARY.at.replace(hour=hour, minute=minute))


TWINS: dict[Signal, tuple[Opening, Opening]] = {
    Signal.DECOY: (ORDINARY._replace(is_decoy=True), ORDINARY),
    Signal.OWN_FAMILY: (
        ORDINARY._replace(is_own_child=True, has_same_name=True),
        ORDINARY._replace(has_same_name=True),
    ),
    Signal.SAME_HOME: (ORDINARY._replace(has_same_home=True), ORDINARY._replace(is_neighbour=True)),
    Signal.SAME_NAME: (ORDINARY._replace(has_same_name=True), ORDINARY._replace(is_own_child=True, has_same_name=True)),
    Signal.OWN_CHILDS_CLASS: (
        ORDINARY._replace(is_in_own_childs_class=True),
        ORDINARY._replace(is_in_own_childs_school=True),
    ),
    Signal.OWN_CHILDS_SCHOOL: (ORDINARY._replace(is_in_own_childs_school=True), ORDINARY),
    Signal.NEIGHBOUR_SOUGHT: (
        ORDINARY._replace(is_search=True, is_neighbour=True),
        ORDINARY._replace(is_neighbour=True),
    ),
    Signal.WITHOUT_MEMBERSHIP: (
        ORDINARY._replace(relation=Relation.EMERGENCY),
        ORDINARY._replace(relation=Relation.SERVICE),
    ),
    Signal.CLOSED_LONG_AGO: (
        ORDINARY._replace(closed_on=date(2026, 10, 24)),
        ORDINARY._replace(closed_on=date(2026, 10, 25)),
    ),
    Signal.MANY_PUPILS: (ORDINARY._replace(pupils_lately=15), ORDINARY._replace(pupils_lately=14)),
    Signal.MANY_PRINTS: (ORDINARY._replace(prints_lately=5), ORDINARY._replace(prints_lately=4)),
    Signal.NIGHT: (at(22), at(21, 59)),
    Signal.DAY_OFF: (ORDINARY._replace(is_day_off=True), ORDINARY),
    Signal.NEW_DEVICE: (ORDINARY._replace(is_from_new_device=True), ORDINARY),
}


@pytest.mark.parametrize("signal", Signal)
def test_a_signal_stands_out_and_its_innocent_twin_does_not(signal: Signal) -> None:
    found, twin = TWINS[signal]
    assert signal in signals_of(found, SCALE)
    assert signal not in signals_of(twin, SCALE)


def test_the_night_ends_at_six() -> None:
    assert Signal.NIGHT in signals_of(at(5, 59), SCALE)
    assert not signals_of(at(6), SCALE)


def test_small_signs_are_looked_at_together_and_not_alone() -> None:
    for alone in (Signal.NIGHT, Signal.DAY_OFF, Signal.NEW_DEVICE, Signal.OWN_CHILDS_SCHOOL):
        assert not is_looked_at(weight_of({alone}, ANY, {}, SCALE), SCALE)
    assert is_looked_at(weight_of({Signal.NIGHT, Signal.NEW_DEVICE}, ANY, {}, SCALE), SCALE)
    assert is_looked_at(weight_of({Signal.DAY_OFF, Signal.NEW_DEVICE}, ANY, {}, SCALE), SCALE)


@pytest.mark.parametrize("signal", [Signal.SAME_NAME, Signal.CLOSED_LONG_AGO])
def test_a_false_alarm_halves_what_the_pattern_weighs(signal: Signal) -> None:
    full = weight_of({signal}, ANY, {}, SCALE)
    assert weight_of({signal}, ANY, {signal: 1}, SCALE) == full // 2
    assert not is_looked_at(weight_of({signal}, ANY, {signal: 1}, SCALE), SCALE)
    assert weight_of({signal}, ANY, {Signal.NIGHT: 3}, SCALE) == full


@pytest.mark.parametrize("signal", [Signal.DECOY, Signal.OWN_FAMILY, Signal.WITHOUT_MEMBERSHIP])
def test_what_is_always_asked_weighs_the_same_each_time(signal: Signal) -> None:
    assert weight_of({signal}, ANY, {signal: 4}, SCALE) == WEIGHTS[signal]


def test_a_likeness_weighs_half_where_the_family_has_let_the_reader_in() -> None:
    for relation in (Relation.GROUP, Relation.OWN_CLIENT):
        assert not is_looked_at(weight_of({Signal.SAME_NAME}, relation, {}, SCALE), SCALE)
        assert is_looked_at(weight_of({Signal.SAME_HOME}, relation, {}, SCALE), SCALE)
        assert is_looked_at(weight_of({Signal.SAME_NAME, Signal.NIGHT}, relation, {}, SCALE), SCALE)
    for relation in (Relation.SERVICE, Relation.TEACHING, Relation.OTHER, Relation.EMERGENCY):
        assert is_looked_at(weight_of({Signal.SAME_NAME}, relation, {}, SCALE), SCALE)


def test_a_mistake_is_no_false_alarm() -> None:
    assert not is_false_alarm(Explanation.WRONG_PUPIL)
    assert is_false_alarm(Explanation.OWN_TASK)


@pytest.mark.parametrize(
    ("grounds", "relation"),
    [
        (("is_staff", "is_group_member", "member_consent_is_valid"), Relation.GROUP),
        (("is_staff", "is_own_worker"), Relation.OWN_CLIENT),
        (("is_staff", "teaches_the_student"), Relation.TEACHING),
        (("is_staff", "gives_the_service", "not_excluded"), Relation.SERVICE),
        (("is_staff", "is_owner", "break_glass:missing_pupil"), Relation.EMERGENCY),
        (("is_staff",), Relation.OTHER),
    ],
)
def test_the_grounds_of_an_event_tell_the_relation(grounds: tuple[str, ...], relation: Relation) -> None:
    assert relation_of(grounds) is relation
