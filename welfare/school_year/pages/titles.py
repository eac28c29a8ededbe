"""Titles in the reader's language."""

from welfare.school_year.models import ClockTask
from welfare.school_year.template import words_of


def title_of(task: ClockTask, locale: str) -> str:
    """Swedish or Finnish as stored; in English the template's words, as long as nobody has worded it otherwise."""
    if locale == "sv":
        return task.title_sv
    shipped = words_of(task.template)
    return shipped["en"] if locale == "en" and shipped.get("fi") == task.title_fi else task.title_fi
