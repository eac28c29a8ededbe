"""Words of communal meetings, their memos and decisions."""

from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import pgettext

from welfare.communal.models import CommunalDecision
from welfare.rules.communal_meetings import CommunalState, DecisionState, FinalLack, is_late
from welfare.ui.formats import date_text

Look = tuple[str, str]
STATE_WORDS = {
    CommunalState.PLANNED: _l("Planned"),
    CommunalState.FINAL: _l("Memo closed"),
    CommunalState.CANCELLED: _l("Called off"),
}
MEMO_OPEN = _l("Memo open")
STATE_LOOKS: dict[CommunalState, Look] = {
    CommunalState.PLANNED: ("go", "calendar"),
    CommunalState.FINAL: ("good", "check"),
    CommunalState.CANCELLED: ("", "clock"),
}
LACK_WORDS = {
    FinalLack.NOT_HELD: _l("The meeting has not begun yet."),
    FinalLack.NOBODY_THERE: _l("Nobody is marked as being there. Mark who was."),
    FinalLack.NOTHING_WRITTEN: _l("Nothing is written in the memo yet."),
    FinalLack.CLOSED: _l("The memo is closed already, or the meeting was called off."),
}


def decision_state(decision: CommunalDecision, on: date) -> tuple[str, Look]:
    """How a decision stands, in words and with a look."""
    if decision.state is DecisionState.DONE:
        return _("Done"), ("good", "check")
    if decision.state is DecisionState.UNDONE:
        return _("Stayed undone"), ("", "alert")
    if is_late(decision.state, decision.due_on, on):
        return pgettext("decision", "Late"), ("late", "alert")
    return _("Open"), ("soon", "clock")


def due_words(decision: CommunalDecision) -> str:
    """Until when, or since when it has ended."""
    if decision.ended_on is not None:
        return date_text(decision.ended_on)
    return _("by %(day)s", day=date_text(decision.due_on))
