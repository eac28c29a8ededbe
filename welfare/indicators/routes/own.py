"""Indicators of a unit's own: defined, worded anew, ended."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.guard import lets_through
from welfare.communal.pages import UnitHead
from welfare.indicators.actions import own as actions
from welfare.indicators.forms.own import DefineForm, WordForm
from welfare.indicators.models import OwnIndicator
from welfare.indicators.routes.blueprint import UNIT, bp
from welfare.organisations.forms.filling import fill, revision_of
from welfare.organisations.models import Organisation
from welfare.organisations.pages.versions import versions_of
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm
from welfare.ui.versions import Conflict

LIBRARY = f"{UNIT}/indicator-library"
OWN = f"{LIBRARY}/<own_indicator_id:own>"


@bp.get(f"{LIBRARY}/new", needs=Permission.COMMUNITY_LEAD)
def begin_defining(work: UnitOfWork, unit: Organisation) -> str:
    """An empty form."""
    form = _define_form(unit)
    if len(form.levels.options) == 1:
        form.levels.put([option.value for option in form.levels.options])
    return _draw_new(work, unit, form)


@bp.post(f"{LIBRARY}/new", needs=Permission.COMMUNITY_LEAD)
def define(work: UnitOfWork, unit: Organisation) -> ResponseReturnValue:
    """Define it."""
    form = _define_form(unit)
    if form.validate_on_submit() and lets_through(work, unit, form):
        try:
            row = actions.define_indicator(work, unit, form.to_command())
        except actions.CodeTakenError:
            form.refuse("code", _("Another indicator has this code. Choose another code."))
        else:
            flash(_("The indicator is defined. Its results can be entered now."), "good")
            return redirect(url_for("indicators.show", unit=unit.id, code=row.code), 303)
    return _draw_new(work, unit, form), 422


@bp.get(f"{OWN}/change", needs=Permission.COMMUNITY_LEAD)
def begin_wording(work: UnitOfWork, unit: Organisation, own: OwnIndicator) -> str:
    """It in a form."""
    form = _word_form()
    fill(form, form.values_of(own))
    return _draw(work, unit, own, form)


@bp.post(f"{OWN}/change", needs=Permission.COMMUNITY_LEAD)
def word(work: UnitOfWork, unit: Organisation, own: OwnIndicator) -> ResponseReturnValue:
    """Save it, or show what somebody else has saved since."""
    form = _word_form()
    before = (own.title_fi, own.title_sv, own.title_en, own.tells_fi, own.tells_sv, own.tells_en, own.source)
    if not (form.validate_on_submit() and lets_through(work, unit, form, before)):
        return _draw(work, unit, own, form), 422
    try:
        actions.word_indicator(work, own, form.to_wording(), revision_of(form))
    except actions.StaleOwnIndicatorError:
        conflict = versions_of(form, form.values_of(own))
        form.revision.put(own.revision)
        return _draw(work, unit, own, form, conflict), 409
    flash(_("The changes are saved."), "good")
    return redirect(url_for("indicators.show", unit=unit.id, code=own.code), 303)


@bp.post(f"{OWN}/end", needs=Permission.COMMUNITY_LEAD)
def end_own(work: UnitOfWork, unit: Organisation, own: OwnIndicator) -> ResponseReturnValue:
    """Take no more results of it."""
    if ActionForm().validate_on_submit():
        actions.end_indicator(work, own)
        flash(_("No more results of the indicator are entered. What is there is still shown."), "good")
    return redirect(url_for("indicators.show", unit=unit.id, code=own.code), 303)


def _define_form(unit: Organisation) -> DefineForm:
    form = DefineForm()
    form.offer_to(unit)
    return form


def _word_form() -> WordForm:
    form = WordForm()
    form.offer()
    return form


def _draw_new(work: UnitOfWork, unit: Organisation, form: DefineForm) -> str:
    return render_template("indicators/own.html", head=UnitHead.of(work, unit), form=form, own=None, conflict=None)


def _draw(
    work: UnitOfWork, unit: Organisation, own: OwnIndicator, form: WordForm, conflict: Conflict | None = None
) -> str:
    given = {"head": UnitHead.of(work, unit), "form": form, "own": own, "conflict": conflict}
    return render_template("indicators/own.html", **given, ending=ActionForm())
