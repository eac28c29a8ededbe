"""Assessing what is asked for in a matter, by whoever is responsible for it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.datarights.steps import TakenError
from welfare.rectifications.actions import complete, find_corrected, refuse
from welfare.rectifications.forms import AssessForm
from welfare.rectifications.models import Rectification
from welfare.rectifications.pages.records import correct_url, read_url, record_words
from welfare.rectifications.pages.request import RectificationPage
from welfare.rectifications.records import newest_of, record_of
from welfare.rectifications.routes.blueprint import bp
from welfare.rectifications.routes.deciding import is_decided
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
    outcome, words, record = form.outcome.data, form.words.data, record_of(work.session, asked)
    if outcome is RectificationOutcome.CORRECTED:
        find_corrected(work, asked, words)
    elif outcome is RectificationOutcome.COMPLETED:
        said = record_words(record) if record else ""
        complete(work, case, asked, _("Own statement beside: %(record)s", record=said), words)
    else:
        refuse(work, asked, form.why.data, words)


def _draw(work: UnitOfWork, case: Case, asked: Rectification, form: AssessForm) -> str:
    record = record_of(work.session, asked)
    newest = newest_of(work.session, record) if record else None
    return render_template(
        "rectifications/assess.html",
        page=RectificationPage.of(work, asked),
        form=form,
        back=(_("Matter"), url_for("cases.show", case=case.id)),
        read_url=read_url(newest) if newest else "",
        correct_url=correct_url(newest) if newest else "",
    )
