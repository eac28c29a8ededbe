"""What is read back from the trail: the events about one thing, newest first, a page at a time."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from tests.builders import system_work
from tests.clock import Clock
from welfare.audit.event import Outcome
from welfare.audit.ledger import Ledger
from welfare.audit.reading import Happening, Mark, events_about, mark_text, read_mark
from welfare.rules.registers import HOUSE, Register

MATTER, OTHER = UUID(int=1), UUID(int=2)


@pytest.fixture
def trail(ledger: Ledger, clock: Clock) -> Ledger:
    """Five events about one thing, two of them in the same moment, and one about another thing."""
    for number in range(5):
        clock.forward(minutes=number % 2)
        with system_work(ledger) as work:
            work.note(HOUSE, Register.WELFARE, ("case", MATTER), number=number)
    with system_work(ledger) as work:
        work.note(HOUSE, Register.WELFARE, ("case", OTHER))
    return ledger


def read(ledger: Ledger, subject: UUID, before: Mark | None = None, limit: int = 10) -> list[Happening]:
    with ledger.transaction() as transaction:
        return list(events_about(transaction.session, subject, before, limit))


def test_the_newest_event_comes_first_with_what_it_said(trail: Ledger) -> None:
    found = read(trail, MATTER)
    assert [event.codes["number"] for event in found] == [4, 3, 2, 1, 0]
    assert found[0].outcome is Outcome.DONE
    assert ("case", MATTER) in found[0].subjects


def test_pages_follow_each_other_without_gap_or_repetition(trail: Ledger) -> None:
    first = read(trail, MATTER, limit=2)
    second = read(trail, MATTER, first[-1].mark, limit=2)
    third = read(trail, MATTER, second[-1].mark, limit=2)
    assert [event.codes["number"] for event in (*first, *second, *third)] == [4, 3, 2, 1, 0]


def test_a_mark_survives_its_way_through_an_address() -> None:
    mark = (datetime(2026, 11, 23, 7, 30, 1, 250_003, tzinfo=UTC), uuid4(), 17)
    assert read_mark(mark_text(mark)) == mark


@pytest.mark.parametrize("text", ["", "x", "1-2-3", "9" * 40 + f"-{MATTER.hex}-1", f"1-{MATTER.hex}-{2**70}", "٣-a-1"])
def test_an_unreadable_mark_is_none(text: str) -> None:
    assert read_mark(text) is None
