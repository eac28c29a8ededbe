"""Inspections of a school, and the mending of what they found."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.guard import lets_through
from welfare.communal.pages import UnitHead
from welfare.indicators import actions
from welfare.indicators.forms import DefectForm, InspectionForm, MendForm
from welfare.indicators.models import Defect, Inspection
from welfare.indicators.pages import InspectionsPage, part_of
from welfare.indicators.queries import defects_of
from welfare.indicators.routes.blueprint import UNIT, bp
from welfare.indicators.routes.schools import check_school
from welfare.organisations.models import Organisation
from welfare.rules.permissions import Permission

INSPECTIONS = f"{UNIT}/inspections"
ONE = f"{INSPECTIONS}/<inspection_id:inspection>"
DEFECT = f"{ONE}/defects/<defect_id:defect>"


@bp.get(INSPECTIONS, needs=Permission.COMMUNITY_READ)
def inspections(work: UnitOfWork, unit: Organisation) -> str:
    """Every inspection with its defects, and when the next is due."""
    check_school(work, unit)
    return render_template("indicators/inspections.html", page=InspectionsPage.of(work, unit))


@bp.get(f"{INSPECTIONS}/new", needs=Permission.COMMUNITY_WRITE)
def begin_inspection(work: UnitOfWork, unit: Organisation) -> str:
    """Ask when it was, who took part and what was found."""
    check_school(work, unit)
    return _draw_new(work, unit, InspectionForm(today=work.facts.on))


@bp.post(f"{INSPECTIONS}/new", needs=Permission.COMMUNITY_WRITE)
def new_inspection(work: UnitOfWork, unit: Organisation) -> ResponseReturnValue:
    """Write it down; its defects come next."""
    check_school(work, unit)
    form = InspectionForm(today=work.facts.on)
    if not (form.validate_on_submit() and lets_through(work, unit, form)):
        return _draw_new(work, unit, form), 422
    row = actions.inspect(work, unit, form.to_command())
    flash(_("The inspection is written down. Add what is to be mended."), "good")
    return redirect(url_for("indicators.begin_defect", unit=unit.id, inspection=row.id), 303)


@bp.get(f"{ONE}/defects/new", needs=Permission.COMMUNITY_WRITE)
def begin_defect(work: UnitOfWork, unit: Organisation, inspection: Inspection) -> str:
    """Ask what is to be mended, by whom and by when."""
    return _draw_defect(work, unit, inspection, DefectForm(today=work.facts.on))


@bp.post(f"{ONE}/defects/new", needs=Permission.COMMUNITY_WRITE)
def new_defect(work: UnitOfWork, unit: Organisation, inspection: Inspection) -> ResponseReturnValue:
    """Write it down, and ask for the next."""
    form = DefectForm(today=work.facts.on)
    if not (form.validate_on_submit() and lets_through(work, unit, form)):
        return _draw_defect(work, unit, inspection, form), 422
    actions.name_defect(work, unit, inspection, form.to_command())
    flash(_("The defect is written down."), "good")
    return redirect(url_for("indicators.begin_defect", unit=unit.id, inspection=inspection.id), 303)


@bp.get(f"{DEFECT}/mend", needs=Permission.COMMUNITY_WRITE)
def begin_mending(work: UnitOfWork, unit: Organisation, inspection: Inspection, defect: Defect) -> str:
    """Ask when it was mended."""
    form = MendForm(today=work.facts.on)
    form.done_on.put(work.facts.on)
    return _draw_mending(work, unit, inspection, (defect, form))


@bp.post(f"{DEFECT}/mend", needs=Permission.COMMUNITY_WRITE)
def mend(work: UnitOfWork, unit: Organisation, inspection: Inspection, defect: Defect) -> ResponseReturnValue:
    """Write down that it is mended."""
    form = MendForm(today=work.facts.on)
    if not (form.validate_on_submit() and lets_through(work, unit, form)):
        return _draw_mending(work, unit, inspection, (defect, form)), 422
    try:
        actions.mend(work, unit, defect, form.done_on.data, form.how.data)
    except actions.MendedAlreadyError:
        flash(_("It had been mended already."), "soon")
    else:
        flash(_("It is written down that the defect is mended."), "good")
    return redirect(url_for("indicators.inspections", unit=unit.id), 303)


def _draw_new(work: UnitOfWork, unit: Organisation, form: InspectionForm) -> str:
    return render_template("indicators/inspection.html", head=UnitHead.of(work, unit), form=form)


def _draw_defect(work: UnitOfWork, unit: Organisation, inspection: Inspection, form: DefectForm) -> str:
    defects = defects_of(work.session, [inspection.id]).get(inspection.id, ())
    part = part_of(inspection, defects, work.facts.on)
    return render_template("indicators/defect.html", head=UnitHead.of(work, unit), part=part, form=form)


def _draw_mending(work: UnitOfWork, unit: Organisation, inspection: Inspection, about: tuple[Defect, MendForm]) -> str:
    defect, form = about
    head = UnitHead.of(work, unit)
    return render_template("indicators/mend.html", head=head, inspection=inspection, defect=defect, form=form)
