"""Unfinished minutes, opened: what has been saved, what the matter itself already tells, and who was there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from welfare.audit.gap import Gap
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.forms.plan_rows import MEASURES
from welfare.journal.pages.forms import known_of
from welfare.meetings.actions.minuting import MeasureLine
from welfare.meetings.forms.minutes import NEXT, MinutesForm
from welfare.meetings.models import Measure, MeetingItem, MinuteSection
from welfare.meetings.queries.minutes import draft_measures_of, sections_of
from welfare.rules.minutes import Section
from welfare.ui.fields import Seen


@dataclass(frozen=True, slots=True)
class OpenedText:
    """One section as it is stored; who saved it and when, unless the matter itself tells it."""

    text: str
    seen: Seen
    saved_by: UUID | None = None
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OpenedMeasure:
    """One line of the plan as it is stored."""

    line: MeasureLine
    seen: Seen


@dataclass(frozen=True, slots=True)
class OpenedMinutes:
    """All of it."""

    sections: Mapping[Section, OpenedText]
    measures: Mapping[int, OpenedMeasure]
    next_on: date | None
    revisions: int
    """Grows with every save: by this the one who finalises tells that nothing has changed since."""

    @classmethod
    def of(cls, work: UnitOfWork, item: MeetingItem, case: Case) -> "OpenedMinutes":
        """Open the sections and the plan. Subject and background begin with the words of the matter."""
        rows, lines = sections_of(work.session, item.id), draft_measures_of(work.session, item.id)
        known = {} if {Section.SUBJECT, Section.BACKGROUND} <= set(rows) else known_of(work, case)
        sections = {each: _text(work, rows.get(each), str(known.get(each.value) or "")) for each in Section}
        measures = {n: _measure(work, lines.get(n)) for n in range(1, MEASURES + 1)}
        revisions = sum(row.revision for row in (*rows.values(), *lines.values()))
        return cls(sections, measures, item.next_meeting_on, revisions)

    @property
    def texts(self) -> Sequence[str]:
        """Everything that is written in words."""
        lines = (word for each in self.measures.values() for word in each.line.words.values())
        return [*(each.text for each in self.sections.values()), *lines]

    @property
    def is_readable(self) -> bool:
        """Whether everything could be opened."""
        return not any(isinstance(text, Gap) for text in self.texts)

    @property
    def saved_at(self) -> datetime | None:
        """When a section was last saved."""
        return max((each.saved_at for each in self.sections.values() if each.saved_at), default=None)

    def document(self, case: Case, participants: Sequence[Mapping[str, str]]) -> dict[str, Any]:
        """What the journal's entry would hold (`welfare.journal.content`)."""
        used = [each.line for each in self.measures.values() if each.line.is_used]
        return {
            "heading": "",
            "initiator": case.initiator.value,
            **{section.value: str(each.text) for section, each in self.sections.items()},
            "participants": list(participants),
            "measures": [{**line.words, "until": line.until.isoformat() if line.until else ""} for line in used],
        }

    def show_in(self, form: MinutesForm) -> MinutesForm:
        """The form with what is stored."""
        for section, each in self.sections.items():
            form.text(section).put(each.text)
            form.seen(section.value).put(each.seen)
        for number, measure in self.measures.items():
            form.measure(number).put(measure.line, measure.seen)
        form.next_on.put(self.next_on)
        form.seen(NEXT).put(seen_of_day(self.next_on))
        return form


def seen_of_day(day: date | None) -> Seen:
    """The mark of a day."""
    return Seen.of(day.isoformat() if day else "")


def text_of(line: MeasureLine) -> str:
    """A line of the plan as one text, to be compared with another."""
    until = line.until.isoformat() if line.until else ""
    return f"{line.what}\n{line.by}\n{line.followed_by}\n{until}" if line.is_used else ""


def _text(work: UnitOfWork, row: MinuteSection | None, known: str) -> OpenedText:
    if row is None:
        return OpenedText(known, Seen.of(known))
    text = work.decrypt(row, MinuteSection.text)
    return OpenedText(text, Seen.of(text, row.revision), row.saved_by, row.saved_at)


def _measure(work: UnitOfWork, row: Measure | None) -> OpenedMeasure:
    if row is None:
        return OpenedMeasure(MeasureLine(), Seen.of(""))
    words = work.decrypt_document(row, Measure.document)
    line = MeasureLine(what=words["what"], by=words["by"], followed_by=words["followed_by"], until=row.until)
    return OpenedMeasure(line, Seen.of(text_of(line), row.revision))
