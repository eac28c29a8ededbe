"""A request as it came, the decision, and the handing over."""

from uuid import UUID

from flask_babel import lazy_gettext as _l

from welfare.access_copies.actions.receiving import CopyAsked
from welfare.access_copies.words import LIMIT_WORDS
from welfare.datarights.forms import LONGEST, LogRequestForm
from welfare.rules.access_copies import CopyLimit
from welfare.ui.fields import ChoiceTiles, LongText, TextLine, enum_options
from welfare.ui.forms import PageForm


class CopyRequestForm(LogRequestForm):
    """One request for a copy."""

    name = TextLine(_l("Name of the person whom the data are about"), missing=_l("Write a name."), limit=200)
    since_on = None  # type: ignore[assignment]
    special_reason = None  # type: ignore[assignment]
    wants_account = None  # type: ignore[assignment]

    def to_command(self, subject_id: UUID | None) -> CopyAsked:  # type: ignore[override]
        """The request. To be asked of a valid form."""
        return CopyAsked(**self.asking(subject_id), words=self.words.data)


class GiveForm(PageForm):
    """The decision to give it. What is left out asks for grounds in words."""

    grounds = LongText(
        _l("Grounds in words for what is left out"),
        hint=_l("Stand on the decision. Tell nothing here of what is left out."),
        is_optional=True,
        optional_words=_l("needed when something is left out"),
        rows=3,
        limit=LONGEST,
    )


WHOLE_LIMITS = {
    limit: LIMIT_WORDS[limit]
    for limit in (
        CopyLimit.NO_RIGHT,
        CopyLimit.DANGER_TO_HEALTH,
        CopyLimit.RIGHTS_OF_OTHERS,
        CopyLimit.CRIME_PREVENTION,
    )
}


class RefuseCopyForm(PageForm):
    """The decision to give nothing."""

    why = ChoiceTiles(_l("Ground"), options=enum_options(WHOLE_LIMITS), missing=_l("Choose the ground."))
    grounds = LongText(
        _l("Grounds in words"),
        hint=_l("Stand on the decision. Tell nothing of the register here that the ground protects."),
        missing=_l("Write the grounds."),
        rows=4,
        limit=LONGEST,
    )


class WishForm(PageForm):
    """Asking on the own page."""

    words = LongText(
        _l("Is there something you look for?"),
        hint=_l("Your request is about everything in any case. You can leave this empty."),
        is_optional=True,
        rows=3,
        limit=LONGEST,
    )
