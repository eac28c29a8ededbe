"""From the questions of a kind to the fields of a form, and back to answers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l

from welfare.programmes.kinds import Asks, Question
from welfare.programmes.models import LONGEST_LINE, LONGEST_TEXT
from welfare.ui.fields import Checkboxes, ChoiceTiles, DateText, LongText, Option, Select, TextLine, WholeNumber

PREFIX = "q_"
MOST_TILES = 5


def field_of(question: Question) -> Any:  # noqa: ANN401 - WTForms binds it when a form is made
    """The field that asks a question."""
    return _MAKERS[question.asks](question, {"is_optional": question.is_optional, "hint": question.hint})


def _chosen(question: Question, look: dict[str, Any]) -> Any:  # noqa: ANN401 - as above
    options = [Option(value, words) for value, words in question.choices.items()]
    missing = _l("Choose one.")
    if len(options) > MOST_TILES or question.is_optional:
        return Select(question.label, options=options, missing=missing, **look)
    return ChoiceTiles(question.label, options=options, in_rows=True, missing=missing, **look)


def _ticked(question: Question, look: dict[str, Any]) -> Any:  # noqa: ANN401 - as above
    options = [Option(value, words) for value, words in question.choices.items()]
    return Checkboxes(question.label, options=options, in_rows=True, **look)


def _counted(question: Question, look: dict[str, Any]) -> Any:  # noqa: ANN401 - as above
    return WholeNumber(question.label, most=question.most, missing=_l("Write the number."), **look)


_MAKERS: Mapping[Asks, Callable[[Question, dict[str, Any]], Any]] = {
    Asks.LINE: lambda question, look: TextLine(question.label, limit=LONGEST_LINE, **look),
    Asks.TEXT: lambda question, look: LongText(question.label, rows=4, limit=LONGEST_TEXT, **look),
    Asks.DAY: lambda question, look: DateText(question.label, **look),
    Asks.CLASS: lambda question, look: Select(question.label, missing=_l("Choose the class."), **look),
    Asks.COUNT: _counted,
    Asks.CHOICE: _chosen,
    Asks.CHOICES: _ticked,
}


def fields_of(questions: Iterable[Question]) -> dict[str, Any]:
    """The fields of several questions, by their names in the form."""
    return {PREFIX + question.code: field_of(question) for question in questions}


def answers_in(form: Any, questions: Iterable[Question]) -> dict[str, Any]:  # noqa: ANN401 - a form made of fields_of
    """What was answered, as it is stored: empty ones left out."""
    found = {question.code: form[PREFIX + question.code].data for question in questions}
    kept = {code: value.isoformat() if isinstance(value, date) else value for code, value in found.items()}
    return {code: value for code, value in kept.items() if value is not None and value not in ("", [])}


def shown_in(details: dict[str, Any], questions: Iterable[Question]) -> dict[str, object]:
    """Stored answers as the fields show them."""
    return {PREFIX + question.code: _shown(question, details.get(question.code)) for question in questions}


def offer_classes(form: Any, questions: Iterable[Question], names: Sequence[str]) -> None:  # noqa: ANN401 - as above
    """Let the questions about a class be answered with one of these."""
    for question in questions:
        if question.asks is Asks.CLASS:
            form[PREFIX + question.code].offer([Option(name, name) for name in names])


def _shown(question: Question, value: object) -> object:
    if question.asks is Asks.DAY:
        return date.fromisoformat(value) if isinstance(value, str) else None
    if question.asks is Asks.CHOICES:
        return value or []
    return ("" if question.asks in {Asks.LINE, Asks.TEXT} else None) if value is None else value
