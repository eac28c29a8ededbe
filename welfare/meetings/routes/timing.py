"""On which days a group is to meet, and whether somebody is busy then."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from flask_babel import gettext as _
from wtforms.validators import ValidationError

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.meetings.forms import PlanForm
from welfare.meetings.forms.planning import TimeAndPlace
from welfare.meetings.forms.series import WEEKS, Repeat
from welfare.meetings.pages.planning import busy_names, busy_names_of_each
from welfare.meetings.queries.busy import accounts_of_groups, busy_in
from welfare.meetings.queries.spans import Span
from welfare.organisations.queries import WEEKDAYS, institution_calendar
from welfare.rules.series import SeriesTooLongError, days_of_series
from welfare.rules.working_days import SchoolDaysElseWeekdays

LAST_DAY, DAYS, TIME = "until", "left_out", "clock"
"""Fields of the form at which a series is refused."""


class SeriesRefusedError(ValueError):
    """A series cannot be planned so; ``words`` say why, at the ``field``."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(field)
        self.field, self.words = field, words


def days_to_meet(work: UnitOfWork, form: PlanForm, case: Case) -> list[date]:
    """The one day, or those of the series that are not left out. Raises SeriesRefusedError."""
    first: date = form.on.data
    if form.repeat.data is Repeat.ONCE:
        return [first]
    calendar = SchoolDaysElseWeekdays(institution_calendar(work.session, case.school_id), WEEKDAYS)
    try:
        series = days_of_series(first, WEEKS[form.repeat.data], form.until.data, calendar.is_working_day)
    except SeriesTooLongError:
        raise SeriesRefusedError(LAST_DAY, _("The series is too long. Choose an earlier last day.")) from None
    days = [day for day in series if day not in form.left_out.data]
    if not days:
        raise SeriesRefusedError(DAYS, _("Every day of the series is left out. Keep at least one."))
    return days


def is_clash(work: UnitOfWork, form: PlanForm, days: Sequence[date]) -> bool:
    """Say on which days who has another meeting then; the group may meet all the same, or leave days out."""
    if form.anyway.data:
        return False
    if form.repeat.data is Repeat.ONCE:
        return is_busy(work, form, form.cases.data, _span_on(form, days[0]))
    spans = [_span_on(form, day) for day in days]
    busy = busy_in(work.session, accounts_of_groups(work.session, form.cases.data), spans)
    names = busy_names_of_each(work, busy)
    clashes = {day: who for day, who in zip(days, names, strict=True) if who}
    if clashes:
        form.tell_clashes(clashes)
    return bool(clashes)


def is_busy(
    work: UnitOfWork, form: TimeAndPlace, case_ids: Collection[UUID], span: Span, besides: UUID | None = None
) -> bool:
    """Say who has another meeting at that time; the convenor may meet all the same."""
    if form.anyway.data:
        return False
    (busy,) = busy_in(work.session, accounts_of_groups(work.session, case_ids), [span], besides)
    names = busy_names(work, busy)
    if names:
        form.tell_clash(names)
    return bool(names)


def _span_on(form: PlanForm, day: date) -> Span:
    """When the meeting of one day begins and ends. Raises SeriesRefusedError."""
    try:
        begins = form.starts_on(day)
    except ValidationError as error:
        raise SeriesRefusedError(TIME, str(error)) from None
    return begins, begins + form.length
