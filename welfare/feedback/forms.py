"""The three questions, and why they were not answered.

The fields of the questions are called *secret*: what is called so is never kept when a sign-in has run out, for the
answers must not lie in anybody's drafts (welfare/accounts/kept_text.py).
"""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.feedback.actions import Grades
from welfare.feedback.words import GRADE_WORDS, QUESTION_WORDS, SKIP_WORDS
from welfare.rules.feedback import FeedbackQuestion, needs_words
from welfare.ui.fields import ChoiceTiles, LongText, Option, enum_options
from welfare.ui.forms import PageForm

GRADES = [Option(grade, words) for grade, words in GRADE_WORDS.items()]
LONGEST_REASON = 1000


class FeedbackForm(PageForm):
    """Three questions; nothing is written in words, so nobody is known by them."""

    secret_helped = ChoiceTiles(
        QUESTION_WORDS[FeedbackQuestion.HELPED], options=GRADES, missing=_l("Choose one of the five: help.")
    )
    secret_heard = ChoiceTiles(
        QUESTION_WORDS[FeedbackQuestion.HEARD], options=GRADES, missing=_l("Choose one of the five: listening.")
    )
    secret_again = ChoiceTiles(
        QUESTION_WORDS[FeedbackQuestion.AGAIN], options=GRADES, missing=_l("Choose one of the five: asking again.")
    )

    @property
    def grades(self) -> Grades:
        """What was answered. To be asked of a valid form."""
        return {
            FeedbackQuestion.HELPED: self.secret_helped.data,
            FeedbackQuestion.HEARD: self.secret_heard.data,
            FeedbackQuestion.AGAIN: self.secret_again.data,
        }


class SkipForm(PageForm):
    """Why there will be no answers."""

    why = ChoiceTiles(
        _l("Why are the questions not answered?"), options=enum_options(SKIP_WORDS), missing=_l("Choose the reason.")
    )
    words = LongText(
        _l("In a few words"),
        is_optional=True,
        optional_words=_l("needed with another reason"),
        hint=_l("Kept sealed."),
        rows=2,
        limit=LONGEST_REASON,
    )

    def validate_words(self, field: LongText) -> None:
        """Another reason is told in words."""
        if needs_words(self.why.data) and not field.data:
            raise ValidationError(_("Write the reason."))
