"""The school calendar of a provider or school: its years."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.actions.calendars import (
    CalendarRefusedError,
    OutsideYearError,
    OverlappingYearError,
    TooLongError,
    YearInUseError,
    add_year,
    change_year,
    remove_year,
)
from welfare.organisations.forms.calendars import ChangedYearForm, DaysForm, YearForm
from welfare.organisations.forms.filling import fill, revision_of
from welfare.organisations.models import Organisation, SchoolYear
from welfare.organisations.pages.calendar import YearPage, chosen_year
from welfare.organisations.pages.versions import versions_of
from welfare.organisations.routes.room import bp
from welfare.organisations.routes.undoing import undo_form
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm
from welfare.ui.locale import current_locale

FORM = "organisations/days_form.html"
REFUSALS: dict[type[CalendarRefusedError], tuple[str | None, str]] = {
    TooLongError: ("last", _l("A school year is at most a year and a month long. Check the dates.")),
    OverlappingYearError: ("first", _l("Another school year holds some of these days. Check the dates.")),
    OutsideYearError: ("first", _l("These days are in no school year. Check the dates, or add the school year first.")),
    YearInUseError: (None, _l("A school year that has begun cannot be removed: time limits have been counted by it.")),
}


@bp.get("/organisations/<calendar_id:owner>/calendar", needs=Permission.CALENDAR_EDIT)
def calendar(work: UnitOfWork, owner: Organisation) -> str:
    """One school year, day by day."""
    years, year = chosen_year(work.session, owner, work.facts.on, _asked())
    return render_template(
        "organisations/calendar.html",
        owner=owner,
        name=owner.name(current_locale()),
        years=years,
        page=YearPage.of(work.session, owner, year, work.facts.on) if year else None,
        action=ActionForm(),
        undo=undo_form(work.facts.on),
    )


@bp.get("/organisations/<calendar_id:owner>/calendar/years/new", needs=Permission.CALENDAR_EDIT)
def begin_year(work: UnitOfWork, owner: Organisation) -> str:
    """Ask for the days of a school year."""
    del work
    return draw_days(YearForm(), owner, _("Add a school year"))


@bp.post("/organisations/<calendar_id:owner>/calendar/years/new", needs=Permission.CALENDAR_EDIT)
def new_year(work: UnitOfWork, owner: Organisation) -> ResponseReturnValue:
    """Add it."""
    form = YearForm(today=work.facts.on)
    if form.validate_on_submit():
        try:
            year = add_year(work, owner, form.to_days())
        except CalendarRefusedError as error:
            put_refusal(form, error)
        else:
            flash(_("The school year has been added. Add its terms and holidays next."), "good")
            return to_calendar(owner, year.id)
    return draw_days(form, owner, _("Add a school year")), 422


@bp.get("/organisations/<calendar_id:owner>/calendar/years/<year_id:year>", needs=Permission.CALENDAR_EDIT)
def begin_changed_year(work: UnitOfWork, owner: Organisation, year: SchoolYear) -> str:
    """The days of a school year in a form."""
    del work
    form = ChangedYearForm()
    fill(form, form.values_of(year))
    return draw_days(form, owner, _("Change the school year"), year)


@bp.post("/organisations/<calendar_id:owner>/calendar/years/<year_id:year>", needs=Permission.CALENDAR_EDIT)
def changed_year(work: UnitOfWork, owner: Organisation, year: SchoolYear) -> ResponseReturnValue:
    """Save them, or show what somebody else has saved since."""
    form, title = ChangedYearForm(today=work.facts.on), _("Change the school year")
    if not form.validate_on_submit():
        return draw_days(form, owner, title, year), 422
    if revision_of(form) != year.revision:
        conflict = versions_of(form, form.values_of(year))
        form.revision.put(year.revision)
        return render_template(FORM, form=form, owner=owner, title=title, year=year, conflict=conflict), 409
    try:
        change_year(work, year, form.to_days())
    except CalendarRefusedError as error:
        put_refusal(form, error)
        return draw_days(form, owner, title, year), 422
    flash(_("The changes are saved."), "good")
    return to_calendar(owner, year.id)


@bp.post("/organisations/<calendar_id:owner>/calendar/years/<year_id:year>/remove", needs=Permission.CALENDAR_EDIT)
def no_year(work: UnitOfWork, owner: Organisation, year: SchoolYear) -> ResponseReturnValue:
    """Take a school year away that has not begun."""
    if ActionForm().validate_on_submit():
        try:
            remove_year(work, year)
        except YearInUseError as error:
            flash(str(REFUSALS[type(error)][1]), "late")
            return to_calendar(owner, year.id)
        flash(_("The school year has been removed."), "good")
    return to_calendar(owner)


def draw_days(form: DaysForm, owner: Organisation, title: str, year: SchoolYear | None = None) -> str:
    """The page of a form that asks for days."""
    return render_template(FORM, form=form, owner=owner, title=title, year=year)


def put_refusal(form: DaysForm, error: CalendarRefusedError) -> None:
    """Put the reason of a refusal at its field."""
    field, words = REFUSALS[type(error)]
    form.refuse(field, str(words))


def to_calendar(
    owner: Organisation, year_id: UUID | None = None, undo: Mapping[str, str] = MappingProxyType({})
) -> ResponseReturnValue:
    """Back to the calendar, at the year one came from, with what can be put back."""
    values: dict[str, Any] = {"owner": owner.id, "year": year_id or _asked(), **undo}
    return redirect(url_for("organisations.calendar", **values), 303)


def _asked() -> UUID | None:
    try:
        return UUID(request.args.get("year", ""))
    except ValueError:
        return None
