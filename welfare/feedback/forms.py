"""The three questions, and why they were not answered.

The fields of the questions are called *secret*: what is called so is never kept when a sign-in has run out, for the
answers must not lie in anybody's drafts (welfare/accounts/kept_text.py).
"""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.feedback.actions import Grades
from welfare.feedback.after_meetings import MeetingGrades
from welfare.feedback.words import (
    GRADE_WORDS,
    MEETING_GRADE_WORDS,
    MEETING_QUESTION_WORDS,
    QUESTION_WORDS,
    SKIP_WORDS,
)
from welfare.rules.feedback import FeedbackQuestion, needs_words
from welfare.rules.meeting_feedback import MeetingQuestion
from welfare.ui.fields import ChoiceTiles, LongText, Option, enum_options
from welfare.ui.forms import PageForm

GRADES = [Option(grade, words) for grade, words in GRADE_WORDS.items()]
MEETING_GRADES = [Option(grade, words) for grade, words in MEETING_GRADE_WORDS.items()]
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


class MeetingFeedbackForm(PageForm):
    """Three questions about a meeting; each may be left unsaid, and that is an answer as good as the others."""

    secret_heard = ChoiceTiles(
        MEETING_QUESTION_WORDS[MeetingQuestion.HEARD],
        options=MEETING_GRADES,
        missing=_l("Choose one of the answers: listening."),
    )
    secret_clear = ChoiceTiles(
        MEETING_QUESTION_WORDS[MeetingQuestion.CLEAR],
        options=MEETING_GRADES,
        missing=_l("Choose one of the answers: understanding."),
    )
    secret_next = ChoiceTiles(
        MEETING_QUESTION_WORDS[MeetingQuestion.NEXT],
        options=MEETING_GRADES,
        missing=_l("Choose one of the answers: what happens next."),
    )

    @property
    def grades(self) -> MeetingGrades:
        """What was answered. To be asked of a valid form."""
        return {
            MeetingQuestion.HEARD: self.secret_heard.data,
            MeetingQuestion.CLEAR: self.secret_clear.data,
            MeetingQuestion.NEXT: self.secret_next.data,
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
