"""What is otherwise in a year's clock than it was in the year before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from welfare.rules.annual_clock import Owner
from welfare.school_year.models import ClockTask
from welfare.school_year.pages.titles import title_of
from welfare.ui.formats import month_name, short_date_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One task and what became of it."""

    title: str
    words: str


def change_lines(
    tasks: Sequence[ClockTask], earlier: Sequence[ClockTask], owners: Mapping[Owner, str]
) -> list[ChangeLine]:
    """New tasks, changed ones and those left out; nothing where there was no year before."""
    if not earlier:
        return []
    locale, before = current_locale(), {task.id: task for task in earlier}
    lines: list[ChangeLine] = []
    for task in tasks:
        was = before.pop(task.carried_from_id, None) if task.carried_from_id else None
        words = _("New") if was is None else "; ".join(_differences(task, was, owners))
        if words:
            lines.append(ChangeLine(title_of(task, locale), words))
    return lines + [ChangeLine(title_of(task, locale), _("Left out")) for task in before.values()]


def _differences(task: ClockTask, was: ClockTask, owners: Mapping[Owner, str]) -> Iterator[str]:
    locale = current_locale()
    if title_of(task, locale) != title_of(was, locale):
        yield _("Worded anew; it was “%(title)s”", title=title_of(was, locale))
    if (task.month, task.day) != (was.month, was.day):
        yield _("Moved from %(before)s to %(after)s", before=_when(was), after=_when(task))
    if task.owner != was.owner:
        yield _("From %(before)s to %(after)s", before=owners[was.owner], after=owners[task.owner])
    if task.note != was.note:
        yield _("The note is another")


def _when(task: ClockTask) -> str:
    return short_date_text(task.due_on) if task.day else month_name(task.due_on)
