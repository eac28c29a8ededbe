"""What is typed about corrections that are asked for."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, ValidationError

from welfare.datarights.forms import LONGEST, LogRequestForm
from welfare.rectifications.words import OUTCOME_NOTES, OUTCOME_WORDS, REFUSAL_WORDS
from welfare.rules.rectifications import ASSESSED, RectificationOutcome
from welfare.ui.fields import ChoiceTiles, LongText, Option, Select, TextLine
from welfare.ui.forms import PageForm


class WrongForm(PageForm):
    """On the own page: which record, what is wrong, and what it should be."""

    record = Select(_l("What is it about?"), missing=_l("Choose what it is about."))
    wrong = LongText(_l("What is wrong?"), missing=_l("Write what is wrong."), rows=3, limit=LONGEST)
    right = LongText(_l("What should it be?"), missing=_l("Write what it should be."), rows=3, limit=LONGEST)


class RectificationForm(LogRequestForm):
    """One request as it came to the desk."""

    name = TextLine(_l("Name of the person whom the data are about"), missing=_l("Write a name."), limit=200)
    since_on = None  # type: ignore[assignment]
    special_reason = None  # type: ignore[assignment]
    wants_account = None  # type: ignore[assignment]
    words = None  # type: ignore[assignment]
    record = Select(_l("What is it about?"), is_optional=True, optional_words=_l("needed when the person is known"))
    wrong = LongText(_l("What is wrong?"), missing=_l("Write what is wrong."), rows=3, limit=LONGEST)
    right = LongText(_l("What should it be?"), missing=_l("Write what it should be."), rows=3, limit=LONGEST)

    def validate_record(self, field: Field) -> None:
        """What a known person asks about is named, if there is anything."""
        if self.record.options and field.data is None:
            raise ValidationError(_("Choose what it is about."))


class AssessForm(PageForm):
    """What came of it."""

    outcome = ChoiceTiles(
        _l("What comes of it?"),
        missing=_l("Choose what comes of it."),
    )
    why = Select(
        _l("Ground of the refusal"),
        options=[Option(why, REFUSAL_WORDS[why]) for why in ASSESSED],
        is_optional=True,
        optional_words=_l("needed when nothing is corrected"),
    )
    words = LongText(
        _l("Words to the asker"),
        hint=_l("Stand on the decision."),
        is_optional=True,
        optional_words=_l("needed when nothing is corrected here"),
        rows=3,
        limit=LONGEST,
    )

    def offer(self, outcomes: Sequence[RectificationOutcome]) -> None:
        """Offer what may come of it."""
        self.outcome.offer(Option(each, OUTCOME_WORDS[each], OUTCOME_NOTES[each]) for each in outcomes)

    def validate_why(self, field: Field) -> None:
        """A refusal has a ground."""
        if self.outcome.data is RectificationOutcome.REFUSED and field.data is None:
            raise ValidationError(_("Choose the ground."))

    def validate_words(self, field: Field) -> None:
        """What is not corrected here is reasoned."""
        if self.outcome.data in {RectificationOutcome.REFUSED, RectificationOutcome.AT_SOURCE} and not field.data:
            raise ValidationError(_("Write the grounds."))


class NoRightForm(PageForm):
    """The officer's decision that whoever asks has no right."""

    grounds = LongText(
        _l("Grounds in words"),
        hint=_l("Stand on the decision. Tell nothing of the register here that the ground protects."),
        missing=_l("Write the grounds."),
        rows=4,
        limit=LONGEST,
    )
