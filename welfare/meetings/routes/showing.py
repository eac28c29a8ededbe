"""One's own meetings: the calendar of them, and the page of one."""

from datetime import date

from flask import render_template, request

from welfare.audit.unit_of_work import UnitOfWork
from welfare.meetings.models import Meeting
from welfare.meetings.pages import MeetingCalendar, MeetingPage
from welfare.meetings.pages.calendar import VIEWS
from welfare.meetings.routes.blueprint import MEETING, bp
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm


@bp.get("/meetings", needs=Permission.MEETING_LIST)
def mine(work: UnitOfWork) -> str:
    """A week or a month."""
    asked = request.args.get("view", "")
    page = MeetingCalendar.of(work, asked if asked in VIEWS else VIEWS[0], _day(work))
    return render_template("meetings/mine.html", page=page)


@bp.get(MEETING, needs=Permission.MEETING_READ)
def show(work: UnitOfWork, meeting: Meeting) -> str:
    """When, where, and one's own items."""
    return render_template("meetings/show.html", page=MeetingPage.of(work, meeting), action=ActionForm())


def _day(work: UnitOfWork) -> date:
    """The day asked for, within the years a calendar can show; today for anything else."""
    try:
        day = date.fromisoformat(request.args.get("day", ""))
    except ValueError:
        return work.facts.on
    return day if 2000 <= day.year <= 2100 else work.facts.on  # noqa: PLR2004 - the span of this century's calendars
