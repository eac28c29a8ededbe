"""Ending the round of amendments, and reading the record back."""

from flask import flash, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.meetings.actions.locking import lock_if_over, mark_read_back
from welfare.meetings.forms.amending import ReadBackForm
from welfare.meetings.models import Meeting, MeetingItem
from welfare.meetings.pages.record import RecordPlace
from welfare.meetings.routes.amending import RECORD, refuse_unfinished, to_record
from welfare.meetings.routes.blueprint import bp
from welfare.rules.permissions import Permission


@bp.post(f"{RECORD}/lock", needs=Permission.MINUTES_FINALISE)
def lock(work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> ResponseReturnValue:
    """Lock what is ready to be locked; the house does the same by itself."""
    refuse_unfinished(work, item)
    if lock_if_over(work, item):
        flash(_("The record is locked."), "good")
    elif item.locked_at is not None:
        flash(_("The record is locked already."), "soon")
    else:
        flash(_("The record cannot be locked yet: the days for proposals run, or a proposal is unanswered."), "soon")
    return to_record(meeting, item)


@bp.get(f"{RECORD}/read-back", needs=Permission.MINUTES_FINALISE)
def begin_reading_back(work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> str:
    """The form."""
    refuse_unfinished(work, item)
    form = _form(work, item)
    form.on.put(item.read_back_on or work.facts.on)
    return _draw(work, meeting, item, form)


@bp.post(f"{RECORD}/read-back", needs=Permission.MINUTES_FINALISE)
def read_back(work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> ResponseReturnValue:
    """Keep the day."""
    refuse_unfinished(work, item)
    form = _form(work, item)
    if not form.validate_on_submit():
        return _draw(work, meeting, item, form), 422
    mark_read_back(work, item, form.on.data)
    flash(_("The day is saved."), "good")
    return to_record(meeting, item)


def _form(work: UnitOfWork, item: MeetingItem) -> ReadBackForm:
    form = ReadBackForm(today=work.facts.on)
    form.first = item.finalised_at.astimezone(HOME_ZONE).date() if item.finalised_at else None
    return form


def _draw(work: UnitOfWork, meeting: Meeting, item: MeetingItem, form: ReadBackForm) -> str:
    return render_template("meetings/read_back.html", place=RecordPlace.of(work, meeting, item), form=form)
