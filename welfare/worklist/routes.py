"""The landing page and the search."""

from flask import render_template

from welfare.access.blueprint import GuardedBlueprint
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.permissions import Permission

bp = GuardedBlueprint("worklist", __name__)


@bp.get("/", needs=Permission.WORKLIST_SEE)
def show(work: UnitOfWork) -> str:
    """What is due, for whom."""
    del work
    return render_template("worklist/show.html")
