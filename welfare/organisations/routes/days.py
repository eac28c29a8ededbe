"""The school calendar: terms, and days without school."""

from flask import flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.actions.calendars import (
    CalendarRefusedError,
    Days,
    add_term,
    close_days,
    open_days,
    remove_term,
)
from welfare.organisations.forms.calendars import ClosedDaysForm, TermForm
from welfare.organisations.models import ClosedDays, Organisation, SchoolYear, Term
from welfare.organisations.routes.calendars import draw_days, put_refusal, to_calendar
from welfare.organisations.routes.room import bp
from welfare.organisations.routes.undoing import undo_values
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm


@bp.get("/organisations/<calendar_id:owner>/calendar/years/<year_id:year>/terms", needs=Permission.CALENDAR_EDIT)
def begin_term(work: UnitOfWork, owner: Organisation, year: SchoolYear) -> str:
    """Ask for the days of a term."""
    del work
    return draw_days(TermForm(), owner, _("Add a term"), year)


@bp.post("/organisations/<calendar_id:owner>/calendar/years/<year_id:year>/terms", needs=Permission.CALENDAR_EDIT)
def new_term(work: UnitOfWork, owner: Organisation, year: SchoolYear) -> ResponseReturnValue:
    """Add it."""
    form = TermForm(today=work.facts.on)
    if form.validate_on_submit():
        try:
            add_term(work, year, form.name.data, form.to_days())
        except CalendarRefusedError as error:
            put_refusal(form, error)
        else:
            flash(_("The term has been added."), "good")
            return to_calendar(owner, year.id)
    return draw_days(form, owner, _("Add a term"), year), 422


@bp.post("/organisations/<calendar_id:owner>/calendar/terms/<term_id:term>/remove", needs=Permission.CALENDAR_EDIT)
def no_term(work: UnitOfWork, owner: Organisation, term: Term) -> ResponseReturnValue:
    """Take a term away; it can be put back at once."""
    if not ActionForm().validate_on_submit():
        return to_calendar(owner, term.school_year_id)
    undo = undo_values("term", Days(term.starts_on, term.ends_on), name=term.name)
    remove_term(work, term)
    return to_calendar(owner, term.school_year_id, undo=undo)


@bp.get("/organisations/<calendar_id:owner>/calendar/closed-days", needs=Permission.CALENDAR_EDIT)
def begin_closed_days(work: UnitOfWork, owner: Organisation) -> str:
    """Ask for days without school."""
    del work
    return draw_days(ClosedDaysForm(), owner, _("Add days without school"))


@bp.post("/organisations/<calendar_id:owner>/calendar/closed-days", needs=Permission.CALENDAR_EDIT)
def new_closed_days(work: UnitOfWork, owner: Organisation) -> ResponseReturnValue:
    """Add them."""
    form = ClosedDaysForm(today=work.facts.on)
    if form.validate_on_submit():
        try:
            close_days(work, owner, form.names, form.to_days())
        except CalendarRefusedError as error:
            put_refusal(form, error)
        else:
            flash(_("The days have been added. Time limits do not run on them."), "good")
            return to_calendar(owner)
    return draw_days(form, owner, _("Add days without school")), 422


@bp.post(
    "/organisations/<calendar_id:owner>/calendar/closed-days/<closed_id:closed_days>/remove",
    needs=Permission.CALENDAR_EDIT,
)
def no_closed_days(work: UnitOfWork, owner: Organisation, closed_days: ClosedDays) -> ResponseReturnValue:
    """Let the days be school days again; they can be put back at once."""
    if not ActionForm().validate_on_submit():
        return to_calendar(owner)
    days = Days(closed_days.starts_on, closed_days.ends_on)
    undo = undo_values("closed", days, name_fi=closed_days.name_fi, name_sv=closed_days.name_sv)
    open_days(work, closed_days)
    return to_calendar(owner, undo=undo)
