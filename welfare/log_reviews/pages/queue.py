"""The queue: what waits by its weight, the samples of the week, and what was decided last."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.pages import Names
from welfare.log_reviews.models import Finding
from welfare.log_reviews.queries import findings_of, is_about
from welfare.log_reviews.words import SIGNAL_WORDS, STATE_LOOKS, STATE_WORDS
from welfare.organisations.models import Organisation
from welfare.oversight.family import near_to
from welfare.oversight.pages.names import role_text
from welfare.rules.log_review import FindingKind, FindingState, Signal
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding in the queue. Of what somebody else has to look at, it tells nothing but that."""

    id: UUID
    last_at: datetime
    who: str
    role: str
    pupil: str
    unit: str
    signals: Sequence[str]
    weight: int
    state: str
    look: tuple[str, str]
    is_open: bool
    is_sample: bool
    is_for_another: bool
    """It is about the reader's own openings, or about the own family."""


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Everything at the controllers served."""

    lines: Sequence[FindingLine]

    @property
    def waiting(self) -> list[FindingLine]:
        """What stands out and has not been decided on."""
        return [line for line in self.lines if line.is_open and not line.is_sample]

    @property
    def samples(self) -> list[FindingLine]:
        """Ordinary openings that wait to be looked at."""
        return [line for line in self.lines if line.is_open and line.is_sample]

    @property
    def decided(self) -> list[FindingLine]:
        """What was decided last."""
        return [line for line in self.lines if not line.is_open]

    @classmethod
    def of(cls, work: UnitOfWork) -> "QueuePage":
        """Open the names of readers and pupils, but of none that somebody else has to look at."""
        rows, near = findings_of(work.session, work.actor), near_to(work.session, work.actor)
        own = {row.id for row in rows if row.account_id == work.actor.account_id or is_about(work.session, row, near)}
        shown = [row for row in rows if row.id not in own]
        names = Names.of(work, [], {id for row in shown for id in (row.person_id, row.student_id)})
        return cls([line_of(work, row, names, own) for row in rows])


def line_of(work: UnitOfWork, row: Finding, names: Names, own: Collection[UUID] = ()) -> FindingLine:
    """One finding, with names that have been opened."""
    is_own = row.id in own
    unit = work.session.get(Organisation, row.unit_id) if row.unit_id else None
    return FindingLine(
        id=row.id,
        last_at=row.last_at,
        who="" if is_own else names.of_person(row.person_id),
        role="" if is_own else role_text([row.role]),
        pupil="" if is_own else names.of_person(row.student_id),
        unit="" if is_own or unit is None else unit.name(current_locale()),
        signals=[] if is_own else signal_words(row),
        weight=row.weight,
        state=str(STATE_WORDS[row.state]),
        look=STATE_LOOKS[row.state],
        is_open=row.state is FindingState.OPEN,
        is_sample=row.kind is FindingKind.SAMPLE,
        is_for_another=is_own,
    )


def signal_words(row: Finding) -> list[str]:
    """The signals of a finding in words, in the order of the rules."""
    return [str(SIGNAL_WORDS[signal]) for signal in Signal if signal.value in row.signals]
