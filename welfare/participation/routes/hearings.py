"""A year of taking part, and who was heard."""

from typing import TypeVar

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.guard import lets_through
from welfare.communal.pages import UnitHead
from welfare.organisations.forms.filling import fill, revision_of
from welfare.organisations.models import Organisation
from welfare.organisations.pages.versions import versions_of
from welfare.participation import actions
from welfare.participation.forms import HearingForm, NewHearingForm
from welfare.participation.models import Hearing
from welfare.participation.pages import OverviewPage
from welfare.participation.routes.blueprint import UNIT, bp
from welfare.rules.permissions import Permission
from welfare.ui.versions import Conflict

Form = TypeVar("Form", bound=NewHearingForm)


@bp.get(UNIT + "/participation", needs=Permission.COMMUNITY_READ)
def overview(work: UnitOfWork, unit: Organisation) -> str:
    """Who was heard, what it changed, and the ideas of the classes."""
    return render_template("participation/overview.html", page=OverviewPage.of(work, unit))


@bp.get(UNIT + "/hearings/new", needs=Permission.COMMUNITY_WRITE)
def begin_hearing(work: UnitOfWork, unit: Organisation) -> str:
    """The questions."""
    form = _offered(NewHearingForm(today=work.facts.on), unit)
    form.held_on.put(work.facts.on)
    return _draw(work, unit, form, _("Tell of a hearing"))


@bp.post(UNIT + "/hearings/new", needs=Permission.COMMUNITY_WRITE)
def new_hearing(work: UnitOfWork, unit: Organisation) -> ResponseReturnValue:
    """Keep it."""
    form = _offered(NewHearingForm(today=work.facts.on), unit)
    if not (form.validate_on_submit() and lets_through(work, unit, form)):
        return _draw(work, unit, form, _("Tell of a hearing")), 422
    actions.keep_hearing(work, unit, form.to_heeded())
    flash(_("The hearing is saved."), "good")
    return _back(unit)


@bp.get(UNIT + "/hearings/<hearing_id:hearing>", needs=Permission.COMMUNITY_WRITE)
def begin_change(work: UnitOfWork, unit: Organisation, hearing: Hearing) -> str:
    """A hearing in a form, to be mended or followed up."""
    form = _offered(HearingForm(today=work.facts.on), unit)
    fill(form, form.values_of(hearing))
    return _draw(work, unit, form, _("A hearing and its effect"))


@bp.post(UNIT + "/hearings/<hearing_id:hearing>", needs=Permission.COMMUNITY_WRITE)
def change_hearing(work: UnitOfWork, unit: Organisation, hearing: Hearing) -> ResponseReturnValue:
    """Save it, or show what somebody else has saved since."""
    form = _offered(HearingForm(today=work.facts.on), unit)
    title, before = _("A hearing and its effect"), [hearing.whom, hearing.about, hearing.said, hearing.effect]
    if not (form.validate_on_submit() and lets_through(work, unit, form, before)):
        return _draw(work, unit, form, title), 422
    try:
        actions.change_hearing(work, hearing, form.to_heeded(), revision_of(form))
    except actions.StaleHearingError:
        conflict = versions_of(form, form.values_of(hearing) | {"may_stand": None})
        form.revision.put(hearing.revision)
        return _draw(work, unit, form, title, conflict), 409
    flash(_("The changes are saved."), "good")
    return _back(unit)


def _offered(form: Form, unit: Organisation) -> Form:
    form.offer_in(unit.unit_type)
    return form


def _draw(
    work: UnitOfWork, unit: Organisation, form: NewHearingForm, title: str, conflict: Conflict | None = None
) -> str:
    head = UnitHead.of(work, unit)
    return render_template("participation/hearing.html", head=head, form=form, title=title, conflict=conflict)


def _back(unit: Organisation) -> ResponseReturnValue:
    return redirect(url_for("participation.overview", unit=unit.id), 303)
