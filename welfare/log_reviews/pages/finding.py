"""One finding, for whoever decides on it: what stands out and why, what was opened, and when this reader works."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import ngettext, pgettext

from welfare.audit.reading import Happening
from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.pages import Names
from welfare.log_reviews.models import Finding, ReviewNote
from welfare.log_reviews.pages.queue import FindingLine, line_of
from welfare.log_reviews.queries import events_behind, hours_of, note_of, waiting_for
from welfare.log_reviews.words import EXPLANATION_WORDS, KIND_WORDS, RELATION_WORDS, SIGNAL_MEANS, SIGNAL_WORDS
from welfare.oversight.pages.names import staff_names
from welfare.oversight.words import deed_words, ground_words, place_words
from welfare.rules.log_review import FindingState, Signal
from welfare.ui.charts import Plot, Series
from welfare.ui.formats import moment_text


@dataclass(frozen=True, slots=True)
class SignalLine:
    """One signal: its name, what it means, and how many openings gave it."""

    words: str
    means: str
    times: str


@dataclass(frozen=True, slots=True)
class EventLine:
    """One opening: when, what was done, by what right, which sealed fields."""

    chain_id: UUID
    seq: int
    at: datetime
    deed: str
    grounds: str
    opened: str


@dataclass(frozen=True, slots=True)
class FindingPage:
    """Everything about one finding."""

    line: FindingLine
    kind: str
    facts: Sequence[tuple[str, str]]
    signals: Sequence[SignalLine]
    events: Sequence[EventLine]
    hours: Plot
    found: Sequence[tuple[str, str]]
    is_open: bool
    breach_id: UUID | None
    next_id: UUID | None
    """What waits next, once this one is decided on."""

    @classmethod
    def of(cls, work: UnitOfWork, row: Finding) -> "FindingPage":
        """Open the names of the reader and the pupil, and what was written when it was decided on."""
        names = Names.of(work, [], [row.person_id, row.student_id])
        line = line_of(work, row, names)
        return cls(
            line=line,
            kind=str(KIND_WORDS[row.kind]),
            facts=_facts(row, line),
            signals=_signals(row),
            events=[_event(each) for each in events_behind(work.session, row)],
            hours=_plot(hours_of(work.session, row, row.last_at)),
            found=_found(work, row),
            is_open=row.state is FindingState.OPEN,
            breach_id=row.breach_id,
            next_id=None if row.state is FindingState.OPEN else _next(work),
        )


def _next(work: UnitOfWork) -> UUID | None:
    return next((each.id for each in waiting_for(work.session, work.actor)), None)


def _facts(row: Finding, line: FindingLine) -> list[tuple[str, str]]:
    return [
        (_("Reader"), f"{line.who}, {line.role}" if line.role else line.who),
        (_("Pupil"), line.pupil or _("Many pupils")),
        (_("School"), line.unit or "–"),
        (_("By what right"), str(RELATION_WORDS[row.relation])),
        (_("How often"), ngettext("%(num)d opening", "%(num)d openings", row.events)),
        (_("First"), moment_text(row.first_at)),
        (_("Last"), moment_text(row.last_at)),
        (pgettext("log review", "Weight"), str(row.weight)),
    ]


def _signals(row: Finding) -> list[SignalLine]:
    return [
        SignalLine(
            str(SIGNAL_WORDS[signal]),
            str(SIGNAL_MEANS[signal]),
            ngettext("%(num)d opening", "%(num)d openings", row.signals[signal.value]),
        )
        for signal in Signal
        if signal.value in row.signals
    ]


def _event(said: Happening) -> EventLine:
    return EventLine(
        chain_id=said.chain_id,
        seq=said.seq,
        at=said.at,
        deed=deed_words(said.permission),
        grounds=", ".join(ground_words(ground) for ground in said.grounds),
        opened=", ".join(place_words(place) for place in sorted(said.opened)),
    )


def _plot(hours: Sequence[int]) -> Plot:
    busiest = max(range(len(hours)), key=hours.__getitem__)
    finding = _("Most openings were between %(first)d and %(last)d o’clock.", first=busiest, last=busiest + 1)
    return Plot(
        title=_("Openings of this reader by hour of the day, four weeks"),
        finding=finding if any(hours) else _("No openings in these weeks."),
        labels=[str(hour) for hour in range(len(hours))],
        series=[Series(_("Openings of records"), [float(number) for number in hours], "own")],
        low=0,
        high=float(max(4, -(-max(hours) // 4) * 4)),
    )


def _found(work: UnitOfWork, row: Finding) -> list[tuple[str, str]]:
    note = note_of(work.session, row)
    if note is None or row.decided_at is None:
        return []
    words = work.decrypt_document(note, ReviewNote.document)["words"]
    who = staff_names(work, [row.decided_by]).get(row.decided_by, "") if row.decided_by else ""
    found = [(_("Why it was in order"), str(EXPLANATION_WORDS[row.explanation]))] if row.explanation else []
    found += [(_("What this rests on"), words), (_("Decided"), moment_text(row.decided_at))]
    return [*found, (_("Decided by"), who)] if who else found
