"""Arrangements of one matter: agreed on, and ended."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.arrangements import actions
from welfare.arrangements.forms import EndUseForm, UseForm
from welfare.arrangements.models import Arrangement, ArrangementUse
from welfare.arrangements.pages import offered_options, opened_use, use_lines
from welfare.arrangements.routes.blueprint import bp
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.pages.matter import MatterHead
from welfare.rules.arrangements import may_end_on
from welfare.rules.permissions import Permission

USE = "/cases/<case_id:case>/arrangements/<use_id:use>/end"


@bp.get("/cases/<case_id:case>/arrangements/new", needs=Permission.ARRANGEMENT_AGREE)
def begin_use(work: UnitOfWork, case: Case) -> str:
    """What is offered, and the questions."""
    form = _use_form(work, case)
    form.starts_on.put(work.facts.on)
    return _draw_use(work, case, form)


@bp.post("/cases/<case_id:case>/arrangements/new", needs=Permission.ARRANGEMENT_AGREE)
def new_use(work: UnitOfWork, case: Case) -> ResponseReturnValue:
    """Keep what was agreed on."""
    form = _use_form(work, case)
    if not form.validate_on_submit():
        return _draw_use(work, case, form), 422
    command = actions.AgreeOn(
        arrangement=work.session.get_one(Arrangement, form.arrangement.data),
        starts_on=form.starts_on.data,
        ends_on=form.ends_on.data,
        conditions=form.conditions.data,
    )
    actions.agree_on(work, case, command)
    flash(_("The arrangement is saved with the matter."), "good")
    return _back(case)


@bp.get(USE, needs=Permission.ARRANGEMENT_AGREE)
def begin_ending_use(work: UnitOfWork, case: Case, use: ArrangementUse) -> str:
    """What was agreed on, and the question."""
    form = EndUseForm(today=work.facts.on)
    form.ended_on.put(use.ends_on if use.ends_on and use.ends_on < work.facts.on else work.facts.on)
    return _draw_end(work, case, use, form)


@bp.post(USE, needs=Permission.ARRANGEMENT_AGREE, endpoint="end_use")
def end(work: UnitOfWork, case: Case, use: ArrangementUse) -> ResponseReturnValue:
    """Keep when it ended and what came of it."""
    form = EndUseForm(today=work.facts.on)
    is_sound = form.validate_on_submit()
    if is_sound and not may_end_on(use.starts_on, form.ended_on.data, work.facts.on):
        form.refuse("ended_on", _("The day lies before the beginning, or in the future. Check the day."))
        is_sound = False
    if not is_sound:
        return _draw_end(work, case, use, form), 422
    try:
        actions.end_use(work, use, form.ended_on.data, form.outcome.data, opened_use(work, use))
    except actions.UseEndedError:
        flash(_("Somebody has told already that it ended."), "soon")
    else:
        flash(_("The end of the arrangement is saved."), "good")
    return _back(case)


def _use_form(work: UnitOfWork, case: Case) -> UseForm:
    form = UseForm(today=work.facts.on)
    form.offer(offered_options(work, case))
    return form


def _draw_use(work: UnitOfWork, case: Case, form: UseForm) -> str:
    return render_template("arrangements/use.html", matter=MatterHead.of(work, case), form=form)


def _draw_end(work: UnitOfWork, case: Case, use: ArrangementUse, form: EndUseForm) -> str:
    line = next(each for each in use_lines(work, case) if each.id == use.id)
    return render_template("arrangements/end_use.html", matter=MatterHead.of(work, case), line=line, form=form)


def _back(case: Case) -> ResponseReturnValue:
    return redirect(url_for("cases.show", case=case.id, _anchor="arrangements"), 303)
