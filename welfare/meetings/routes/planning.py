"""Calling a group together; moving, rearranging and calling off a meeting that has not begun."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID, uuid4

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.meetings import actions
from welfare.meetings.forms import CallOffForm, MoveForm, PlanForm
from welfare.meetings.forms.series import Repeat
from welfare.meetings.models import Meeting
from welfare.meetings.pages import MeetingPage, led_matters, meeting_place
from welfare.meetings.pages.planning import led_cases
from welfare.meetings.queries.seen import items_seen
from welfare.meetings.routes.blueprint import MEETING, bp
from welfare.meetings.routes.timing import SeriesRefusedError, days_to_meet, is_busy, is_clash
from welfare.meetings.words import BLOCK_WORDS
from welfare.rules.meetings import MeetingState
from welfare.rules.permissions import Permission


@bp.get("/meetings/new", needs=Permission.MEETING_PLAN)
def begin_planning(work: UnitOfWork) -> str:
    """The form, with the matter one comes from chosen, and the day its group agreed on."""
    form, _cases = _plan_form(work)
    form.cases.put([request.args.get("case", type=UUID)])
    form.on.put(request.args.get("day", type=date.fromisoformat))
    return render_template("meetings/plan.html", form=form)


@bp.post("/meetings/new", needs=Permission.MEETING_PLAN)
def plan(work: UnitOfWork) -> ResponseReturnValue:
    """Plan the meeting or the whole series; inviting comes next."""
    form, led = _plan_form(work)
    if not form.validate_on_submit():
        return _draw_plan(form)
    chosen = [led[id] for id in form.cases.data]
    try:
        days = days_to_meet(work, form, chosen[0])
        meetings = [] if is_clash(work, form, days) else _plan_all(work, form, chosen, days)
    except actions.ItemRefusedError as error:
        blocks = ", ".join(str(BLOCK_WORDS[block]) for block in error.blocks)
        form.refuse("cases", _("%(number)s cannot be met about: %(why)s.", number=error.case.number, why=blocks))
        return _draw_plan(form)
    except SeriesRefusedError as error:
        form.refuse(error.field, error.words)
        return _draw_plan(form)
    if not meetings:
        return _draw_plan(form)
    count = len(meetings)
    flash(ngettext("The meeting is planned. Invite next.", "%(num)d meetings are planned. Invite next.", count), "good")
    return redirect(url_for("meetings.show", meeting=meetings[0].id), 303)


@bp.get(f"{MEETING}/move", needs=Permission.MEETING_MANAGE)
def begin_moving(work: UnitOfWork, meeting: Meeting) -> str:
    """Time and place in a form."""
    _refuse_begun(work, meeting)
    form = MoveForm(meeting, today=work.facts.on)
    form.show(*meeting_place(work, meeting))
    return render_template("meetings/move.html", meeting=meeting, form=form)


@bp.post(f"{MEETING}/move", needs=Permission.MEETING_MANAGE)
def move(work: UnitOfWork, meeting: Meeting) -> ResponseReturnValue:
    """Change them; calendars are told when the time has changed."""
    _refuse_begun(work, meeting)
    form = MoveForm(meeting, today=work.facts.on)
    if not form.validate_on_submit() or _is_overtaken(meeting, form) or _is_clash_of_move(work, meeting, form):
        return render_template("meetings/move.html", meeting=meeting, form=form), 422
    actions.move(work, meeting, form.to_command())
    flash(_("The time and place are saved."), "good")
    return redirect(url_for("meetings.show", meeting=meeting.id), 303)


@bp.get(f"{MEETING}/call-off", needs=Permission.MEETING_MANAGE)
def begin_calling_off(work: UnitOfWork, meeting: Meeting) -> str:
    """What calling off means."""
    _refuse_begun(work, meeting)
    form = CallOffForm()
    form.revision.put(meeting.revision)
    return render_template("meetings/call_off.html", page=MeetingPage.of(work, meeting), form=form)


@bp.post(f"{MEETING}/call-off", needs=Permission.MEETING_MANAGE)
def call_off(work: UnitOfWork, meeting: Meeting) -> ResponseReturnValue:
    """Call it off; those invited are told."""
    _refuse_begun(work, meeting)
    form = CallOffForm()
    if not form.validate_on_submit():
        return render_template("meetings/call_off.html", page=MeetingPage.of(work, meeting), form=form), 422
    actions.call_off(work, meeting)
    flash(_("The meeting is called off."), "good")
    return redirect(url_for("meetings.mine"), 303)


def _plan_form(work: UnitOfWork) -> tuple[PlanForm, dict[UUID, Case]]:
    led = led_cases(work)
    form = PlanForm(today=work.facts.on)
    form.offer(led_matters(work, led))
    return form, {found.case.id: found.case for found in led}


def _draw_plan(form: PlanForm) -> ResponseReturnValue:
    form.keep_left_out()
    return render_template("meetings/plan.html", form=form), 422


def _plan_all(work: UnitOfWork, form: PlanForm, cases: Sequence[Case], days: Sequence[date]) -> list[Meeting]:
    series_id = None if form.repeat.data is Repeat.ONCE else uuid4()
    return [actions.plan_meeting(work, cases, form.to_command(day), series_id) for day in days]


def _is_clash_of_move(work: UnitOfWork, meeting: Meeting, form: MoveForm) -> bool:
    """Only a new time may clash; and only of the people of one's own items is it told who is busy."""
    begins = form.starts_on(form.on.data)
    if begins == meeting.starts_at:
        return False
    seen = items_seen(work.session, work.actor, work.now, [meeting.id])[meeting.id]
    span = begins, begins + (meeting.ends_at - meeting.starts_at)
    return is_busy(work, form, [each.case.id for each in seen], span, meeting.id)


def _is_overtaken(meeting: Meeting, form: MoveForm) -> bool:
    seen = form.revision.data
    if str(seen) == str(meeting.revision):
        return False
    form.refuse(None, _("Somebody else has changed the meeting meanwhile. Check the time and place, and save again."))
    form.revision.put(meeting.revision)
    return True


def _refuse_begun(work: UnitOfWork, meeting: Meeting) -> None:
    if meeting.state is not MeetingState.PLANNED:
        refuse(work, work.facts)
