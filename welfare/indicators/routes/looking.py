"""Looking at indicators: all of a unit, one of them, the library."""

from flask import render_template, request

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.indicators.library import Indicator
from welfare.indicators.pages import IndicatorPage, LibraryPage, OverviewPage
from welfare.indicators.queries import catalogue_of
from welfare.indicators.routes.blueprint import UNIT, bp
from welfare.organisations.models import Organisation
from welfare.rules.indicators import Group
from welfare.rules.permissions import Permission


@bp.get(f"{UNIT}/indicators", needs=Permission.COMMUNITY_READ)
def overview(work: UnitOfWork, unit: Organisation) -> str:
    """Everything known of the unit's wellbeing, as small multiples."""
    return render_template("indicators/overview.html", page=OverviewPage.of(work, unit))


@bp.get(f"{UNIT}/indicators/<string:code>", needs=Permission.COMMUNITY_READ)
def show(work: UnitOfWork, unit: Organisation, code: str) -> str:
    """One indicator: plot, table, what it tells."""
    wanted = request.args.get("group", "")
    group = Group(wanted) if wanted in set(Group) else Group.TOTAL
    page = IndicatorPage.of(work, unit, named(work, unit, code), group)
    return render_template("indicators/show.html", page=page)


@bp.get(f"{UNIT}/indicator-library", needs=Permission.COMMUNITY_READ)
def library(work: UnitOfWork, unit: Organisation) -> str:
    """What can be followed up, and what each number tells."""
    return render_template("indicators/library.html", page=LibraryPage.of(work, unit))


def named(work: UnitOfWork, unit: Organisation, code: str) -> Indicator:
    """The indicator that an address names; no other address is there."""
    entry = catalogue_of(work.session, unit).find(code)
    if entry is None:
        refuse(work, work.facts)
    return entry
