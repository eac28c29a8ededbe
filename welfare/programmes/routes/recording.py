"""Counting what is done, taking a wrong entry back, and the list of staff."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.communal.years import year_words
from welfare.organisations.models import Organisation
from welfare.programmes import actions
from welfare.programmes.forms import EntryForm, entry_form
from welfare.programmes.forms.asking import offer_classes
from welfare.programmes.kinds import KINDS
from welfare.programmes.models import Programme, ProgrammeEntry, ProgrammeStaff
from welfare.programmes.queries import class_names
from welfare.programmes.routes.blueprint import ONE, bp
from welfare.programmes.routes.drawing import draw_programme, staff_form
from welfare.programmes.words import title_of
from welfare.rules.permissions import Permission
from welfare.rules.terms import term_of
from welfare.ui.forms import ActionForm
from welfare.ui.locale import current_locale

TALLIES = sorted({tally.code for kind in KINDS.values() for tally in kind.tallies})
NEW = f"{ONE}/<any({','.join(TALLIES)}):tally>/new"


@bp.get(NEW, needs=Permission.PROGRAMME_RECORD)
def begin_entry(work: UnitOfWork, unit: Organisation, programme: Programme, tally: str) -> str:
    """The questions of a tally."""
    form = _form(work, programme, tally)
    form.season.put(term_of(work.facts.on).season)
    return _draw(work, unit, programme, form)


@bp.post(NEW, needs=Permission.PROGRAMME_RECORD)
def new_entry(work: UnitOfWork, unit: Organisation, programme: Programme, tally: str) -> ResponseReturnValue:
    """Add to the tally."""
    form = _form(work, programme, tally)
    if not form.validate_on_submit():
        return _draw(work, unit, programme, form), 422
    actions.record_entry(work, programme, form.to_entry())
    flash(_("It is counted."), "good")
    return _to(unit, programme, "counts")


@bp.post(ONE + "/entries/<programme_entry_id:tally>/remove", needs=Permission.PROGRAMME_TAKE_BACK)
def remove_entry(
    work: UnitOfWork, unit: Organisation, programme: Programme, tally: ProgrammeEntry
) -> ResponseReturnValue:
    """Take an own entry back."""
    if ActionForm().validate_on_submit():
        actions.remove_entry(work, programme, tally)
        flash(_("Your entry is taken out of the count."), "good")
    return _to(unit, programme, "own")


@bp.post(ONE + "/staff", needs=Permission.PROGRAMME_RECORD)
def name_staff(work: UnitOfWork, unit: Organisation, programme: Programme) -> ResponseReturnValue:
    """Put one of the staff on the list."""
    if not KINDS[programme.kind].staff:
        abort(404)
    form = staff_form(work, unit)
    if not form.validate_on_submit():
        return draw_programme(work, unit, programme, form), 422
    actions.name_staff(work, programme, form.account.data, form.since.data)
    flash(_("The list is saved."), "good")
    return _to(unit, programme, "staff")


@bp.post(ONE + "/staff/<programme_staff_id:staff>/remove", needs=Permission.PROGRAMME_RECORD)
def remove_staff(
    work: UnitOfWork, unit: Organisation, programme: Programme, staff: ProgrammeStaff
) -> ResponseReturnValue:
    """Take one of the staff off the list."""
    if ActionForm().validate_on_submit():
        actions.remove_staff(work, programme, staff)
        flash(_("The list is saved."), "good")
    return _to(unit, programme, "staff")


def _form(work: UnitOfWork, programme: Programme, tally: str) -> EntryForm:
    made = entry_form(programme.kind, tally)
    if made is None:
        abort(404)
    form = made(today=work.facts.on)
    offer_classes(form, form.tally.questions, class_names(work.session, programme.unit_id))
    return form


def _draw(work: UnitOfWork, unit: Organisation, programme: Programme, form: EntryForm) -> str:
    return render_template(
        "programmes/entry.html",
        head=UnitHead.of(work, unit),
        form=form,
        title=title_of(programme, current_locale()),
        year=year_words(programme.year),
        back=url_for("programmes.show", unit=unit.id, programme=programme.id),
    )


def _to(unit: Organisation, programme: Programme, anchor: str) -> ResponseReturnValue:
    return redirect(url_for("programmes.show", unit=unit.id, programme=programme.id, _anchor=anchor), 303)
