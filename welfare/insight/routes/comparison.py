"""Schools beside each other."""

from flask import render_template

from welfare.audit.unit_of_work import UnitOfWork
from welfare.insight.pages import ComparisonPage
from welfare.insight.routes.blueprint import bp
from welfare.rules.permissions import Permission


@bp.get("/communal/comparison", needs=Permission.COMPARISON_SEE)
def comparison(work: UnitOfWork) -> str:
    """Duties of every school the reader answers for."""
    return render_template("insight/comparison.html", page=ComparisonPage.of(work))
