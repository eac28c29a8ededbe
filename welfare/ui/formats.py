"""How dates, times and numbers are written for the reader, by language; all moments in Finnish time.

Swedish follows the use of Swedish-speaking Finland (22.11.2026 kl. 12.05), which differs from the shared locale data.
"""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_day_names
from babel.numbers import format_decimal
from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.ui.characters import MINUS, NO_BREAK_SPACE
from welfare.ui.locale import current_locale

HELSINKI: Final = ZoneInfo("Europe/Helsinki")
_DATES: Final = {"fi": "d.M.y", "sv": "d.M.y", "en": "d MMM y"}
_SHORT_DATES: Final = {"fi": "d.M.", "sv": "d.M", "en": "d MMM"}
_WEEKDAYS: Final = {"fi": "ccc d.M.", "sv": "ccc d.M", "en": "ccc d MMM"}
_LONG_DATES: Final = {"fi": "cccc d.M.y", "sv": "cccc d.M.y", "en": "cccc d MMM y"}
_AT: Final = {"fi": "klo", "sv": "kl.", "en": "at"}


def local(value: datetime) -> datetime:
    """Give the moment in Finnish time. Raises ValueError for a moment without a zone: it could mean any hour."""
    if value.tzinfo is None:
        msg = "a moment without a time zone cannot be shown"
        raise ValueError(msg)
    return value.astimezone(HELSINKI)


def moment_text(value: datetime) -> str:
    """Write ``22.11.2026 klo 12.05``."""
    return f"{date_text(value)} {_AT[current_locale()]}{NO_BREAK_SPACE}{clock_text(value)}"


def date_text(value: date) -> str:
    """Write ``22.11.2026``."""
    return _written(value, _DATES)


def short_date_text(value: date) -> str:
    """Write ``22.11.``."""
    return _written(value, _SHORT_DATES)


def weekday_text(value: date) -> str:
    """Write ``ma 23.11.``."""
    return _written(value, _WEEKDAYS)


def long_date_text(value: date) -> str:
    """Write ``maanantai 23.11.2026``."""
    return _written(value, _LONG_DATES)


def month_text(value: date) -> str:
    """Write ``Marraskuu 2026``."""
    text: str = format_date(value, format="LLLL y", locale=current_locale())
    return text[:1].upper() + text[1:]


def month_name(value: date) -> str:
    """Write ``Marraskuu``."""
    text: str = format_date(value, format="LLLL", locale=current_locale())
    return text[:1].upper() + text[1:]


def weekday_names() -> list[tuple[str, str]]:
    """Monday to Sunday, each short and in full."""
    short, full = (get_day_names(width, context="stand-alone", locale=current_locale()) for width in ("short", "wide"))
    return [(short[number], full[number]) for number in range(7)]


def clock_text(value: datetime | time) -> str:
    """Write ``9.15``, in English ``9:15``."""
    shown = local(value) if isinstance(value, datetime) else value
    dot = ":" if current_locale() == "en" else "."
    return f"{shown.hour}{dot}{shown.minute:02}"


def clock_range_text(start: datetime | time, end: datetime | time) -> str:
    """Write ``9.15–10.15``."""
    return f"{clock_text(start)}–{clock_text(end)}"


def at_range_text(start: datetime | time, end: datetime | time) -> str:
    """Write ``klo 9.15–10.15``, as after a day."""
    return f"{_AT[current_locale()]}{NO_BREAK_SPACE}{clock_range_text(start, end)}"


def date_range_text(start: date, end: date) -> str:
    """Write ``22.11.2026–3.1.2027``; with words for months the dash has spaces."""
    dash = " – " if current_locale() == "en" else "–"
    return f"{date_text(start)}{dash}{date_text(end)}"


def number_text(value: float, decimals: int = 0) -> str:
    """Write ``1 240`` or ``5,2``, with a true minus sign."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    text: str = format_decimal(value, format=pattern, locale=current_locale())
    return text.replace("-", MINUS)


def level_text(value: int) -> str:
    """Write ``+1`` or ``0``: a figure on a scale that has a middle."""
    return f"+{value}" if value > 0 else number_text(value)


def percent_text(value: float, decimals: int = 0) -> str:
    """Write a share of a hundred, ``5,2 %``; ``value`` is already in hundredths."""
    space = "" if current_locale() == "en" else NO_BREAK_SPACE
    return f"{number_text(value, decimals)}{space}%"


def working_days_left(days: int) -> str:
    """Say how long the law still gives: ``3 työpäivää jäljellä``, or that it is today, or how late it is."""
    if days < 0:
        return ngettext("%(num)d working day late", "%(num)d working days late", -days)
    if days == 0:
        return _("Today")
    return ngettext("%(num)d working day left", "%(num)d working days left", days)


def _written(value: date, patterns: dict[str, str]) -> str:
    locale = current_locale()
    shown = local(value).date() if isinstance(value, datetime) else value
    text: str = format_date(shown, format=patterns[locale], locale=locale)
    return text


FILTERS: Final[dict[str, Callable[..., str]]] = {
    "moment": moment_text,
    "date": date_text,
    "short_date": short_date_text,
    "weekday": weekday_text,
    "long_date": long_date_text,
    "clock": clock_text,
    "at_range": at_range_text,
    "number": number_text,
    "level": level_text,
    "percent": percent_text,
}
