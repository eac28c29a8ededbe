"""The controllers whose records one looks after: what is decided, what waits, what has been destroyed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.retention.deciding import kinds_of, newest_of
from welfare.retention.models import ItemState, RetentionRun
from welfare.retention.queries import counted_time, holds_of, keepers_of, runs_of, states_of
from welfare.retention.words import RUN_LOOKS, RUN_WORDS
from welfare.rules.two_clocks import do_agree
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class RunLine:
    """One list of things to be destroyed."""

    id: UUID
    proposed_at: datetime
    state: str
    look: tuple[str, str]
    destroyed: int
    left: int
    total: int


@dataclass(frozen=True, slots=True)
class KeeperPart:
    """One controller."""

    id: UUID
    name: str
    undecided: int
    kinds: int
    holds: int
    next_review: date | None
    runs: Sequence[RunLine]


@dataclass(frozen=True, slots=True)
class ClockView:
    """How the two clocks stand."""

    words: str
    do_agree: bool


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """Everything at a glance."""

    keepers: Sequence[KeeperPart]
    clocks: ClockView

    @classmethod
    def of(cls, work: UnitOfWork) -> "OverviewPage":
        """Nothing is opened."""
        return cls([_part(work, each) for each in keepers_of(work.session, work.actor)], clock_view(work))


def clock_view(work: UnitOfWork) -> ClockView:
    """The second clock beside the machine's."""
    counted = counted_time(work.session)
    if counted is None:
        return ClockView(
            _("The second clock has not begun yet. It begins with the first background job."), do_agree=False
        )
    if do_agree(counted, work.now):
        return ClockView(_("Both clocks agree."), do_agree=True)
    day = date_text(counted.date())
    words = _("The clocks disagree: by the second one it is %(day)s. Nothing is destroyed until they agree.", day=day)
    return ClockView(words, do_agree=False)


def run_line(row: RetentionRun, states: dict[ItemState, int]) -> RunLine:
    """One run, counted."""
    return RunLine(
        id=row.id,
        proposed_at=row.proposed_at,
        state=str(RUN_WORDS[row.state]),
        look=RUN_LOOKS[row.state],
        destroyed=states.get(ItemState.DESTROYED, 0),
        left=states.get(ItemState.LEFT, 0),
        total=sum(states.values()),
    )


def run_numbers(line: RunLine) -> str:
    """How many of how many."""
    return ngettext(
        "%(done)d of %(num)d record destroyed", "%(done)d of %(num)d records destroyed", line.total, done=line.destroyed
    )


def _part(work: UnitOfWork, row: Organisation) -> KeeperPart:
    kinds, runs = kinds_of(row), runs_of(work.session, row.id)
    decided = {rule.kind for rule in newest_of(work.session, row.id)}
    holds = holds_of(work.session, row.id)
    states = states_of(work.session, [run.id for run in runs])
    return KeeperPart(
        id=row.id,
        name=row.name(current_locale()),
        undecided=len([kind for kind in kinds if kind not in decided]),
        kinds=len(kinds),
        holds=len(holds),
        next_review=holds[0].review_on if holds else None,
        runs=[run_line(run, dict(states[run.id])) for run in runs],
    )
