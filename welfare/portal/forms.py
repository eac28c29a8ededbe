"""The forms of the own pages: few words, and a no as easy as a yes."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from flask_babel import lazy_gettext as _l

from welfare.consents.wills import Question
from welfare.portal.actions import AnswerQuestions
from welfare.ui.fields import ChoiceTiles, LongText, Option
from welfare.ui.forms import PageForm, RevisedForm

YES, NO = "yes", "no"


class OwnWordsForm(PageForm):
    """What one wants to say, and who sees it."""

    text = LongText(
        _l("What do you want to say?"),
        hint=_l("In any language, in your own way. Each time you save, the earlier words stay as they were."),
        missing=_l("Write at least a word."),
        rows=5,
        limit=4000,
    )
    who = ChoiceTiles(
        _l("Who sees it?"),
        options=[
            Option("me", _l("Only I, until I decide otherwise")),
            Option("group", _l("The group as well, just as it stands")),
        ],
        missing=_l("Choose who sees it."),
    )

    @property
    def is_shared(self) -> bool:
        """Whether the group sees it from now on."""
        return bool(self.who.data == "group")


class AnswersForm(RevisedForm):
    """A yes or a no to each question. What is left open stays as it is."""

    NAMES: tuple[str, ...] = ()

    excluded = LongText(
        _l("What may not be talked about?"),
        hint=_l("You can leave something out. The group reads this."),
        is_optional=True,
        rows=2,
        limit=2000,
    )

    def field_of(self, question: Question) -> ChoiceTiles:
        """The answers to a question."""
        field = self[name_of(question)]
        if not isinstance(field, ChoiceTiles):
            raise KeyError(question)
        return field

    def offer(self, titles: Mapping[Question, str], yes: Mapping[Question, bool]) -> None:
        """Put the questions; a yes only where one can be given here."""
        for question, title in titles.items():
            field = self.field_of(question)
            field.label.text = title
            field.offer([*([Option(YES, _l("Yes"))] if yes[question] else []), Option(NO, _l("No"))])

    def show(self, stands: Mapping[Question, bool | None]) -> None:
        """Show what has been answered."""
        for question, is_yes in stands.items():
            if is_yes is not None:
                self.field_of(question).put(YES if is_yes else NO)

    def to_command(self, questions: Sequence[Question], language: str) -> AnswerQuestions:
        """The answers that were given."""
        said = {question: self.field_of(question).data for question in questions}
        answers = {question: answer == YES for question, answer in said.items() if answer is not None}
        return AnswerQuestions(answers=answers, language=language, excluded=self.excluded.data, seen=self.seen_revision)


def name_of(question: Question) -> str:
    """A question as the name of a field."""
    kind, named = question
    return f"{kind.value}_{named.hex if named else 'all'}"


@lru_cache(maxsize=128)
def answers_form(names: tuple[str, ...]) -> type[AnswersForm]:
    """The form that puts these questions."""
    fields = {name: ChoiceTiles(is_optional=True, optional_words="", in_rows=True) for name in names}
    return type("QuestionsForm", (AnswersForm,), {"NAMES": names, **fields})
