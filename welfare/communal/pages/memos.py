"""Writing a memo: the items with both texts of each, and those that two have written at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.forms.memos import name_of
from welfare.communal.models import CommunalMeeting
from welfare.communal.pages.decisions import DecisionLine, decision_lines
from welfare.communal.pages.meetings import ItemLine, MeetingLine, item_line, meeting_line, unit_of
from welfare.communal.pages.units import UnitHead
from welfare.communal.queries.groups import languages_of
from welfare.communal.queries.meetings import decisions_of_meeting, items_of, previous_meeting
from welfare.ui.versions import Conflict


@dataclass(frozen=True, slots=True)
class MemoPage:
    """The memo as its writers have it before them."""

    head: UnitHead
    line: MeetingLine
    items: Sequence[ItemLine]
    languages: Sequence[str]
    """In the order in which they are written: a Swedish-language unit's own comes first."""
    previous: Sequence[DecisionLine]
    saved_at: datetime | None
    conflicts: Mapping[str, Conflict] = field(default_factory=dict)

    @classmethod
    def of(cls, work: UnitOfWork, meeting: CommunalMeeting, conflicts: Mapping[str, Conflict]) -> "MemoPage":
        """Read what is stored."""
        unit, items = unit_of(work, meeting), items_of(work.session, meeting.id)
        before = previous_meeting(work.session, meeting)
        return cls(
            head=UnitHead.of(work, unit),
            line=meeting_line(work, unit, meeting),
            items=[item_line(item) for item in items],
            languages=("sv", "fi") if languages_of(work.session, unit) == {"sv"} else ("fi", "sv"),
            previous=decision_lines(work, decisions_of_meeting(work.session, before.id)) if before else [],
            saved_at=max((item.saved_at for item in items if item.saved_at), default=None),
            conflicts=conflicts,
        )

    def name(self, line: ItemLine, language: str) -> str:
        """What the control of a text is called."""
        return name_of(line.id, language)


def conflict_of(mine: str, stored: str) -> Conflict:
    """Both texts of an item that two have written."""
    words = {"mine_under": _("On this page, not saved"), "stored_under": _("Saved by somebody else meanwhile")}
    return Conflict.between(mine, stored, **words)
