"""Ideas of classes, as the staff see them: brought, and led to an answer."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.guard import lets_through
from welfare.communal.pages import UnitHead
from welfare.organisations.forms.filling import revision_of
from welfare.organisations.models import Organisation
from welfare.participation import actions
from welfare.participation.forms import ClassIdeaForm, StepForm
from welfare.participation.models import Idea
from welfare.participation.pages import IdeaPage, class_options
from welfare.participation.routes.blueprint import UNIT, bp
from welfare.rules.permissions import Permission

ONE = UNIT + "/ideas/<idea_id:idea>"


@bp.get(UNIT + "/ideas/new", needs=Permission.IDEA_BRING)
def begin_idea(work: UnitOfWork, unit: Organisation) -> str:
    """The questions."""
    return _draw_new(work, unit, _new_form(work, unit))


@bp.post(UNIT + "/ideas/new", needs=Permission.IDEA_BRING)
def new_idea(work: UnitOfWork, unit: Organisation) -> ResponseReturnValue:
    """Put the class's idea into the box."""
    form = _new_form(work, unit)
    if not (form.validate_on_submit() and lets_through(work, unit, form)):
        return _draw_new(work, unit, form), 422
    actions.give_idea(work, unit, form.school_class.data, form.text.data)
    flash(_("The idea is in the box. The class is told what becomes of it."), "good")
    return redirect(url_for("participation.overview", unit=unit.id), 303)


@bp.get(ONE, needs=Permission.COMMUNITY_READ)
def show_idea(work: UnitOfWork, unit: Organisation, idea: Idea) -> str:
    """One idea and its way."""
    form = _step_form(work, idea)
    form.taken_on.put(work.facts.on)
    form.revision.put(idea.revision)
    return _draw(work, unit, idea, form)


@bp.post(ONE, needs=Permission.COMMUNITY_WRITE)
def take_step(work: UnitOfWork, unit: Organisation, idea: Idea) -> ResponseReturnValue:
    """Let it go on."""
    form = _step_form(work, idea)
    if not (form.validate_on_submit() and lets_through(work, unit, form)):
        return _draw(work, unit, idea, form), 422
    try:
        actions.take_step(work, idea, form.to_step(), revision_of(form))
    except actions.StaleIdeaError:
        flash(_("Somebody has taken a step since you opened the page. Look at it, and send yours again."), "soon")
        form.revision.put(idea.revision)
        return _draw(work, unit, idea, form), 409
    except actions.IdeaStepRefusedError as refused:
        for lack in refused.lacks:
            form.refuse_lack(lack)
        return _draw(work, unit, idea, form), 422
    flash(_("The step is saved."), "good")
    return redirect(url_for("participation.show_idea", unit=unit.id, idea=idea.id), 303)


def _new_form(work: UnitOfWork, unit: Organisation) -> ClassIdeaForm:
    form = ClassIdeaForm()
    form.offer(class_options(work, unit))
    return form


def _step_form(work: UnitOfWork, idea: Idea) -> StepForm:
    form = StepForm(today=work.facts.on)
    form.offer(idea)
    return form


def _draw_new(work: UnitOfWork, unit: Organisation, form: ClassIdeaForm) -> str:
    return render_template("participation/new_idea.html", head=UnitHead.of(work, unit), form=form)


def _draw(work: UnitOfWork, unit: Organisation, idea: Idea, form: StepForm) -> str:
    return render_template("participation/idea.html", page=IdeaPage.of(work, unit, idea), form=form)
