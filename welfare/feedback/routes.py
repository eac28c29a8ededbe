"""Offering the questions, answering them on the worker's device or on the own page, skipping, and the results."""

from flask import current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.blueprint import GuardedBlueprint
from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.feedback.actions import NotOfferedError, skip, take_answers
from welfare.feedback.forms import FeedbackForm, SkipForm
from welfare.feedback.models import FeedbackOffer
from welfare.feedback.pages import OfferPage, ResultsPage
from welfare.feedback.queries import load_offer, offer_of
from welfare.rules.feedback import OfferState
from welfare.rules.permissions import Permission
from welfare.ui.layouts import GATE, PORTAL

bp = GuardedBlueprint("feedback", __name__, subjects={"offer_id": load_offer})
OFFER, OWN = "/cases/<case_id:case>/feedback", "/feedback/<offer_id:given>"


@bp.get(OFFER, needs=Permission.FEEDBACK_OFFER)
def offer(work: UnitOfWork, case: Case) -> str:
    """How the student can answer, and the way to skip."""
    return _draw_offer(work, case, SkipForm())


@bp.post(f"{OFFER}/skip", needs=Permission.FEEDBACK_OFFER, endpoint="skip")
def skip_questions(work: UnitOfWork, case: Case) -> ResponseReturnValue:
    """Keep why there will be no answers."""
    form = SkipForm()
    if not form.validate_on_submit():
        return _draw_offer(work, case, form), 422
    try:
        skip(work, _offer(work, case), form.why.data, form.words.data)
    except NotOfferedError:
        flash(_("The questions have been answered or skipped already."), "soon")
    else:
        flash(_("It is saved why the questions were not answered."), "good")
    return redirect(url_for("cases.show", case=case.id), 303)


@bp.get(f"{OFFER}/answer", needs=Permission.FEEDBACK_OFFER)
def hand_over(work: UnitOfWork, case: Case) -> ResponseReturnValue:
    """The questions alone, on the worker's device: nothing of the matter is on the page."""
    if _offer(work, case).state is not OfferState.OFFERED:
        return _taken(url_for("feedback.offer", case=case.id))
    return _draw_questions(GATE, FeedbackForm(), url_for("feedback.take_over", case=case.id))


@bp.post(f"{OFFER}/answer", needs=Permission.FEEDBACK_OFFER)
def take_over(work: UnitOfWork, case: Case) -> ResponseReturnValue:
    """Count the answers; the worker is not told them."""
    form, back = FeedbackForm(), url_for("feedback.offer", case=case.id)
    if not form.validate_on_submit():
        return _draw_questions(GATE, form, url_for("feedback.take_over", case=case.id)), 422
    return _counted(work, _offer(work, case), form, back)


@bp.get(OWN, needs=Permission.FEEDBACK_GIVE)
def own(work: UnitOfWork, given: FeedbackOffer) -> ResponseReturnValue:
    """The questions on the student's own page."""
    del work
    if given.state is not OfferState.OFFERED:
        return _taken(url_for("worklist.show"))
    return _draw_questions(PORTAL, FeedbackForm(), url_for("feedback.give", given=given.id))


@bp.post(OWN, needs=Permission.FEEDBACK_GIVE)
def give(work: UnitOfWork, given: FeedbackOffer) -> ResponseReturnValue:
    """Count the answers."""
    form = FeedbackForm()
    if not form.validate_on_submit():
        return _draw_questions(PORTAL, form, url_for("feedback.give", given=given.id)), 422
    return _counted(work, given, form, url_for("worklist.show"))


@bp.get("/feedback", needs=Permission.FEEDBACK_RESULTS)
def results(work: UnitOfWork) -> str:
    """What students answered, by term and service."""
    floor = current_app.extensions["settings"].small_number_floor
    return render_template("feedback/results.html", page=ResultsPage.of(work, floor))


def _offer(work: UnitOfWork, case: Case) -> FeedbackOffer:
    found = offer_of(work.session, case.id)
    if found is None:
        refuse(work, work.facts)
    return found


def _counted(work: UnitOfWork, found: FeedbackOffer, form: FeedbackForm, back: str) -> ResponseReturnValue:
    try:
        take_answers(work, found, form.grades, current_app.extensions["settings"].small_number_floor)
    except NotOfferedError:
        return _taken(back)
    flash(_("Thank you. Your answers are counted with those of others; nobody sees them as yours."), "good")
    return redirect(back, 303)


def _taken(back: str) -> ResponseReturnValue:
    flash(_("The questions have been answered or skipped already."), "soon")
    return redirect(back, 303)


def _draw_offer(work: UnitOfWork, case: Case, form: SkipForm) -> str:
    page = OfferPage.of(work, case, _offer(work, case))
    return render_template("feedback/offer.html", page=page, form=form)


def _draw_questions(layout: str, form: FeedbackForm, address: str) -> str:
    """On the worker's device without the menu: whoever holds it should not wander among other pupils' matters."""
    return render_template("feedback/questions.html", layout=layout, form=form, address=address)
