"""The plans of a unit, and their versions: looked at, begun, compared, printed."""

from flask import Response, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.documents.serving import pdf_answer
from welfare.organisations.models import Organisation
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register
from welfare.rules.statutory_plans import PlanKind
from welfare.statutory_plans.actions import DraftOpenError, begin_version
from welfare.statutory_plans.headings import kinds_of
from welfare.statutory_plans.models import StatutoryVersion
from welfare.statutory_plans.pages.plans import ChangesPage, PlansPage, VersionPage, plan_paper
from welfare.statutory_plans.queries import versions_of
from welfare.statutory_plans.routes.blueprint import bp
from welfare.ui.forms import ActionForm

PLANS = "/communal/<unit_id:unit>/statutory-plans"
KIND = '<any("provider-plan", "school-section", "protection-plan", "children-plan", "regional-plan"):kind>'
VERSION = f"{PLANS}/versions/<plan_version_id:version>"


@bp.get(PLANS, needs=Permission.COMMUNITY_READ)
def plans(work: UnitOfWork, unit: Organisation) -> str:
    """What the acts ask of this unit, and how each plan stands."""
    page = PlansPage.of(work, unit)
    return render_template("statutory_plans/plans.html", page=page, action=ActionForm(formdata=None))


@bp.post(f"{PLANS}/{KIND}/begin", needs=Permission.COMMUNITY_WRITE)
def begin_plan_version(work: UnitOfWork, unit: Organisation, kind: str) -> ResponseReturnValue:
    """Begin the next version."""
    if PlanKind(kind) not in kinds_of(unit):
        abort(404)
    if not ActionForm().validate_on_submit():
        return redirect(url_for("statutory_plans.plans", unit=unit.id), 303)
    try:
        version = begin_version(work, unit, PlanKind(kind))
    except DraftOpenError:
        flash(_("Somebody has begun the next version already. Go on with it."), "soon")
        version = versions_of(work.session, unit.id, PlanKind(kind))[0]
    return redirect(url_for("statutory_plans.version", unit=unit.id, version=version.id), 303)


@bp.get(VERSION, needs=Permission.COMMUNITY_READ)
def version(work: UnitOfWork, unit: Organisation, version: StatutoryVersion) -> str:
    """One version, heading by heading."""
    page = VersionPage.of(work, unit, version)
    return render_template("statutory_plans/version.html", page=page, action=ActionForm(formdata=None))


@bp.get(f"{VERSION}/changes", needs=Permission.COMMUNITY_READ)
def changes(work: UnitOfWork, unit: Organisation, version: StatutoryVersion) -> str:
    """What is otherwise than in the version before."""
    page = ChangesPage.of(work, unit, version)
    if page is None:
        abort(404)
    return render_template("statutory_plans/changes.html", page=page)


@bp.get(f"{VERSION}/<any(fi, sv):language>/plan.pdf", needs=Permission.COMMUNITY_READ)
def paper(work: UnitOfWork, unit: Organisation, version: StatutoryVersion, language: str) -> Response:
    """The file of a version, in the national language asked for."""
    work.note(keeper_of(unit), Register.COMMUNAL, ("statutory_version", version.id), view="print")
    return pdf_answer(plan_paper(work, unit, version, language))
