"""Need and posts of a unit."""

from flask import Response, abort, render_template

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.years import asked_year
from welfare.documents.serving import csv_answer
from welfare.organisations.models import Organisation
from welfare.rules.permissions import Permission
from welfare.rules.school_years import SchoolYear, school_year_of
from welfare.rules.unit_types import has_pupils
from welfare.staffing.pages import Staffing, StaffingPage, staffing_csv
from welfare.staffing.routes.blueprint import STAFFING, bp


@bp.get(STAFFING, needs=Permission.COMMUNITY_READ)
def show(work: UnitOfWork, unit: Organisation) -> str:
    """One school year of one unit."""
    _check(unit)
    return render_template("staffing/show.html", page=StaffingPage.of(work, unit))


@bp.get(f"{STAFFING}/staffing.csv", needs=Permission.COMMUNITY_READ)
def table(work: UnitOfWork, unit: Organisation) -> Response:
    """The same as a file."""
    _check(unit)
    year = SchoolYear(asked_year(school_year_of(work.facts.on).begins_in))
    return csv_answer(staffing_csv(Staffing.of(work.session, unit, year)), f"staffing-{year.begins_in}")


def _check(unit: Organisation) -> None:
    """Where there are no pupils, no posts are reckoned by them (OHL 1 §, 9 a §)."""
    if not has_pupils(unit.unit_type):
        abort(404)
