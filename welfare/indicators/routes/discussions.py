"""With whom results were talked through."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.guard import lets_through
from welfare.communal.pages import UnitHead
from welfare.indicators import actions
from welfare.indicators.forms import DiscussionForm
from welfare.indicators.models import ResultDiscussion
from welfare.indicators.pages import DiscussionsPage, sets_of
from welfare.indicators.routes.blueprint import UNIT, bp
from welfare.organisations.models import Organisation
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm

DISCUSSIONS = f"{UNIT}/discussions"


@bp.get(DISCUSSIONS, needs=Permission.COMMUNITY_READ)
def discussions(work: UnitOfWork, unit: Organisation) -> str:
    """Every set of results with its lights, and the log."""
    return render_template("indicators/discussions.html", page=DiscussionsPage.of(work, unit), strike=ActionForm())


@bp.get(f"{DISCUSSIONS}/new", needs=Permission.COMMUNITY_WRITE)
def begin_discussion(work: UnitOfWork, unit: Organisation) -> str:
    """Ask which results, with whom and when."""
    form = DiscussionForm(sets_of(work, unit), today=work.facts.on)
    wanted = request.args.get("results", "")
    if wanted in {option.key for option in form.results.options}:
        form.results.put(wanted)
    return _draw(work, unit, form)


@bp.post(f"{DISCUSSIONS}/new", needs=Permission.COMMUNITY_WRITE)
def new_discussion(work: UnitOfWork, unit: Organisation) -> ResponseReturnValue:
    """Write it down."""
    form = DiscussionForm(sets_of(work, unit), today=work.facts.on)
    if not (form.validate_on_submit() and lets_through(work, unit, form)):
        return _draw(work, unit, form), 422
    actions.discuss(work, unit, form.to_command())
    flash(_("It is written down that the results were talked through."), "good")
    return redirect(url_for("indicators.discussions", unit=unit.id), 303)


@bp.post(f"{DISCUSSIONS}/<discussion_id:discussion>/strike", needs=Permission.COMMUNITY_WRITE)
def strike(work: UnitOfWork, unit: Organisation, discussion: ResultDiscussion) -> ResponseReturnValue:
    """Take a mistaken line back."""
    if ActionForm().validate_on_submit():
        actions.strike(work, unit, discussion)
        flash(_("The line is struck out."), "good")
    return redirect(url_for("indicators.discussions", unit=unit.id), 303)


def _draw(work: UnitOfWork, unit: Organisation, form: DiscussionForm) -> str:
    return render_template("indicators/discussion.html", head=UnitHead.of(work, unit), form=form)
