"""Reading a plan: the version that stands, an earlier one, and what changed between two."""

from flask import render_template, request

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.pages.matter import MatterHead
from welfare.plans.models import Plan, PlanVersion
from welfare.plans.pages.changes import ChangesPage
from welfare.plans.pages.reading import PlanPage
from welfare.plans.queries import plan_of, version_numbered
from welfare.plans.routes.blueprint import PLAN, bp
from welfare.rules.permissions import Permission, decide

VERSION = f"{PLAN}/versions/<version_id:version>"


@bp.get(PLAN, needs=Permission.PLAN_READ)
def show(work: UnitOfWork, case: Case) -> str:
    """The plan as it stands, or that there is none yet."""
    plan = plan_of(work.session, case.id)
    if plan is None:
        may_write = decide(work.actor, Permission.PLAN_WRITE, work.facts).is_granted
        return render_template("plans/none.html", matter=MatterHead.of(work, case), may_write=may_write)
    return render_template("plans/show.html", page=PlanPage.of(work, case, plan))


@bp.get(VERSION, needs=Permission.PLAN_READ)
def version(work: UnitOfWork, case: Case, version: PlanVersion) -> str:
    """A version as it was agreed on."""
    plan = work.session.get_one(Plan, version.plan_id)
    return render_template("plans/show.html", page=PlanPage.of(work, case, plan, version))


@bp.get(f"{VERSION}/changes", needs=Permission.PLAN_READ)
def changes(work: UnitOfWork, case: Case, version: PlanVersion) -> str:
    """What changed in a version since the one before, or since the one that is asked for."""
    asked = request.args.get("since", "")
    since = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < len("1000") else version.number - 1
    if not 0 < since < version.number:
        refuse(work, work.facts)
    earlier = version_numbered(work.session, version.plan_id, since)
    return render_template("plans/changes.html", page=ChangesPage.between(work, case, earlier, version))
