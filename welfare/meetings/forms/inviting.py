"""Whom to invite, and why somebody of the family is not."""

from uuid import UUID

from flask_babel import lazy_gettext as _l

from welfare.meetings.words import NOT_INVITED_WORDS
from welfare.rules.invitations import NotInvited
from welfare.ui.fields import ChoiceTiles, HiddenId, LongText, enum_options
from welfare.ui.forms import PageForm


class InviteForm(PageForm):
    """A button beside one person."""

    who = HiddenId()

    @property
    def person(self) -> UUID:
        """The id by which the person is known. To be asked of a valid form."""
        person: UUID = self.who.data  # type: ignore[assignment]  # the stubs know only text
        return person


class LeaveOutForm(PageForm):
    """Not inviting, or taking an invitation back. Of the family the record says why."""

    why = ChoiceTiles(_l("Why?"), options=enum_options(NOT_INVITED_WORDS), missing=_l("Choose the reason."))
    words = LongText(
        _l("In more words"),
        hint=_l("Kept sealed. Only the responsible person of this matter reads it."),
        is_optional=True,
        rows=3,
        limit=2000,
    )

    def ask_only(self, *, of_family: bool) -> None:
        """Ask for the reason where it must be said."""
        if not of_family:
            del self.why
            del self.words

    @property
    def reason(self) -> NotInvited | None:
        """The reason chosen, if one was asked for."""
        return self.why.data if "why" in self else None

    @property
    def told(self) -> str:
        """What was written beside it."""
        text: str = self.words.data if "words" in self else ""
        return text
