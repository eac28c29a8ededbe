"""Communal meetings: the list, one of them, planned, moved, called off, and told to the group."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.actions import meetings as actions
from welfare.communal.forms.meetings import CallOffMeetingForm, MoveMeetingForm, PlanMeetingForm
from welfare.communal.guard import lets_through
from welfare.communal.models import CommunalMeeting, WelfareGroup
from welfare.communal.pages.meetings import MeetingPage, MeetingsPage, group_options, unit_of
from welfare.communal.pages.units import UnitHead
from welfare.communal.routes.blueprint import MEETING, bp
from welfare.organisations.forms.filling import fill, revision_of
from welfare.organisations.models import Organisation
from welfare.organisations.pages.versions import versions_of
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm
from welfare.ui.versions import Conflict

UNIT = "/communal/<unit_id:unit>/meetings"


@bp.get(UNIT, needs=Permission.COMMUNITY_READ)
def meetings(work: UnitOfWork, unit: Organisation) -> str:
    """The meetings of a unit and its decisions."""
    return render_template("communal/meetings.html", page=MeetingsPage.of(work, unit))


@bp.get(f"{UNIT}/new", needs=Permission.COMMUNITY_WRITE)
def begin_meeting(work: UnitOfWork, unit: Organisation) -> str:
    """Ask which group, when and where."""
    form = _plan_form(work, unit)
    if len(form.group.options) == 1:
        form.group.put(form.group.options[0].value)
    return _draw_plan(work, unit, form)


@bp.post(f"{UNIT}/new", needs=Permission.COMMUNITY_WRITE)
def new_meeting(work: UnitOfWork, unit: Organisation) -> ResponseReturnValue:
    """Plan it with the agenda of its kind."""
    form = _plan_form(work, unit)
    if form.validate_on_submit() and lets_through(work, unit, form):
        group = work.session.get_one(WelfareGroup, form.group.data)
        if form.day_within(group.begins_on, group.ends_on):
            theme = (form.theme_fi.data, form.theme_sv.data)
            meeting = actions.plan_meeting(work, group, form.to_when(), theme)
            flash(_("The meeting is planned. Look at its agenda, and tell the group."), "good")
            return _to(meeting)
    return _draw_plan(work, unit, form), 422


@bp.get(MEETING, needs=Permission.COMMUNITY_READ)
def meeting(work: UnitOfWork, meeting: CommunalMeeting) -> str:
    """One meeting."""
    return render_template("communal/meeting.html", page=MeetingPage.of(work, meeting), action=ActionForm())


@bp.post(f"{MEETING}/invite", needs=Permission.COMMUNITY_WRITE)
def invite_group(work: UnitOfWork, meeting: CommunalMeeting) -> ResponseReturnValue:
    """Tell the group by a silent mail with the time."""
    if ActionForm().validate_on_submit():
        try:
            told = actions.invite_group(work, meeting)
        except actions.MeetingClosedError:
            flash(_("The meeting has been called off, or its memo is closed."), "soon")
        else:
            flash(ngettext("%(num)d person has been told.", "%(num)d people have been told.", told), "good")
    return _to(meeting)


@bp.get(f"{MEETING}/move", needs=Permission.COMMUNITY_WRITE)
def begin_moving_meeting(work: UnitOfWork, meeting: CommunalMeeting) -> str:
    """Time and place in a form."""
    form = MoveMeetingForm(today=work.facts.on)
    fill(form, form.values_of(meeting))
    return _draw_move(work, meeting, form)


@bp.post(f"{MEETING}/move", needs=Permission.COMMUNITY_WRITE)
def move_meeting(work: UnitOfWork, meeting: CommunalMeeting) -> ResponseReturnValue:
    """Save them, or show what somebody else has saved since."""
    form = MoveMeetingForm(today=work.facts.on)
    if not (form.validate_on_submit() and lets_through(work, unit_of(work, meeting), form, [meeting.place])):
        return _draw_move(work, meeting, form), 422
    try:
        actions.move_meeting(work, meeting, form.to_when(), revision_of(form))
    except actions.StaleMeetingError:
        conflict = versions_of(form, form.values_of(meeting))
        form.revision.put(meeting.revision)
        return _draw_move(work, meeting, form, conflict), 409
    except actions.MeetingClosedError:
        flash(_("The meeting has been called off, or its memo is closed."), "soon")
    else:
        flash(_("The changes are saved."), "good")
    return _to(meeting)


@bp.get(f"{MEETING}/call-off", needs=Permission.COMMUNITY_WRITE)
def begin_calling_off_meeting(work: UnitOfWork, meeting: CommunalMeeting) -> str:
    """Ask whether it is meant."""
    return _draw_call_off(work, meeting, CallOffMeetingForm())


@bp.post(f"{MEETING}/call-off", needs=Permission.COMMUNITY_WRITE)
def call_off_meeting(work: UnitOfWork, meeting: CommunalMeeting) -> ResponseReturnValue:
    """Call it off."""
    form = CallOffMeetingForm()
    if not form.validate_on_submit():
        return _draw_call_off(work, meeting, form), 422
    try:
        actions.call_off_meeting(work, meeting)
    except actions.MeetingClosedError:
        flash(_("The meeting has been called off, or its memo is closed."), "soon")
    else:
        flash(_("The meeting is called off."), "good")
    return _to(meeting)


def _plan_form(work: UnitOfWork, unit: Organisation) -> PlanMeetingForm:
    form = PlanMeetingForm(today=work.facts.on)
    form.offer(group_options(work, unit))
    return form


def _draw_plan(work: UnitOfWork, unit: Organisation, form: PlanMeetingForm) -> str:
    return render_template("communal/plan_meeting.html", head=UnitHead.of(work, unit), form=form)


def _draw_move(
    work: UnitOfWork, meeting: CommunalMeeting, form: MoveMeetingForm, conflict: Conflict | None = None
) -> str:
    page = MeetingPage.of(work, meeting)
    return render_template("communal/move_meeting.html", page=page, form=form, conflict=conflict)


def _draw_call_off(work: UnitOfWork, meeting: CommunalMeeting, form: CallOffMeetingForm) -> str:
    return render_template("communal/call_off.html", page=MeetingPage.of(work, meeting), form=form)


def _to(meeting: CommunalMeeting) -> ResponseReturnValue:
    return redirect(url_for("communal.meeting", meeting=meeting.id), 303)
