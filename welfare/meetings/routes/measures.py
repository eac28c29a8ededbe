"""Telling what became of a measure: by who carries it out, who follows it up, or the responsible person."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.forms.measuring import EndMeasureForm
from welfare.journal.pages.matter import MatterHead
from welfare.meetings.actions.measuring import EndMeasure, MeasureEndedError, end_measure
from welfare.meetings.models import Measure, Meeting, MeetingItem
from welfare.meetings.pages.measures import agreed_on, measure_lines
from welfare.meetings.routes.blueprint import ITEM, bp
from welfare.rules.permissions import Permission

END = f"{ITEM}/measures/<measure_id:measure>/end"


@bp.get(END, needs=Permission.MEASURE_END)
def begin_ending_measure(work: UnitOfWork, meeting: Meeting, item: MeetingItem, measure: Measure) -> str:
    """What was agreed on, and the question."""
    return _draw(work, meeting, item, measure, EndMeasureForm())


@bp.post(END, needs=Permission.MEASURE_END, endpoint="end_measure")
def end(work: UnitOfWork, meeting: Meeting, item: MeetingItem, measure: Measure) -> ResponseReturnValue:
    """Keep what became of it, and back to the matter."""
    form = EndMeasureForm()
    if not form.validate_on_submit():
        return _draw(work, meeting, item, measure, form), 422
    command = EndMeasure(state=form.state.data, note=form.note.data, document=agreed_on(work, measure))
    try:
        end_measure(work, measure, command)
    except MeasureEndedError:
        flash(_("Somebody has told of this measure already."), "soon")
    else:
        flash(_("What became of the measure is saved."), "good")
    return redirect(url_for("cases.show", case=item.case_id, _anchor="meetings"), 303)


def _draw(work: UnitOfWork, meeting: Meeting, item: MeetingItem, measure: Measure, form: EndMeasureForm) -> str:
    matter = MatterHead.of(work, work.session.get_one(Case, item.case_id))
    (line,) = measure_lines(work, work.facts, [(measure, meeting.id)])
    return render_template("meetings/end_measure.html", matter=matter, line=line, form=form)
