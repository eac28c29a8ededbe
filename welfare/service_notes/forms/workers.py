"""Handing a client over, answering, and arranging who stands in."""

from flask_babel import lazy_gettext as _l

from welfare.rules.service_workers import Days
from welfare.service_notes.actions import ArrangeCover, OfferClient, TakeOver
from welfare.service_notes.words import NO_CONFLICT, NO_CONFLICT_HINT
from welfare.ui.fields import Checkbox, DateText, LongText, Select
from welfare.ui.forms import PageForm

_LINE = 1000


class HandOverForm(PageForm):
    """To whom, and why."""

    to = Select(_l("To whom?"), missing=_l("Choose to whom you hand the client over."))
    reason = LongText(
        _l("Why?"),
        hint=_l("The colleague reads this before the record opens. Write no more than is needed to decide."),
        missing=_l("Write why you hand the client over."),
        limit=_LINE,
        rows=3,
    )

    def to_command(self) -> OfferClient:
        """The command of a valid form."""
        return OfferClient(to_account_id=self.to.data, reason=self.reason.data)


class DeclineForm(PageForm):
    """Why not."""

    note = LongText(_l("Why do you decline?"), missing=_l("Write why you decline."), limit=_LINE, rows=3)


class TakeOverForm(PageForm):
    """Why it is this worker, and the worker's word that no conflict of interest stands in the way."""

    reason = LongText(
        _l("Why do you take the client over?"),
        hint=_l("For example who decided it. It is kept with the record."),
        missing=_l("Write why you take the client over."),
        limit=_LINE,
        rows=3,
    )
    no_conflict = Checkbox(
        NO_CONFLICT,
        hint=NO_CONFLICT_HINT,
        missing=_l("Tick that you have no conflict of interest. If you have one, leave the client to a colleague."),
    )

    def to_command(self) -> TakeOver:
        """The command of a valid form."""
        return TakeOver(reason=self.reason.data, declares_no_conflict=self.no_conflict.data)


class CoverForm(PageForm):
    """Who stands in, and from when to when."""

    cover = Select(_l("Who stands in for you?"), missing=_l("Choose who stands in for you."))
    first_on = DateText(_l("First day"), missing=_l("Write the first day."))
    last_on = DateText(_l("Last day"), missing=_l("Write the last day."))
    note = LongText(
        _l("A word to your colleague"),
        hint=_l("About your work in general. What concerns a client belongs in the client’s record."),
        is_optional=True,
        limit=_LINE,
        rows=2,
    )

    def to_command(self) -> ArrangeCover:
        """The command of a valid form."""
        days = Days(self.first_on.data, self.last_on.data)
        return ArrangeCover(cover_account_id=self.cover.data, days=days, note=self.note.data)
