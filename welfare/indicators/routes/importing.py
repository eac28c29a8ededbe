"""Files of numbers: handed over, looked at, imported or left."""

from collections.abc import Sequence

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.guard import lets_through
from welfare.indicators import actions
from welfare.indicators.forms import ImportForm, NameForm
from welfare.indicators.importing.problems import FileProblemError
from welfare.indicators.models import IndicatorImport
from welfare.indicators.pages import ImportPage, ImportsPage
from welfare.indicators.problem_words import problem_text
from welfare.indicators.queries import catalogue_of
from welfare.indicators.routes.blueprint import UNIT, bp
from welfare.organisations.models import Organisation
from welfare.rules.indicators import ImportState
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm

FILES, FILE = f"{UNIT}/indicator-imports", f"{UNIT}/indicator-imports/<import_id:delivery>"


@bp.get(FILES, needs=Permission.COMMUNITY_LEAD)
def imports(work: UnitOfWork, unit: Organisation) -> str:
    """Where a file is handed over, and those that were."""
    form = _form(work, unit)
    form.fetched_on.put(work.facts.on)
    return _draw(work, unit, form)


@bp.post(FILES, needs=Permission.COMMUNITY_LEAD)
def hand_over(work: UnitOfWork, unit: Organisation) -> ResponseReturnValue:
    """Keep the file to be looked at, or tell why it cannot be read."""
    form = _form(work, unit)
    if not (form.validate_on_submit() and lets_through(work, unit, form)):
        return _draw(work, unit, form), 422
    try:
        row = actions.hand_over(work, unit, form.to_command())
    except FileProblemError as error:
        form.refuse("regions" if error.problem.column == "regions" else "file", problem_text(error.problem))
        return _draw(work, unit, form), 422
    return redirect(_address(unit, row), 303)


@bp.get(FILE, needs=Permission.COMMUNITY_LEAD)
def look(work: UnitOfWork, unit: Organisation, delivery: IndicatorImport) -> str:
    """What importing would do, or what it has done."""
    return _draw_file(work, unit, delivery)


@bp.post(FILE, needs=Permission.COMMUNITY_LEAD)
def approve(work: UnitOfWork, unit: Organisation, delivery: IndicatorImport) -> ResponseReturnValue:
    """Import all of it, if it still does what was shown."""
    form = ActionForm()
    if not form.validate_on_submit():
        return _draw_file(work, unit, delivery), 422
    try:
        actions.approve(work, unit, delivery, request.form.get("shown", ""))
    except actions.FileGoneError:
        flash(_("The file has been imported or left already."), "soon")
    except (actions.ChangedSinceShownError, actions.UnsoundFileError):
        flash(_("Something has changed since this page was drawn. Look at it once more; nothing was imported."), "soon")
        return _draw_file(work, unit, delivery), 409
    else:
        flash(_("The numbers are imported."), "good")
    return redirect(_address(unit, delivery), 303)


@bp.post(f"{FILE}/name", needs=Permission.COMMUNITY_LEAD)
def name_indicator(work: UnitOfWork, unit: Organisation, delivery: IndicatorImport) -> ResponseReturnValue:
    """Tell which indicator a code of the file means; whoever keeps the numbers, and no school, may."""
    if not actions.is_keeper(unit):
        refuse(work, work.facts)
    if delivery.state is not ImportState.OPEN:
        return redirect(_address(unit, delivery), 303)
    form = _naming(work, unit, actions.plan_for(work, unit, delivery).unknown_indicators)
    if not form.validate_on_submit():
        return _draw_file(work, unit, delivery, form), 422
    actions.name_indicator(work, unit, delivery, form.foreign.data, form.indicator.data)
    flash(_("When you import the file, the code is remembered for the next one, too."), "good")
    return redirect(_address(unit, delivery), 303)


@bp.post(f"{FILE}/leave", needs=Permission.COMMUNITY_LEAD)
def leave_file(work: UnitOfWork, unit: Organisation, delivery: IndicatorImport) -> ResponseReturnValue:
    """Leave the file without importing it."""
    if ActionForm().validate_on_submit() and delivery.state is ImportState.OPEN:
        actions.leave(work, delivery)
        flash(_("The file was left; nothing was imported."), "good")
    return redirect(url_for("indicators.imports", unit=unit.id), 303)


def _form(work: UnitOfWork, unit: Organisation) -> ImportForm:
    form = ImportForm(today=work.facts.on)
    return form if actions.is_keeper(unit) else form.of_a_school()


def _naming(work: UnitOfWork, unit: Organisation, unknown: Sequence[str]) -> NameForm:
    entries = [entry for entry in catalogue_of(work.session, unit).entries if not entry.is_ended]
    return NameForm(unknown, entries)


def _address(unit: Organisation, row: IndicatorImport) -> str:
    return url_for("indicators.look", unit=unit.id, delivery=row.id)


def _draw(work: UnitOfWork, unit: Organisation, form: ImportForm) -> str:
    return render_template("indicators/imports.html", page=ImportsPage.of(work, unit), form=form)


def _draw_file(work: UnitOfWork, unit: Organisation, row: IndicatorImport, form: NameForm | None = None) -> str:
    plan = actions.plan_for(work, unit, row) if row.state is ImportState.OPEN else None
    page = ImportPage.of(work, unit, row, plan)
    naming = form or _naming(work, unit, plan.unknown_indicators if plan else ())
    return render_template("indicators/import.html", page=page, naming=naming, form=ActionForm())
