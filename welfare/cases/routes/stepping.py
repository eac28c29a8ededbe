"""The steps in a matter's life, each on its own page."""

from flask import current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases import actions
from welfare.cases.forms import CloseForm, StepForm
from welfare.cases.models import Case
from welfare.cases.pages import StepPage
from welfare.cases.routes.blueprint import bp
from welfare.cases.words import LACK_WORDS
from welfare.rules.cases import CaseState
from welfare.rules.permissions import Permission

STEPS = "any('open', 'follow-up', 'close')"
WANTED = {"open": CaseState.OPEN, "follow-up": CaseState.FOLLOW_UP, "close": CaseState.CLOSED}


@bp.get(f"/cases/<case_id:case>/steps/<{STEPS}:step>", needs=Permission.CASE_MANAGE)
def begin_step(work: UnitOfWork, case: Case, step: str) -> str:
    """What the step means and what it needs."""
    page, form = _page_and_form(work, case, step)
    return render_template("cases/step.html", case=case, page=page, form=form)


@bp.post(f"/cases/<case_id:case>/steps/<{STEPS}:step>", needs=Permission.CASE_MANAGE)
def take_step(work: UnitOfWork, case: Case, step: str) -> ResponseReturnValue:
    """Take it, or say what is missing."""
    page, form = _page_and_form(work, case, step)
    if form.validate_on_submit():
        try:
            actions.step_case(work, case, WANTED[step], form.reason.data, form.evaluation)
        except actions.BlockedStepError as error:
            for lack in error.lacks:
                form.refuse(None, str(LACK_WORDS[lack]))
        except actions.UnfinishedWorkError:
            form.refuse(None, _("Minutes have been left unfinished meanwhile. Open this page anew to see which."))
        else:
            flash(page.done, "good")
            return redirect(_next_page(case, page), 303)
    return render_template("cases/step.html", case=case, page=page, form=form), 422


def _next_page(case: Case, page: StepPage) -> str:
    """After closing, to the room that asks the student how it went, if it is served."""
    is_asked = page.needs_evaluation and "feedback.offer" in current_app.view_functions
    return url_for("feedback.offer" if is_asked else "cases.show", case=case.id)


def _page_and_form(work: UnitOfWork, case: Case, step: str) -> tuple[StepPage, StepForm]:
    page = StepPage.of(work, case, WANTED[step])
    form = CloseForm() if page.needs_evaluation else StepForm()
    if not page.is_known:
        refuse(work, work.facts)
    if page.needs_reason:
        form.require_reason()
    if page.unfinished.minutes:
        form.ask_why_unfinished()
    else:
        del form.leave_unfinished
    return page, form
