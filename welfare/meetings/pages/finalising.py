"""The last look before minutes become an entry: the whole text, who was there, and what is still lacking."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.journal.pages.law import Checklist
from welfare.journal.pages.lines import Line, lines_of
from welfare.meetings.models import MeetingItem
from welfare.meetings.pages.hints import HintLine, hints_on
from welfare.meetings.pages.minutes import law_of_minutes
from welfare.meetings.pages.opened import OpenedMinutes
from welfare.meetings.pages.planning import busy_names
from welfare.meetings.pages.room import Room
from welfare.rules.journal import EntryKind
from welfare.rules.minutes import MinutesLack, Section, what_minutes_lack
from welfare.ui.formats import moment_text


@dataclass(frozen=True, slots=True)
class FinalPage:
    """Everything on it, opened. ``document`` is what the entry will hold, to the letter."""

    number: str
    student: str
    document: dict[str, Any]
    lines: Sequence[Line]
    law: Checklist
    lacks: Sequence[MinutesLack]
    hints: Sequence[HintLine]
    places: frozenset[int]
    revisions: int

    @classmethod
    def of(cls, work: UnitOfWork, item: MeetingItem) -> "FinalPage":
        """Open the minutes as they are stored now."""
        room = Room.of(work, item)
        opened = OpenedMinutes.of(work, item, room.case)
        document = opened.document(room.case, room.participants)
        return cls(
            number=room.case.number,
            student=room.names.get(room.case.student_id, ""),
            document=document,
            lines=lines_of(EntryKind.MEETING, document),
            law=law_of_minutes(work, room, opened, has_form=False),
            lacks=what_minutes_lack(
                opened.texts,
                is_guardian_asked=room.has_guardian,
                has_guardian_view=bool(opened.sections[Section.GUARDIAN_VIEW].text),
                is_readable=opened.is_readable,
            ),
            hints=hints_on(work, room, opened.texts),
            places=frozenset(n for n, each in opened.measures.items() if each.line.is_used),
            revisions=opened.revisions,
        )

    @property
    def is_complete(self) -> bool:
        """Whether nothing is lacking."""
        return not self.lacks and not any(point.lacks for point in (*self.law.points, *self.law.further))


def finalised_words(work: UnitOfWork, item: MeetingItem) -> str:
    """Who made the minutes final, and when: for one who comes second."""
    if item.finalised_at is None or item.finalised_by is None:
        return ""
    name = "".join(busy_names(work, [item.finalised_by]))
    return _("%(author)s, %(moment)s", author=name, moment=moment_text(item.finalised_at))
