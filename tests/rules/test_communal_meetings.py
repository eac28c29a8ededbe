"""Communal meetings: what their agendas begin with, when a memo may be closed, how a decision ends."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from welfare.rules.communal_meetings import (
    AGENDAS,
    AgendaKind,
    CommunalState,
    DecisionLack,
    DecisionState,
    FinalLack,
    Held,
    is_late,
    moved,
    what_blocks_end,
    what_blocks_final,
)
from welfare.rules.welfare_groups import GroupKind

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HELD = Held(state=CommunalState.PLANNED, starts_at=NOW - timedelta(hours=1), present=4, has_text=True)


@pytest.mark.parametrize("kind", GroupKind)
def test_every_agenda_opens_looks_back_decides_tells_and_sets_the_next_date(kind: GroupKind) -> None:
    agenda = AGENDAS[kind]
    assert agenda[:2] == (AgendaKind.OPENING, AgendaKind.PREVIOUS)
    assert agenda[-3:] == (AgendaKind.DECISIONS, AgendaKind.TOLD, AgendaKind.NEXT)
    assert len(set(agenda)) == len(agenda)
    assert AgendaKind.OWN not in agenda


@pytest.mark.parametrize("kind", [GroupKind.SCHOOL, GroupKind.STEERING, GroupKind.REGIONAL])
def test_pupils_and_guardians_have_items_of_their_own(kind: GroupKind) -> None:
    assert {AgendaKind.PUPILS, AgendaKind.GUARDIANS} <= set(AGENDAS[kind])


@pytest.mark.parametrize(
    ("held", "lacks"),
    [
        (HELD, ()),
        (replace(HELD, starts_at=NOW), ()),
        (replace(HELD, starts_at=NOW + timedelta(minutes=1)), (FinalLack.NOT_HELD,)),
        (replace(HELD, present=0), (FinalLack.NOBODY_THERE,)),
        (replace(HELD, has_text=False, present=0), (FinalLack.NOBODY_THERE, FinalLack.NOTHING_WRITTEN)),
        (replace(HELD, state=CommunalState.FINAL), (FinalLack.CLOSED,)),
        (replace(HELD, state=CommunalState.CANCELLED), (FinalLack.CLOSED,)),
    ],
)
def test_a_memo_is_closed_once_somebody_was_there_and_something_is_written(
    held: Held, lacks: tuple[FinalLack, ...]
) -> None:
    assert what_blocks_final(held, NOW) == lacks


@pytest.mark.parametrize(
    ("state", "wanted", "has_reason", "lacks"),
    [
        (DecisionState.OPEN, DecisionState.DONE, False, ()),
        (DecisionState.OPEN, DecisionState.UNDONE, True, ()),
        (DecisionState.OPEN, DecisionState.UNDONE, False, (DecisionLack.NO_REASON,)),
        (DecisionState.OPEN, DecisionState.OPEN, True, (DecisionLack.ENDED,)),
        (DecisionState.DONE, DecisionState.UNDONE, True, (DecisionLack.ENDED,)),
    ],
)
def test_a_decision_ends_once_and_tells_why_it_stays_undone(
    state: DecisionState, wanted: DecisionState, *, has_reason: bool, lacks: tuple[DecisionLack, ...]
) -> None:
    assert what_blocks_end(state, wanted, has_reason=has_reason) == lacks


def test_an_open_decision_is_late_from_the_day_after() -> None:
    day = date(2026, 11, 23)
    assert not is_late(DecisionState.OPEN, day, day)
    assert is_late(DecisionState.OPEN, day, day + timedelta(1))
    assert not is_late(DecisionState.DONE, day, day + timedelta(1))


def test_an_item_moves_a_step_and_stays_at_the_ends() -> None:
    assert moved([1, 2, 3], 2, up=True) == [2, 1, 3]
    assert moved([1, 2, 3], 2, up=False) == [1, 3, 2]
    assert moved([1, 2, 3], 1, up=True) == [1, 2, 3]
    assert moved([1, 2, 3], 3, up=False) == [1, 2, 3]
