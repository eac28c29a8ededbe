"""The files and their clocks."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.audit.unit_of_work import UnitOfWork
from welfare.breaches.models import Breach
from welfare.breaches.queries import breaches_of, people_of
from welfare.breaches.words import KIND_WORDS, RISK_WORDS, STATE_WORDS
from welfare.consents.pages import Names
from welfare.oversight.family import near_to
from welfare.rules.breaches import BreachState

Look = tuple[str, str]
_HOUR = timedelta(hours=1)
_NEAR, _NEXT = 24, 48
"""From how few hours on it is red, and before that amber."""


@dataclass(frozen=True, slots=True)
class BreachLine:
    """One file in the list. Of what somebody else handles, it tells nothing but its clock."""

    id: UUID
    who: str
    kind: str
    risk: str
    people: int
    since: datetime | None
    due_at: datetime
    state: str
    clock: str
    look: Look
    is_open: bool
    is_for_another: bool


@dataclass(frozen=True, slots=True)
class BreachesPage:
    """The open ones by their clock, then the closed."""

    lines: Sequence[BreachLine]

    @property
    def waiting(self) -> list[BreachLine]:
        """Open."""
        return [line for line in self.lines if line.is_open]

    @property
    def closed(self) -> list[BreachLine]:
        """Closed."""
        return [line for line in self.lines if not line.is_open]

    @classmethod
    def of(cls, work: UnitOfWork) -> "BreachesPage":
        """Open the names of the readers."""
        rows, near = breaches_of(work.session, work.actor), near_to(work.session, work.actor)
        concerned = {row.id: [each.student_id for each in people_of(work.session, row.id)] for row in rows}
        aside = {row.id for row in rows if row.account_id == work.actor.account_id or near & set(concerned[row.id])}
        names = Names.of(work, [], [row.person_id for row in rows if row.id not in aside])
        return cls([line_of(work, row, names, len(concerned[row.id]), aside) for row in rows])


def line_of(work: UnitOfWork, row: Breach, names: Names, people: int, aside: Collection[UUID] = ()) -> BreachLine:
    """One file, with names that have been opened."""
    is_aside = row.id in aside
    words, look = clock_of(row, work.now)
    return BreachLine(
        id=row.id,
        who="" if is_aside else _who(row, names),
        kind="" if is_aside else str(KIND_WORDS[row.kind]),
        risk="" if is_aside else str(RISK_WORDS[row.risk]),
        people=max(people, row.about_so_many or 0),
        since=row.since,
        due_at=row.due_at,
        state=str(STATE_WORDS[row.state]),
        clock=words,
        look=look,
        is_open=row.state is BreachState.OPEN,
        is_for_another=is_aside,
    )


def _who(row: Breach, names: Names) -> str:
    if row.account_id is None:
        return _("Learnt of otherwise")
    return names.of_person(row.person_id) or _("Somebody of another controller")


def clock_of(row: Breach, now: datetime) -> tuple[str, Look]:
    """How the 72 hours stand, until the authority has been told or need not be."""
    if row.authority is not None:
        return _("The authority is settled"), ("good", "check")
    left = (row.due_at - now) // _HOUR
    if left < 0:
        return ngettext("%(num)d hour late", "%(num)d hours late", -left), ("late", "alert")
    tone = "late" if left < _NEAR else "soon" if left < _NEXT else "go"
    return ngettext("%(num)d hour left", "%(num)d hours left", left), (tone, "clock")
