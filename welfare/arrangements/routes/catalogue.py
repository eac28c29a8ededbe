"""The provider's arrangements: looked at, added, worded anew, offered no more."""

from flask import current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.arrangements import actions
from welfare.arrangements.forms import ArrangementForm, NewArrangementForm
from welfare.arrangements.models import Arrangement
from welfare.arrangements.pages import CataloguePage, version_lines
from welfare.arrangements.queries import version_of
from welfare.arrangements.routes.blueprint import bp
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.forms.filling import fill, revision_of
from welfare.organisations.models import Organisation
from welfare.organisations.pages.versions import versions_of
from welfare.rules.permissions import Permission
from welfare.ui.locale import current_locale
from welfare.ui.versions import Conflict


@bp.get("/arrangements", needs=Permission.CATALOGUE_SEE)
def overview(work: UnitOfWork) -> str:
    """What the providers one works for offer, and how often it is used."""
    floor = current_app.extensions["settings"].small_number_floor
    return render_template("arrangements/overview.html", page=CataloguePage.of(work, floor))


@bp.get("/arrangements/of/<provider_id:provider>/new", needs=Permission.CATALOGUE_KEEP)
def begin_arrangement(work: UnitOfWork, provider: Organisation) -> str:
    """Ask what is offered."""
    del work
    return _draw_new(provider, NewArrangementForm())


@bp.post("/arrangements/of/<provider_id:provider>/new", needs=Permission.CATALOGUE_KEEP)
def new_arrangement(work: UnitOfWork, provider: Organisation) -> ResponseReturnValue:
    """Offer it."""
    form = NewArrangementForm()
    if form.validate_on_submit():
        try:
            actions.add_arrangement(work, provider.id, form.to_wording())
        except actions.NameTakenError:
            _refuse_name(form)
        else:
            flash(_("The arrangement is offered from now on."), "good")
            return redirect(url_for("arrangements.overview"), 303)
    return _draw_new(provider, form), 422


@bp.get("/arrangements/<arrangement_id:arrangement>", needs=Permission.CATALOGUE_KEEP)
def begin_change(work: UnitOfWork, arrangement: Arrangement) -> str:
    """One arrangement in a form, and how it was worded before."""
    form = ArrangementForm()
    fill(form, form.values_of(arrangement, version_of(work.session, arrangement)))
    return _draw(work, arrangement, form)


@bp.post("/arrangements/<arrangement_id:arrangement>", needs=Permission.CATALOGUE_KEEP)
def change(work: UnitOfWork, arrangement: Arrangement) -> ResponseReturnValue:
    """Save it as a new version, or show what somebody else has saved since."""
    form = ArrangementForm()
    if not form.validate_on_submit():
        return _draw(work, arrangement, form), 422
    try:
        actions.change_arrangement(work, arrangement, form.to_wording(), form.state.data, revision_of(form))
    except actions.NameTakenError:
        _refuse_name(form)
        return _draw(work, arrangement, form), 422
    except actions.StaleArrangementError:
        conflict = versions_of(form, form.values_of(arrangement, version_of(work.session, arrangement)))
        form.revision.put(arrangement.revision)
        return _draw(work, arrangement, form, conflict), 409
    flash(_("The changes are saved."), "good")
    return redirect(url_for("arrangements.overview"), 303)


def _refuse_name(form: NewArrangementForm) -> None:
    form.refuse("name_fi", _("Another arrangement that is offered has this name. Choose another."))


def _draw_new(provider: Organisation, form: NewArrangementForm) -> str:
    name = provider.name(current_locale())
    return render_template("arrangements/edit.html", form=form, under=name, title=_("Add an arrangement"), versions=())


def _draw(work: UnitOfWork, arrangement: Arrangement, form: ArrangementForm, conflict: Conflict | None = None) -> str:
    number = _("Version %(number)s", number=arrangement.newest)
    return render_template(
        "arrangements/edit.html",
        form=form,
        under=number,
        title=_("Change an arrangement"),
        versions=version_lines(work, arrangement),
        conflict=conflict,
    )
