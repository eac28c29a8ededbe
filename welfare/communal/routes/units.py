"""The units one works in, and the communal work of one of them."""

from flask import render_template

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import OverviewPage, UnitPage
from welfare.communal.routes.blueprint import bp
from welfare.organisations.models import Organisation
from welfare.rules.permissions import Permission


@bp.get("/communal", needs=Permission.COMMUNITY_SEE)
def overview(work: UnitOfWork) -> str:
    """Schools, providers and counties, each with the way to its communal work."""
    return render_template("communal/overview.html", page=OverviewPage.of(work))


@bp.get("/communal/<unit_id:unit>", needs=Permission.COMMUNITY_READ)
def show(work: UnitOfWork, unit: Organisation) -> str:
    """The communal work of one unit."""
    return render_template("communal/show.html", page=UnitPage.of(work, unit))
