"""What closing a matter would leave undone: minutes not final, proposals without an answer, meetings to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.stepping import unfinished_in
from welfare.cases.models import Case
from welfare.rules.events import UnfinishedMinutes
from welfare.rules.journal import RECORDING_LAW
from welfare.rules.permissions import Permission, decide
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class UnfinishedLine:
    """The minutes of one meeting, what they lack, and where they are finished."""

    began_at: datetime
    words: str
    link: tuple[str, str] | None
    """None where no consent lets the reader finish them any more."""


@dataclass(frozen=True, slots=True)
class UnfinishedWork:
    """All of it."""

    minutes: Sequence[UnfinishedLine] = ()
    coming: Sequence[datetime] = ()
    """When the meetings begin that the matter is taken off from."""

    @property
    def law(self) -> str:
        """Where the act says who records."""
        return RECORDING_LAW.alone(current_locale())

    @classmethod
    def of(cls, work: UnitOfWork, case: Case) -> "UnfinishedWork":
        """Ask for it."""
        found = unfinished_in(work, case)
        may_finish = decide(work.actor, Permission.MINUTES_FINALISE, work.facts).is_granted
        return cls([_line(each, may_finish=may_finish) for each in found.minutes], found.coming)


def _line(minutes: UnfinishedMinutes, *, may_finish: bool) -> UnfinishedLine:
    if minutes.is_final:
        words, label, page = _("A proposed amendment waits for an answer"), _("Answer"), "meetings.record"
    else:
        words, label, page = _("The minutes are not final"), _("Finish the minutes"), "meetings.minutes"
    url = url_for(page, meeting=minutes.meeting_id, item=minutes.item_id)
    return UnfinishedLine(minutes.began_at, words, (label, url) if may_finish else None)
