"""The instruction library: given, worded anew, read, and those reminded who have not read."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.colleagues import persons_of
from welfare.communal.guard import lets_through
from welfare.communal.pages import UnitHead
from welfare.guidance import actions
from welfare.guidance.forms import InstructionForm, NewInstructionForm
from welfare.guidance.models import Instruction
from welfare.guidance.pages import InstructionPage, LibraryPage, Standing
from welfare.guidance.queries import versions_of as versions_before
from welfare.guidance.routes.blueprint import UNIT, bp
from welfare.organisations.forms.filling import fill, revision_of
from welfare.organisations.models import Organisation
from welfare.organisations.pages.versions import versions_of
from welfare.rules.guidance import InstructionState
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm
from welfare.ui.versions import Conflict

ONE = UNIT + "/instructions/<instruction_id:instruction>"
OWN = UNIT + "/instructions/<own_instruction_id:instruction>/edit"


@bp.get(UNIT + "/instructions", needs=Permission.COMMUNITY_READ)
def library(work: UnitOfWork, unit: Organisation) -> str:
    """What is in force, what waits for the reader, how much has been read."""
    return render_template("guidance/library.html", page=LibraryPage.of(work, unit))


@bp.get(UNIT + "/instructions/new", needs=Permission.COMMUNITY_WRITE)
def begin_instruction(work: UnitOfWork, unit: Organisation) -> str:
    """The questions."""
    form = NewInstructionForm(today=work.facts.on)
    form.begins_on.put(work.facts.on)
    return _draw(work, unit, form, _("Give an instruction"))


@bp.post(UNIT + "/instructions/new", needs=Permission.COMMUNITY_WRITE)
def new_instruction(work: UnitOfWork, unit: Organisation) -> ResponseReturnValue:
    """Give it."""
    form = NewInstructionForm(today=work.facts.on)
    if not (form.validate_on_submit() and lets_through(work, unit, form)):
        return _draw(work, unit, form, _("Give an instruction")), 422
    instruction = actions.give_instruction(work, unit, form.to_wording(), form.to_validity())
    flash(_("The instruction is in the library."), "good")
    return _to(unit, instruction)


@bp.get(ONE, needs=Permission.COMMUNITY_READ)
def show_instruction(work: UnitOfWork, unit: Organisation, instruction: Instruction) -> str:
    """The words, and whether one has read them."""
    page = InstructionPage.of(work, unit, instruction)
    return render_template("guidance/instruction.html", page=page, lone=ActionForm())


@bp.post(ONE + "/read", needs=Permission.COMMUNITY_READ)
def read(work: UnitOfWork, unit: Organisation, instruction: Instruction) -> ResponseReturnValue:
    """One has read the newest version."""
    holds = Standing.of(work, unit).state(instruction) is InstructionState.IN_FORCE
    if ActionForm().validate_on_submit() and holds:
        actions.read_instruction(work, instruction)
        flash(_("It is kept that you have read this version."), "good")
    return _to(unit, instruction)


@bp.post(ONE + "/remind", needs=Permission.COMMUNITY_LEAD)
def remind(work: UnitOfWork, unit: Organisation, instruction: Instruction) -> ResponseReturnValue:
    """A silent mail to each of the staff who has not read it."""
    standing = Standing.of(work, unit)
    if ActionForm().validate_on_submit() and standing.state(instruction) is InstructionState.IN_FORCE:
        count = actions.remind(work, instruction, persons_of(work, standing.unread(instruction)))
        flash(ngettext("%(num)d person is reminded by mail.", "%(num)d people are reminded by mail.", count), "good")
    return _to(unit, instruction)


@bp.get(OWN, needs=Permission.COMMUNITY_WRITE)
def begin_change(work: UnitOfWork, unit: Organisation, instruction: Instruction) -> str:
    """An instruction in a form."""
    form = InstructionForm(today=work.facts.on)
    fill(form, _stored(work, instruction))
    return _draw(work, unit, form, _("Change an instruction"))


@bp.post(OWN, needs=Permission.COMMUNITY_WRITE)
def change_instruction(work: UnitOfWork, unit: Organisation, instruction: Instruction) -> ResponseReturnValue:
    """Save it, new words as a new version; or show what somebody else has saved since."""
    form = InstructionForm(today=work.facts.on)
    before = [value for value in _stored(work, instruction).values() if isinstance(value, str)]
    if not (form.validate_on_submit() and lets_through(work, unit, form, before)):
        return _draw(work, unit, form, _("Change an instruction")), 422
    try:
        actions.change_instruction(work, instruction, form.to_wording(), form.to_validity(), revision_of(form))
    except actions.StaleInstructionError:
        conflict = versions_of(form, _stored(work, instruction) | {"may_stand": None})
        form.revision.put(instruction.revision)
        return _draw(work, unit, form, _("Change an instruction"), conflict), 409
    flash(_("The changes are saved."), "good")
    return _to(unit, instruction)


def _stored(work: UnitOfWork, instruction: Instruction) -> dict[str, object]:
    return InstructionForm.values_of(instruction, versions_before(work.session, instruction.id)[0])


def _draw(
    work: UnitOfWork, unit: Organisation, form: NewInstructionForm, title: str, conflict: Conflict | None = None
) -> str:
    head = UnitHead.of(work, unit)
    return render_template("guidance/edit.html", head=head, form=form, title=title, conflict=conflict)


def _to(unit: Organisation, instruction: Instruction) -> ResponseReturnValue:
    return redirect(url_for("guidance.show_instruction", unit=unit.id, instruction=instruction.id), 303)
