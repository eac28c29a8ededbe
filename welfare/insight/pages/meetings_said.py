"""What pupils and guardians say of meetings, as the rows of a table: who was asked, question by question."""

from collections.abc import Mapping, Sequence

from flask_babel import gettext as _

from welfare.feedback.words import MEETING_QUESTION_SHORT, RESPONDENT_WORDS
from welfare.insight.feedback_figures import SaidFigures
from welfare.insight.words import figure_words, mean_words
from welfare.rules.meeting_feedback import MeetingQuestion, Respondent
from welfare.ui.characters import NO_BREAK_SPACE


def said_heads(first: str) -> list[str]:
    """The questions after the first column."""
    return [first, *(str(MEETING_QUESTION_SHORT[each]) for each in MeetingQuestion)]


def said_row(first: str, figures: Mapping[MeetingQuestion, SaidFigures]) -> list[str]:
    """Of one group of answers the mean and the number of each question."""
    return [first, *(_said(figures.get(question)) for question in MeetingQuestion)]


def respondent_rows(found: Mapping[Respondent, Mapping[MeetingQuestion, SaidFigures]]) -> Sequence[Sequence[str]]:
    """Pupils first, then guardians, as far as they have answered."""
    return [said_row(str(RESPONDENT_WORDS[each]), found[each]) for each in Respondent if each in found]


def _said(figures: SaidFigures | None) -> str:
    if figures is None:
        return "–"
    said = _("%(share)s (n = %(number)s)", share=mean_words(figures.mean), number=figure_words(figures.answers))
    return said.replace(" ", NO_BREAK_SPACE)
