"""The form by which a minor asks to leave a guardian out: few words, and nothing chosen beforehand."""

from collections.abc import Iterable
from uuid import UUID

from flask_babel import lazy_gettext as _l

from welfare.portal.leaving_out import LeaveOut
from welfare.ui.fields import Checkboxes, ChoiceTiles, LongText, Option
from welfare.ui.forms import PageForm

ALL = "all"
"""All of the student's welfare, as a choice beside the matters."""


class LeaveOutForm(PageForm):
    """Whom, of what, and why."""

    guardians = Checkboxes(_l("Whom do you want to leave out?"), missing=_l("Choose at least one."))
    what = ChoiceTiles(_l("Left out of what?"), missing=_l("Choose one."))
    scope = LongText(
        _l("Is it about something in particular?"),
        hint=_l("Empty: the guardian takes part in nothing of it, and is told nothing of it."),
        is_optional=True,
        rows=2,
        limit=2000,
    )
    reason = LongText(
        _l("Why is it important to you?"),
        hint=_l("In your own words. It is locked away: only those who help you and who assess your wish read it."),
        missing=_l("Say why. The law asks for a weighty reason."),
        rows=4,
        limit=4000,
    )

    def offer(self, guardians: Iterable[Option], what: Iterable[Option]) -> None:
        """Offer the student's own guardians, and what they can be left out of."""
        self.guardians.offer(guardians)
        self.what.offer(what)

    def to_command(self, language: str) -> LeaveOut:
        """The wish."""
        case_id: UUID | None = None if self.what.data == ALL else self.what.data
        return LeaveOut(
            guardian_ids=self.guardians.data,
            case_id=case_id,
            reason=self.reason.data,
            scope=self.scope.data,
            language=language,
        )
