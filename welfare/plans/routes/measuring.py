"""Telling what became of a measure: by who carries it out, who follows it up, or the responsible person."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.forms.measuring import EndMeasureForm
from welfare.journal.pages.matter import MatterHead
from welfare.plans.actions import EndMeasure, MeasureEndedError, end_measure
from welfare.plans.models import PlanMeasure
from welfare.plans.pages.tasks import TaskPage
from welfare.plans.routes.blueprint import PLAN, bp
from welfare.rules.permissions import Permission

END = f"{PLAN}/measures/<plan_measure_id:measure>/end"


@bp.get(END, needs=Permission.MEASURE_END)
def begin_ending(work: UnitOfWork, case: Case, measure: PlanMeasure) -> str:
    """What was agreed on, and the question."""
    return _draw(work, case, measure, EndMeasureForm())


@bp.post(END, needs=Permission.MEASURE_END)
def end(work: UnitOfWork, case: Case, measure: PlanMeasure) -> ResponseReturnValue:
    """Keep what became of it."""
    form = EndMeasureForm()
    if not form.validate_on_submit():
        return _draw(work, case, measure, form), 422
    try:
        end_measure(work, case, measure, EndMeasure(state=form.state.data, note=form.note.data))
    except MeasureEndedError:
        flash(_("Somebody has told of this measure already."), "soon")
    else:
        flash(_("What became of the measure is saved."), "good")
    return redirect(url_for("cases.show", case=case.id, _anchor="plan"), 303)


def _draw(work: UnitOfWork, case: Case, measure: PlanMeasure, form: EndMeasureForm) -> str:
    page = TaskPage.of(work, measure)
    return render_template("plans/end.html", matter=MatterHead.of(work, case), page=page, form=form)
