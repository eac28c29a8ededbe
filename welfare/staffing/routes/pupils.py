"""The pupils of a school, written once a year."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.organisations.forms.filling import fill
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.organisations.pages.versions import versions_of
from welfare.rules.permissions import Permission
from welfare.rules.school_years import SchoolYear
from welfare.rules.staffing import taught_in
from welfare.rules.unit_types import UnitType, has_pupils
from welfare.staffing import actions
from welfare.staffing.actions import PupilCell
from welfare.staffing.forms import PupilsForm, heads_of
from welfare.staffing.queries import pupils_of, revision_of_rows
from welfare.staffing.routes.blueprint import STAFFING, bp
from welfare.staffing.routes.years import writable_year
from welfare.ui.versions import Conflict

PUPILS = f"{STAFFING}/<int:year>/pupils"


@bp.get(PUPILS, needs=Permission.COMMUNITY_LEAD)
def begin_pupils(work: UnitOfWork, unit: Organisation, year: int) -> str:
    """The numbers of one year in a form."""
    chosen, cells = writable_year(work, year), _cells(work, unit)
    form = _form(cells)
    fill(form, form.values_of(pupils_of(work.session, [unit.id], chosen), cells))
    return _draw(work, unit, chosen, form)


@bp.post(PUPILS, needs=Permission.COMMUNITY_LEAD)
def save_pupils(work: UnitOfWork, unit: Organisation, year: int) -> ResponseReturnValue:
    """Save them, or show what somebody else has saved since."""
    chosen, cells = writable_year(work, year), _cells(work, unit)
    form = _form(cells)
    if not form.validate_on_submit():
        return _draw(work, unit, chosen, form), 422
    try:
        actions.count_pupils(work, unit, form.to_command(chosen, cells))
    except actions.StaleNumbersError:
        rows = pupils_of(work.session, [unit.id], chosen)
        conflict = versions_of(form, form.values_of(rows, cells), heads=heads_of(form.fields_of(cells)))
        form.revision.put(revision_of_rows(rows))
        return _draw(work, unit, chosen, form, conflict), 409
    flash(_("The numbers are saved."), "good")
    return redirect(url_for("staffing.show", unit=unit.id, year=year), 303)


def _cells(work: UnitOfWork, unit: Organisation) -> list[PupilCell]:
    """The levels and languages of a school; pre-primary education may be given at a school of basic education."""
    if unit.kind is not OrganisationKind.SCHOOL or not has_pupils(unit.unit_type):
        refuse(work, work.facts)
    own = unit.unit_type or UnitType.BASIC
    levels = [own, UnitType.PRE_PRIMARY] if own is UnitType.BASIC else [own]
    return [(level, language) for level in levels for language in taught_in(unit.teaching_languages)]


def _form(cells: list[PupilCell]) -> PupilsForm:
    form = PupilsForm()
    form.offer(cells)
    return form


def _draw(
    work: UnitOfWork, unit: Organisation, year: SchoolYear, form: PupilsForm, conflict: Conflict | None = None
) -> str:
    return render_template(
        "staffing/pupils.html",
        head=UnitHead.of(work, unit),
        year=year,
        form=form,
        groups=form.fields_of(_cells(work, unit)),
        conflict=conflict,
    )
