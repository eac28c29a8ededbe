"""Words and looks of programmes, and answers as people read them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.programmes.kinds import KINDS, Asks, Question
from welfare.programmes.models import Programme
from welfare.rules.programmes import HobbyGap, ProgrammeState
from welfare.ui.formats import date_text, number_text

STATE_WORDS = {
    ProgrammeState.PLANNED: _l("Planned"),
    ProgrammeState.RUNNING: _l("Running"),
    ProgrammeState.PAUSED: _l("Paused"),
    ProgrammeState.ENDED: _l("Has ended"),
}
STATE_LOOKS = {
    ProgrammeState.PLANNED: ("", "clock"),
    ProgrammeState.RUNNING: ("good", "check"),
    ProgrammeState.PAUSED: ("soon", "clock"),
    ProgrammeState.ENDED: ("", "check"),
}
GAP_WORDS = {
    HobbyGap.NOTHING_FREE: _l("Nothing is free of charge: the family’s money decides who takes part."),
    HobbyGap.NOTHING_NEAR: _l("Nothing is within walking distance: one must be driven there."),
    HobbyGap.NO_FINNISH: _l("Nothing is in Finnish, though the school teaches in Finnish."),
    HobbyGap.NO_SWEDISH: _l("Nothing is in Swedish, though the school teaches in Swedish."),
    HobbyGap.NOT_ACCESSIBLE: _l("Nothing is known to be open to pupils with a disability."),
    HobbyGap.FULL: _l("Pupils are waiting for a place: a club is full."),
}
NOTHING = "–"
"""What stands where nothing has been told."""


def title_of(programme: Programme, locale: str) -> str:
    """What a programme is called: its own name, or that of its kind."""
    own = programme.name_sv if locale == "sv" else programme.name_fi
    return own or str(KINDS[programme.kind].title)


def answer_words(question: Question, value: Any) -> str:  # noqa: ANN401 - whatever the kind of question takes
    """An answer as people read it."""
    if value is None or value in ("", []):
        return NOTHING
    if question.asks is Asks.DAY:
        return date_text(date.fromisoformat(value))
    if question.asks is Asks.COUNT:
        return f"{number_text(value)} {question.unit}".strip()
    if question.asks in {Asks.CHOICE, Asks.CHOICES}:
        chosen: Sequence[str] = value if isinstance(value, list) else [value]
        return ", ".join(str(question.choices[each]) for each in chosen if each in question.choices)
    return str(value)


def count_words(count: int | None, unit: str = "") -> str:
    """A count as it may be shown. A hidden one need not be small: another may be small that it would tell of."""
    return _("not shown") if count is None else f"{number_text(count)} {unit}".strip()
