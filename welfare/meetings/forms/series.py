"""A series in the form: how often it meets, and which of its days are left out."""

from datetime import date
from enum import StrEnum
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.ui.fields import Checkboxes


class Repeat(StrEnum):
    """How often a series meets."""

    ONCE = "once"
    WEEKLY = "weekly"
    SECOND_WEEK = "second_week"
    FOURTH_WEEK = "fourth_week"


WEEKS = {Repeat.WEEKLY: 1, Repeat.SECOND_WEEK: 2, Repeat.FOURTH_WEEK: 4}
REPEATS = {
    Repeat.ONCE: _l("Once"),
    Repeat.WEEKLY: _l("Every week"),
    Repeat.SECOND_WEEK: _l("Every second week"),
    Repeat.FOURTH_WEEK: _l("Every fourth week"),
}


class DaysLeftOut(Checkboxes):
    """Days of a series on which it does not meet; ``data`` is the list of those ticked.

    Which days are offered is known only when the series is; a day that is none of it any more leaves out nothing.
    """

    def __init__(self, **look: Any) -> None:  # noqa: ANN401 - WTForms' own
        super().__init__(_l("Which days are left out?"), options=[], is_optional=True, **look)

    def _read(self, valuelist: list[Any]) -> None:
        try:
            self.data = sorted({date.fromisoformat(value) for value in valuelist})
        except ValueError:
            self.process_errors = [_("Choose among the answers offered.")]
