"""Putting back what has just been removed: its values travel in the address, for a calendar is public."""

from dataclasses import dataclass
from datetime import date

from flask import request
from werkzeug.datastructures import MultiDict

from welfare.organisations.actions.calendars import Days
from welfare.organisations.forms.calendars import ClosedDaysForm, TermForm
from welfare.ui.dates import parse_date

LONGEST = 120


@dataclass(frozen=True)
class Undo:
    """A form that needs no more than its button."""

    form: ClosedDaysForm | TermForm
    days: Days
    name: str

    @property
    def is_term(self) -> bool:
        """Whether a term has been removed, else days without school."""
        return isinstance(self.form, TermForm)


def undo_values(kind: str, days: Days, **names: str) -> dict[str, str]:
    """What the address keeps of a removed thing."""
    return {"removed": kind, "first": days.first.isoformat(), "last": days.last.isoformat(), **names}


def undo_form(today: date) -> Undo | None:
    """The form that puts back what the address says has been removed; None when it says nothing readable."""
    kind = request.args.get("removed", "")
    try:
        days = Days(parse_date(request.args.get("first", "")), parse_date(request.args.get("last", "")))
    except ValueError:
        return None
    values = MultiDict(
        {name: request.args.get(name, "")[:LONGEST] for name in ("first", "last", "name", "name_fi", "name_sv")}
    )
    if kind == "term":
        return Undo(TermForm(values, today=today), days, values["name"])
    return Undo(ClosedDaysForm(values, today=today), days, values["name_fi"]) if kind == "closed" else None
