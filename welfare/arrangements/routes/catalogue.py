"""The provider's arrangements: looked at, added, worded anew, offered no more."""

from flask import current_app, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.arrangements.forms import WORDS, ArrangementForm, NewArrangementForm
from welfare.arrangements.models import Arrangement, ArrangementVersion
from welfare.arrangements.pages import catalogue_page
from welfare.arrangements.queries import CATALOGUE
from welfare.arrangements.routes.blueprint import bp
from welfare.audit.unit_of_work import UnitOfWork
from welfare.catalogues.desk import CatalogueDesk, Facts
from welfare.organisations.models import Organisation
from welfare.rules.permissions import Permission
from welfare.ui.locale import current_locale


def _facts(version: ArrangementVersion) -> Facts:
    locale = current_locale()
    said = version.description(locale), version.conditions(locale) or "–"
    return [(_("Name"), version.name(locale)), (_("What is it?"), said[0]), (_("On what conditions?"), said[1])]


DESK = CatalogueDesk(
    catalogue=CATALOGUE,
    new_form=NewArrangementForm,
    form=ArrangementForm,
    values=lambda version: {name: getattr(version, name) for name in WORDS},
    facts=_facts,
    title=_l("Arrangements"),
    overview="arrangements.overview",
    add_title=_l("Add an arrangement"),
    added=_l("The arrangement is offered from now on."),
    change_title=_l("Change an arrangement"),
)


@bp.get("/arrangements", needs=Permission.CATALOGUE_SEE)
def overview(work: UnitOfWork) -> str:
    """What the providers one works for offer, and how often it is used."""
    floor = current_app.extensions["settings"].small_number_floor
    return render_template("catalogues/overview.html", page=catalogue_page(work, floor))


@bp.get("/arrangements/of/<provider_id:provider>/new", needs=Permission.CATALOGUE_KEEP)
def begin_arrangement(work: UnitOfWork, provider: Organisation) -> str:
    """Ask what is offered."""
    del work
    return DESK.begin(provider)


@bp.post("/arrangements/of/<provider_id:provider>/new", needs=Permission.CATALOGUE_KEEP)
def new_arrangement(work: UnitOfWork, provider: Organisation) -> ResponseReturnValue:
    """Offer it."""
    return DESK.add(work, provider)


@bp.get("/arrangements/<arrangement_id:arrangement>", needs=Permission.CATALOGUE_KEEP)
def begin_change(work: UnitOfWork, arrangement: Arrangement) -> str:
    """One arrangement in a form, and how it was worded before."""
    return DESK.begin_change(work, arrangement)


@bp.post("/arrangements/<arrangement_id:arrangement>", needs=Permission.CATALOGUE_KEEP)
def change(work: UnitOfWork, arrangement: Arrangement) -> ResponseReturnValue:
    """Save it as a new version, or show what somebody else has saved since."""
    return DESK.change(work, arrangement)
