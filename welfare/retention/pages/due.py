"""The dry run: what would be destroyed today, by which rule, and what keeps the rest."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.retention.due import Look
from welfare.retention.looking import Found
from welfare.retention.pages.overview import ClockView, clock_view
from welfare.retention.queries import live_run
from welfare.retention.words import KEPT_WORDS, KIND_WORDS, THING_WORDS, time_words
from welfare.rules.registers import Register
from welfare.rules.retention_ends import Kept
from welfare.ui.locale import current_locale

MOST_SHOWN = 100
OBSTACLES = (Kept.TO_ARCHIVE, Kept.ON_HOLD, Kept.ASKED_FOR, Kept.NOT_CONFIRMED)
"""What keeps something whose time is over: shown one by one, for somebody is to see to it."""


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing."""

    id: UUID
    thing: str
    what: str
    number: str
    rule: str
    time: str
    start: date | None
    last_day: date | None
    kept: str
    is_for_archive: bool
    may_be_held: bool


@dataclass(frozen=True, slots=True)
class DuePage:
    """What a run proposed today would take, and what it would not."""

    keeper_id: UUID
    keeper: str
    due: Sequence[DueLine]
    due_total: int
    by_thing: Sequence[tuple[str, int]]
    kept_back: Sequence[DueLine]
    kept_back_total: int
    kept: Sequence[tuple[str, int]]
    limit: int
    clocks: ClockView
    live_run_id: UUID | None

    @property
    def takes(self) -> int:
        """How many things a list made now would hold."""
        return min(self.limit, self.due_total)

    @classmethod
    def of(cls, work: UnitOfWork, keeper: Organisation, limit: int) -> "DuePage":
        """Nothing is opened."""
        found = Look.at(work.session, keeper.id, work.facts.on).found()
        due = sorted((one for one in found if one.verdict.is_due), key=_oldest_first)
        obstructed = sorted((one for one in found if one.verdict.why_kept in OBSTACLES), key=_oldest_first)
        reasons = Counter(one.verdict.why_kept for one in found if one.verdict.why_kept)
        live = live_run(work.session, keeper.id)
        work.note(keeper.id, Register.AUDIT, due=len(due), kept=len(found) - len(due))
        return cls(
            keeper_id=keeper.id,
            keeper=keeper.name(current_locale()),
            due=[due_line(one) for one in due[:MOST_SHOWN]],
            due_total=len(due),
            by_thing=[(str(THING_WORDS[thing]), n) for thing, n in Counter(one.thing for one in due).most_common()],
            kept_back=[due_line(one) for one in obstructed[:MOST_SHOWN]],
            kept_back_total=len(obstructed),
            kept=[(str(KEPT_WORDS[why]), number) for why, number in reasons.most_common()],
            limit=limit,
            clocks=clock_view(work),
            live_run_id=live.id if live else None,
        )


def due_line(one: Found) -> DueLine:
    """One thing in words: what it is, by which rule, from when to when."""
    why = one.verdict.why_kept
    return DueLine(
        id=one.id,
        thing=one.thing.value,
        what=str(THING_WORDS[one.thing]),
        number=one.number,
        rule=str(KIND_WORDS[one.verdict.kind]),
        time=time_words(one.verdict.rule),
        start=one.verdict.start,
        last_day=one.verdict.last_day,
        kept=str(KEPT_WORDS[why]) if why else "",
        is_for_archive=why is Kept.TO_ARCHIVE,
        may_be_held=why is not Kept.ON_HOLD,
    )


def _oldest_first(one: Found) -> tuple[date, str, str]:
    return one.verdict.last_day or date.max, one.thing.value, one.id.hex
