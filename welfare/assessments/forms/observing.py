"""One's own questions in a form that is made of them."""

from collections.abc import Sequence

from welfare.assessments.words import SCALE_WORDS
from welfare.journal.forms.texts import EntryText
from welfare.rules.assessments import AnswerKind, Question
from welfare.ui.fields import ChoiceTiles, DrawnField, Option
from welfare.ui.forms import PageForm

LONGEST_ANSWER = 4000


class AnswerForm(PageForm):
    """As many fields as there are questions, called q0, q1 and so on; what one does not know is left empty."""

    @property
    def questions(self) -> list[DrawnField]:
        """The fields in the order of the questions."""
        return [field for field in self if isinstance(field, DrawnField)]

    @property
    def answers(self) -> list[str]:
        """What was answered, in that order."""
        return ["" if field.data is None else str(field.data) for field in self.questions]

    @property
    def has_answers(self) -> bool:
        """Whether anything was answered at all."""
        return any(self.answers)


def answer_form(questions: Sequence[Question], locale: str) -> type[AnswerForm]:
    """The form of these questions."""
    fields = {f"q{place}": _field(question, locale) for place, question in enumerate(questions)}
    made: type[AnswerForm] = type("OwnAnswerForm", (AnswerForm,), fields)
    return made


def _field(question: Question, locale: str) -> DrawnField:
    text = question.text(locale)
    if question.kind is AnswerKind.SCALE:
        options = [Option(value, words) for value, words in SCALE_WORDS.items()]
        return ChoiceTiles(text, options=options, is_optional=True)
    return EntryText(text, is_optional=True, rows=3, limit=LONGEST_ANSWER)
