"""One's plans: those of one's own matters, or one's own."""

from flask import render_template

from welfare.audit.unit_of_work import UnitOfWork
from welfare.plans.pages.lists import PlansPage
from welfare.plans.routes.blueprint import bp
from welfare.rules.permissions import Permission
from welfare.ui.layouts import layout_for


@bp.get("/plans", needs=Permission.PLAN_LIST)
def mine(work: UnitOfWork) -> str:
    """The list."""
    return render_template("plans/mine.html", page=PlansPage.of(work), layout=layout_for(work.actor))
