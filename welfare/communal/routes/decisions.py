"""Decisions of communal meetings: made, and ended by those who see to them."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.actions import decisions as actions
from welfare.communal.actions.meetings import MeetingClosedError
from welfare.communal.forms.decisions import DecisionForm, EndDecisionForm
from welfare.communal.guard import lets_through
from welfare.communal.models import CommunalDecision, CommunalMeeting
from welfare.communal.pages.decisions import decision_lines
from welfare.communal.pages.meetings import MeetingPage, unit_of
from welfare.communal.pages.seats import staff_options
from welfare.communal.pages.units import UnitHead
from welfare.communal.routes.blueprint import MEETING, bp
from welfare.organisations.models import Organisation
from welfare.rules.permissions import Permission

DECISION = "/communal/decisions/<decision_id:decision>"


@bp.get(f"{MEETING}/decisions/new", needs=Permission.COMMUNITY_WRITE)
def begin_decision(work: UnitOfWork, meeting: CommunalMeeting) -> str:
    """Ask what is decided."""
    return _draw(work, meeting, _form(work, meeting))


@bp.post(f"{MEETING}/decisions/new", needs=Permission.COMMUNITY_WRITE)
def new_decision(work: UnitOfWork, meeting: CommunalMeeting) -> ResponseReturnValue:
    """Keep it; it waits for its owner."""
    form, unit = _form(work, meeting), unit_of(work, meeting)
    if not (form.validate_on_submit() and lets_through(work, unit, form)):
        return _draw(work, meeting, form), 422
    try:
        actions.decide_on(work, unit, meeting, form.to_command())
    except MeetingClosedError:
        form.refuse(None, _("The meeting has been called off, or its memo is closed."))
        return _draw(work, meeting, form), 409
    flash(_("The decision is kept, and waits for whoever sees to it."), "good")
    return redirect(url_for("communal.meeting", meeting=meeting.id, _anchor="decisions"), 303)


@bp.get(f"{DECISION}/end", needs=Permission.COMMUNITY_END_DECISION)
def begin_ending_decision(work: UnitOfWork, decision: CommunalDecision) -> str:
    """Ask what came of it."""
    return _draw_end(work, decision, EndDecisionForm())


@bp.post(f"{DECISION}/end", needs=Permission.COMMUNITY_END_DECISION)
def end_decision(work: UnitOfWork, decision: CommunalDecision) -> ResponseReturnValue:
    """Keep it."""
    form, unit = EndDecisionForm(), work.session.get_one(Organisation, decision.unit_id)
    if not (form.validate_on_submit() and lets_through(work, unit, form)):
        return _draw_end(work, decision, form), 422
    try:
        actions.end_decision(work, decision, form.state.data, form.reason.data)
    except actions.DecisionRefusedError:
        flash(_("Somebody has told already what came of it."), "soon")
    else:
        flash(_("It is kept what came of the decision."), "good")
    return redirect(url_for("communal.meetings", unit=unit.id, _anchor="decisions"), 303)


def _form(work: UnitOfWork, meeting: CommunalMeeting) -> DecisionForm:
    form = DecisionForm(today=work.facts.on)
    form.offer(staff_options(work, unit_of(work, meeting)))
    return form


def _draw(work: UnitOfWork, meeting: CommunalMeeting, form: DecisionForm) -> str:
    return render_template("communal/decision.html", page=MeetingPage.of(work, meeting), form=form)


def _draw_end(work: UnitOfWork, decision: CommunalDecision, form: EndDecisionForm) -> str:
    head = UnitHead.of(work, work.session.get_one(Organisation, decision.unit_id))
    line = decision_lines(work, [decision])[0]
    return render_template("communal/end_decision.html", head=head, line=line, form=form)
