"""The time limit of a request as it is drawn."""

from datetime import date

from flask_babel import gettext as _

from welfare.organisations.calendar import SuccessiveCalendars
from welfare.organisations.queries import WEEKDAYS
from welfare.requests.actions.steps import received_on, urgency_of
from welfare.requests.models import ContactRequest
from welfare.rules.deadlines import days_gone, days_left, days_of_clock, due_date
from welfare.ui.due import Due
from welfare.ui.formats import weekday_text


def due_view(request: ContactRequest, calendar: SuccessiveCalendars | None, today: date) -> Due:
    """How long the law still gives, or that the talk has been held, or that the law sets no limit."""
    days = days_of_clock(urgency_of(request), calendar, WEEKDAYS)
    received = received_on(request)
    if request.talk_held_on is not None:
        return Due.met(request.talk_held_on, days_gone(received, request.talk_held_on, days))
    if request.closed_at is not None:
        return Due("met", _("Handled"), _arrived(received))
    if request.due_on is None:
        return Due("", _("No time limit in law"), _arrived(received), is_urgent=request.is_urgent)
    left = days_left(request.due_on, today, days)
    return Due.urgent(left, request.received_at) if request.is_urgent else Due.open(left, request.due_on)


def is_provisional(request: ContactRequest, calendar: SuccessiveCalendars | None) -> bool:
    """Whether the limit was counted in weekdays because the school's calendar does not reach it."""
    limit = due_date(received_on(request), urgency_of(request), request.service, calendar, WEEKDAYS)
    return limit is not None and limit.is_provisional and request.talk_held_on is None


def _arrived(received: date) -> str:
    return _("Arrived %(day)s", day=weekday_text(received))
