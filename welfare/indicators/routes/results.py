"""A unit's own results, typed in sheet by sheet."""

from collections.abc import Mapping

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.communal.pages import UnitHead
from welfare.indicators import actions
from welfare.indicators.forms import ResultForm, form_for, stored_words, unseen_fields
from welfare.indicators.models import IndicatorValue
from welfare.indicators.pages import ResultsPage, sheet_title
from welfare.indicators.pages.results import YEARS_BACK
from welfare.indicators.places import place_code
from welfare.indicators.queries import catalogue_of, sheet_revision, sheet_rows
from welfare.indicators.routes.blueprint import UNIT, bp
from welfare.indicators.seeing import SeenResults
from welfare.indicators.sheets import Sheet, sheet_of
from welfare.organisations.forms.filling import fill
from welfare.organisations.models import Organisation
from welfare.organisations.pages.versions import versions_of
from welfare.rules.permissions import Permission
from welfare.ui.versions import Conflict

SHEET = f"{UNIT}/indicator-results/<string:sheet>/<int:year>"


@bp.get(f"{UNIT}/indicator-results", needs=Permission.COMMUNITY_WRITE)
def results(work: UnitOfWork, unit: Organisation) -> str:
    """Which results can be typed in, and of which years they are there."""
    return render_template("indicators/results.html", page=ResultsPage.of(work, unit))


@bp.get(SHEET, needs=Permission.COMMUNITY_WRITE)
def begin_sheet(work: UnitOfWork, unit: Organisation, sheet: str, year: int) -> str:
    """One sheet of one year in a form."""
    found = _sheet(work, unit, sheet, year)
    form, rows = form_for(found), _rows(work, unit, found, year)
    seen = SeenResults.of(work, found, rows)
    fill(form, form.values_of(found, rows, seen))
    form.keep(unseen_fields(seen))
    return _draw(work, unit, (found, year), form)


@bp.post(SHEET, needs=Permission.COMMUNITY_WRITE)
def save_sheet(work: UnitOfWork, unit: Organisation, sheet: str, year: int) -> ResponseReturnValue:
    """Save it, or show what somebody else has saved since."""
    found = _sheet(work, unit, sheet, year)
    form, rows = form_for(found), _rows(work, unit, found, year)
    seen = SeenResults.of(work, found, rows)
    unseen = unseen_fields(seen)
    form.keep(unseen)
    if not form.validate_on_submit():
        return _draw(work, unit, (found, year), form), 422
    try:
        changed = actions.record_sheet(work, unit, form.to_typed(found, year, seen))
    except actions.StaleSheetError:
        conflict = versions_of(form, form.values_of(found, rows, seen), stored_words(unseen))
        form.revision.put(sheet_revision(rows))
        return _draw(work, unit, (found, year), form, conflict), 409
    flash(ngettext("One number is saved.", "%(num)d numbers are saved.", changed), "good")
    return redirect(url_for("indicators.overview", unit=unit.id), 303)


def _sheet(work: UnitOfWork, unit: Organisation, code: str, year: int) -> Sheet:
    found = sheet_of(unit, catalogue_of(work.session, unit).entries, code)
    newest = work.facts.on.year
    if found is None or not newest - YEARS_BACK < year <= newest:
        refuse(work, work.facts)
    return found


def _rows(work: UnitOfWork, unit: Organisation, sheet: Sheet, year: int) -> Mapping[str, IndicatorValue]:
    return sheet_rows(work.session, keeper_of(unit), place_code(unit), sheet.codes, year)


def _draw(
    work: UnitOfWork, unit: Organisation, about: tuple[Sheet, int], form: ResultForm, conflict: Conflict | None = None
) -> str:
    sheet, year = about
    return render_template(
        "indicators/sheet.html",
        head=UnitHead.of(work, unit),
        title=f"{sheet_title(sheet)}, {year}",
        form=form,
        fields=[form[name] for name in form.data if name.startswith("value_")],
        conflict=conflict,
    )
