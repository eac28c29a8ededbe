"""The words of a matter: proposing it, and changing its title and background."""

from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from welfare.cases.actions import ProposeCase
from welfare.cases.words import INITIATOR_WORDS
from welfare.requests.words import SUBJECT_CHOICES
from welfare.rules.cases import Initiator
from welfare.rules.requests import SenderKind
from welfare.ui.fields import ChoiceTiles, DateText, LongText, Select, TextLine, enum_options
from welfare.ui.forms import PageForm, RevisedForm

TITLE, BACKGROUND = 120, 10_000


class ProposeForm(PageForm):
    """One subject, one matter. Order and support decisions are not among the subjects (rule 34)."""

    subject = Select(
        _l("What is it about?"),
        hint=_l(
            "One subject. Another subject is another matter with its own group. "
            "Order at school and support decisions are teaching, not student welfare."
        ),
        options=enum_options(SUBJECT_CHOICES),
        missing=_l("Choose the subject."),
    )
    title = TextLine(
        _l("A short title"),
        hint=_l("In words that the pupil would use."),
        limit=TITLE,
        missing=_l("Write a short title."),
    )
    background = LongText(
        _l("Background"),
        hint=_l("What is necessary to know: no more."),
        rows=6,
        limit=BACKGROUND,
        missing=_l("Write the background: the act asks for it."),
    )
    initiator = ChoiceTiles(
        _l("On whose initiative?"),
        options=enum_options(INITIATOR_WORDS),
        in_rows=True,
        missing=_l("Choose on whose initiative the matter began."),
    )
    initiated_on = DateText(_l("When?"), width="date", missing=_l("Write the day."))

    def validate_initiated_on(self, field: DateText) -> None:
        """A matter has been taken up."""
        if self.today is not None and field.data is not None and field.data > self.today:
            raise ValidationError(_("The day cannot be in the future. Check the day."))

    def suggest_new(self, on: date, begun: tuple[SenderKind, date] | None = None) -> None:
        """What a new form shows: on whose initiative the request came that led here, and when; else today."""
        self.initiated_on.put(begun[1] if begun else on)
        if begun:
            self.initiator.put(Initiator(begun[0].value))

    def to_command(self) -> ProposeCase:
        """The proposal."""
        return ProposeCase(
            subject=self.subject.data,
            title=self.title.data,
            background=self.background.data,
            initiator=self.initiator.data,
            initiated_on=self.initiated_on.data,
        )


class TextForm(RevisedForm):
    """Title and background, over the revision that was read."""

    title = TextLine(_l("A short title"), limit=TITLE, missing=_l("Write a short title."))
    background = LongText(
        _l("Background"),
        hint=_l("What is necessary to know: no more."),
        rows=10,
        limit=BACKGROUND,
        missing=_l("Write the background: the act asks for it."),
    )
