"""What is typed to open a matter in an emergency, and to review that."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, ValidationError

from welfare.emergencies.actions import OpenMatter, Review
from welfare.emergencies.words import FINDING_WORDS, REASON_WORDS, SECTION_WORDS
from welfare.rules.emergencies import LONGEST_DELAY
from welfare.ui.fields import Checkboxes, ChoiceTiles, CodeText, DateText, LongText, TextLine, enum_options
from welfare.ui.forms import PageForm

LONGEST = 2000


class OpenForm(PageForm):
    """Reason, the least that is needed, and the second factor once more."""

    reason = ChoiceTiles(
        _l("Why can it not wait?"), options=enum_options(REASON_WORDS), missing=_l("Choose the reason.")
    )
    words = LongText(
        _l("What has happened, in a few words"),
        hint=_l("The officer who reviews the opening reads it."),
        missing=_l("Write what has happened."),
        rows=3,
        limit=LONGEST,
    )
    sections = Checkboxes(
        _l("What do you need to see?"),
        hint=_l("Choose no more than you need. The rest stays closed."),
        options=enum_options(SECTION_WORDS),
        missing=_l("Choose at least one part."),
    )
    number = TextLine(_l("Number of the matter"), is_optional=True, optional_words=_l("if you know it"), limit=30)
    code = CodeText(
        _l("Six-digit code"),
        hint=_l("Open the authenticator app on your phone. The code changes every 30 seconds."),
        missing=_l("Write the code that the app shows."),
    )

    def to_command(self) -> OpenMatter:
        """To be asked of a valid form."""
        return OpenMatter(reason=self.reason.data, words=self.words.data, sections=tuple(self.sections.data))


class ReviewForm(PageForm):
    """What the second person found."""

    finding = ChoiceTiles(_l("What did you find?"), options=enum_options(FINDING_WORDS), missing=_l("Choose one."))
    words = LongText(_l("Grounds in words"), missing=_l("Write what the finding rests on."), rows=3, limit=LONGEST)
    delayed_until = DateText(
        _l("The pupil’s log shows it after"),
        is_optional=True,
        hint=_l("Left empty, it is shown at once. At most 90 days, and only for a reason."),
    )
    delay = LongText(
        _l("Reason for the delay"), is_optional=True, optional_words=_l("needed with a day"), rows=2, limit=LONGEST
    )

    def validate_delayed_until(self, field: Field) -> None:
        """Within the longest delay."""
        if not (field.data and self.today):
            return
        if not self.today <= field.data <= self.today + LONGEST_DELAY:
            raise ValidationError(_("Write a day from today on, at most 90 days ahead."))

    def validate_delay(self, field: Field) -> None:
        """A delay has a reason."""
        if self.delayed_until.data and not field.data:
            raise ValidationError(_("Write the reason for the delay, or leave the day empty."))

    def to_command(self) -> Review:
        """To be asked of a valid form."""
        return Review(
            finding=self.finding.data,
            words=self.words.data,
            delayed_until=self.delayed_until.data,
            delay=self.delay.data if self.delayed_until.data else "",
        )
