"""What the staff would learn, and the training calendar."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.colleagues import colleague_options
from welfare.communal.guard import lets_through
from welfare.communal.pages import UnitHead
from welfare.communal.years import asked_year, year_words
from welfare.guidance import actions
from welfare.guidance.forms import NeedForm, NewTrainingForm, TrainingForm
from welfare.guidance.models import Training
from welfare.guidance.pages import TrainingPage
from welfare.guidance.queries import attendance_of
from welfare.guidance.routes.blueprint import UNIT, bp
from welfare.organisations.forms.filling import fill, revision_of
from welfare.organisations.models import Organisation
from welfare.organisations.pages.versions import versions_of
from welfare.rules.permissions import Permission
from welfare.rules.school_years import school_year_of
from welfare.ui.locale import current_locale
from welfare.ui.versions import Conflict


@bp.get(UNIT + "/training", needs=Permission.COMMUNITY_READ)
def training(work: UnitOfWork, unit: Organisation) -> str:
    """Needs and events of a school year."""
    return render_template("guidance/training.html", page=TrainingPage.of(work, unit))


@bp.get(UNIT + "/training/needs", needs=Permission.COMMUNITY_WRITE)
def begin_need(work: UnitOfWork, unit: Organisation) -> str:
    """The questions."""
    return _draw_need(work, unit, NeedForm())


@bp.post(UNIT + "/training/needs", needs=Permission.COMMUNITY_WRITE)
def keep_need(work: UnitOfWork, unit: Organisation) -> ResponseReturnValue:
    """Keep what the survey found."""
    form = NeedForm()
    if not form.validate_on_submit():
        return _draw_need(work, unit, form), 422
    year = asked_year(school_year_of(work.facts.on).begins_in)
    actions.keep_need(work, unit, year, form.area.data, (form.answered.data, form.wanting.data))
    flash(_("What the survey found is saved."), "good")
    return redirect(url_for("guidance.training", unit=unit.id, year=year), 303)


@bp.get(UNIT + "/training/new", needs=Permission.COMMUNITY_WRITE)
def begin_training(work: UnitOfWork, unit: Organisation) -> str:
    """The questions."""
    form = NewTrainingForm(today=work.facts.on)
    form.offer(colleague_options(work, unit))
    return _draw(work, unit, form, _("Add training"))


@bp.post(UNIT + "/training/new", needs=Permission.COMMUNITY_WRITE)
def new_training(work: UnitOfWork, unit: Organisation) -> ResponseReturnValue:
    """Put it into the calendar."""
    form = NewTrainingForm(today=work.facts.on)
    form.offer(colleague_options(work, unit))
    if not (form.validate_on_submit() and lets_through(work, unit, form)):
        return _draw(work, unit, form, _("Add training")), 422
    actions.plan_training(work, unit, form.to_event(), form.attending.data)
    flash(_("The training is in the calendar."), "good")
    return _back(unit, form)


@bp.get(UNIT + "/training/<training_id:event>", needs=Permission.COMMUNITY_WRITE)
def begin_training_change(work: UnitOfWork, unit: Organisation, event: Training) -> str:
    """An event in a form: who came, what they thought, what came of it."""
    form = TrainingForm(today=work.facts.on)
    values = _stored(work, event)
    form.offer(colleague_options(work, unit, _attending(work, event)))
    fill(form, values)
    return _draw(work, unit, form, event.title(current_locale()))


@bp.post(UNIT + "/training/<training_id:event>", needs=Permission.COMMUNITY_WRITE)
def change_training(work: UnitOfWork, unit: Organisation, event: Training) -> ResponseReturnValue:
    """Save it, or show what somebody else has saved since."""
    form = TrainingForm(today=work.facts.on)
    form.offer(colleague_options(work, unit, _attending(work, event)))
    before = [value for value in _stored(work, event).values() if isinstance(value, str)]
    if not (form.validate_on_submit() and lets_through(work, unit, form, before)):
        return _draw(work, unit, form, event.title(current_locale())), 422
    try:
        actions.change_training(work, event, form.to_event(), form.attending.data, revision_of(form))
    except actions.StaleTrainingError:
        conflict = versions_of(form, _stored(work, event) | {"may_stand": None})
        form.revision.put(event.revision)
        return _draw(work, unit, form, event.title(current_locale()), conflict), 409
    flash(_("The changes are saved."), "good")
    return _back(unit, form)


def _attending(work: UnitOfWork, event: Training) -> frozenset[UUID]:
    return attendance_of(work.session, [event.id]).get(event.id, frozenset())


def _stored(work: UnitOfWork, event: Training) -> dict[str, object]:
    return TrainingForm.values_of(event) | {"attending": list(_attending(work, event))}


def _draw_need(work: UnitOfWork, unit: Organisation, form: NeedForm) -> str:
    year = asked_year(school_year_of(work.facts.on).begins_in)
    head = UnitHead.of(work, unit)
    return render_template("guidance/need.html", head=head, form=form, year=year_words(year))


def _draw(
    work: UnitOfWork, unit: Organisation, form: NewTrainingForm, title: str, conflict: Conflict | None = None
) -> str:
    head = UnitHead.of(work, unit)
    return render_template("guidance/edit_training.html", head=head, form=form, title=title, conflict=conflict)


def _back(unit: Organisation, form: NewTrainingForm) -> ResponseReturnValue:
    return redirect(url_for("guidance.training", unit=unit.id, year=school_year_of(form.held_on.data).begins_in), 303)
