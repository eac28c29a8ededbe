"""The annual clock of a unit: looked at, and begun."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.rules.permissions import Permission
from welfare.rules.school_years import SchoolYear, school_year_of
from welfare.school_year.actions.clock import ClockBegunError, start_clock
from welfare.school_year.pages.clock import ClockPage
from welfare.school_year.routes.blueprint import YEAR, bp
from welfare.ui.forms import ActionForm

CLOCK = "/communal/<unit_id:unit>/clock"


@bp.get(CLOCK, needs=Permission.COMMUNITY_READ)
def clock_now(work: UnitOfWork, unit: Organisation) -> str:
    """The year that is running."""
    return _draw(work, unit, school_year_of(work.facts.on))


@bp.get(f"{CLOCK}/{YEAR}", needs=Permission.COMMUNITY_READ)
def clock(work: UnitOfWork, unit: Organisation, year: int) -> str:
    """One year, whether it is past, running or still to come."""
    return _draw(work, unit, SchoolYear(year))


@bp.post(f"{CLOCK}/{YEAR}/begin", needs=Permission.COMMUNITY_WRITE)
def begin_clock(work: UnitOfWork, unit: Organisation, year: int) -> ResponseReturnValue:
    """Begin a year from the one before, or from the template."""
    if not ActionForm().validate_on_submit():
        return _draw(work, unit, SchoolYear(year)), 422
    try:
        start_clock(work, unit, SchoolYear(year))
    except ClockBegunError:
        flash(_("Somebody has begun this year already."), "soon")
    else:
        flash(_("The year has its tasks. Look through them, and change what is otherwise this year."), "good")
    return redirect(url_for("school_year.clock", unit=unit.id, year=year), 303)


def _draw(work: UnitOfWork, unit: Organisation, year: SchoolYear) -> str:
    page = ClockPage.of(work, unit, year)
    return render_template("school_year/clock.html", page=page, action=ActionForm(formdata=None))
