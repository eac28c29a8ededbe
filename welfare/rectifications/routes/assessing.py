"""Assessing what is asked for in a matter, by whoever is responsible for it."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.datarights.steps import TakenError
from welfare.rectifications.actions import complete
from welfare.rectifications.forms import AssessForm
from welfare.rectifications.models import Rectification
from welfare.rectifications.routes.blueprint import bp
from welfare.rectifications.routes.deciding import decide, draw, is_decided
from welfare.rules.permissions import Permission
from welfare.rules.rectifications import RectificationOutcome, outcomes_of

ONE = "/cases/<case_id:case>/corrections-asked/<rectification_id:asked>"


@bp.get(ONE, needs=Permission.RECTIFICATION_ASSESS)
def assessed(work: UnitOfWork, case: Case, asked: Rectification) -> str:
    """What is asked, and what can come of it."""
    return _draw(work, case, asked, _form(asked))


@bp.post(ONE, needs=Permission.RECTIFICATION_ASSESS, endpoint="assess")
def assess(work: UnitOfWork, case: Case, asked: Rectification) -> ResponseReturnValue:
    """Keep what comes of it."""
    form = _form(asked)
    if not form.validate_on_submit():
        return _draw(work, case, asked, form), 422
    try:
        if not is_decided(form, lambda: _decide(work, case, asked, form)):
            return _draw(work, case, asked, form), 422
    except TakenError:
        flash(_("The request has gone on in the meantime. This is how it stands."), "soon")
    else:
        flash(_("The decision is saved. The data protection officer tells the asker."), "good")
    return redirect(url_for("rectifications.assessed", case=case.id, asked=asked.id), 303)


def _form(asked: Rectification) -> AssessForm:
    form = AssessForm()
    form.offer(outcomes_of(asked.kind) if asked.kind else (RectificationOutcome.REFUSED,))
    return form


def _decide(work: UnitOfWork, case: Case, asked: Rectification, form: AssessForm) -> None:
    decide(work, asked, form, lambda heading, words: complete(work, case, asked, heading, words))


def _draw(work: UnitOfWork, case: Case, asked: Rectification, form: AssessForm) -> str:
    return draw(work, asked, form, (_("Matter"), url_for("cases.show", case=case.id)))
