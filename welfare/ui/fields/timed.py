"""Fields for a day and a time of day, typed as text: a native picker speaks the browser's language, not the page's."""

from datetime import date, time
from typing import Any, Unpack

from flask_babel import gettext as _
from wtforms.form import BaseForm
from wtforms.validators import StopValidation

from welfare.ui.dates import parse_date, parse_time
from welfare.ui.fields.drawn import DrawnField, Look, Words
from welfare.ui.text import clean_text, showable

_LIMIT = 40


class _Timed(DrawnField):
    macro = "text_line"
    value_type = "text"

    def __init__(self, label: Words = "", *, input_mode: str = "text", **look: Unpack[Look]) -> None:
        self.input_mode = input_mode
        look.setdefault("width", "date")
        super().__init__(label, **look)

    @property
    def shown(self) -> str:
        """What stands in the control: what was typed, or else the stored value as it would be typed."""
        if self.raw_data:
            return showable(str(self.raw_data[0]))
        return "" if self.data is None else self.as_typed(self.data)

    def as_typed(self, value: Any) -> str:  # noqa: ANN401  (a date or a time)
        """Write the value as a person would type it."""
        raise NotImplementedError

    def read(self, text: str, form: BaseForm) -> Any:  # noqa: ANN401  (a date or a time)
        """Read the typed text; raise ValueError with words for the person."""
        raise NotImplementedError

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Only clean the text: reading it may need the form's day."""
        self.data = None
        self._typed = clean_text(valuelist[0], limit=_LIMIT) if valuelist else ""

    def pre_validate(self, form: BaseForm) -> None:
        """Read the typed text, then ask for a missing answer."""
        typed = "" if self.process_errors else getattr(self, "_typed", "")
        if typed:
            try:
                self.data = self.read(typed, form)
            except ValueError:
                raise StopValidation(self.in_own_words(self.remedy)) from None
        super().pre_validate(form)

    @property
    def remedy(self) -> str:
        """How to write the answer."""
        raise NotImplementedError


class DateText(_Timed):
    """A day as ``p.k.vvvv``; ``data`` is ``date`` or None. The form's ``today`` lets the year be left out."""

    def __init__(self, label: Words = "", **look: Unpack[Look]) -> None:
        super().__init__(label, **look)
        self.hint = self.hint or _("Day.month.year, for example 23.11.2026")

    def as_typed(self, value: date) -> str:
        """Give ``23.11.2026``."""
        return f"{value.day}.{value.month}.{value.year}"

    def read(self, text: str, form: BaseForm) -> date:
        """Read the day."""
        return parse_date(text, today=getattr(form, "today", None))

    @property
    def remedy(self) -> str:
        """How to write the day."""
        return _("Write the day as day.month.year, for example 23.11.2026")


class TimeText(_Timed):
    """A time of day as ``9.15``; ``data`` is ``time`` or None."""

    def __init__(self, label: Words = "", **look: Unpack[Look]) -> None:
        super().__init__(label, **look)
        self.hint = self.hint or _("For example 9.15")

    def as_typed(self, value: time) -> str:
        """Give ``9.15``."""
        return f"{value.hour}.{value.minute:02}"

    def read(self, text: str, form: BaseForm) -> time:  # noqa: ARG002  (a time needs no day)
        """Read the time."""
        return parse_time(text)

    @property
    def remedy(self) -> str:
        """How to write the time."""
        return _("Write the time of day, for example 9.15")
