"""The programmes of a unit, one of them, and hobbies on equal terms."""

from flask import abort, render_template

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.programmes.models import Programme
from welfare.programmes.pages import HobbiesPage, OverviewPage
from welfare.programmes.routes.blueprint import ALL, ONE, bp
from welfare.programmes.routes.drawing import draw_programme
from welfare.rules.permissions import Permission
from welfare.rules.unit_types import has_pupils


@bp.get(ALL, needs=Permission.COMMUNITY_READ)
def overview(work: UnitOfWork, unit: Organisation) -> str:
    """A school year: what runs, what is missing, three years of what was counted."""
    return render_template("programmes/overview.html", page=OverviewPage.of(work, unit))


@bp.get(ONE, needs=Permission.COMMUNITY_READ)
def show(work: UnitOfWork, unit: Organisation, programme: Programme) -> str:
    """One programme."""
    return draw_programme(work, unit, programme)


@bp.get("/communal/<unit_id:unit>/hobbies", needs=Permission.COMMUNITY_READ)
def hobbies(work: UnitOfWork, unit: Organisation) -> str:
    """Clubs side by side, and who finds none: of pupils alone."""
    if not has_pupils(unit.unit_type):
        abort(404)
    return render_template("programmes/hobbies.html", page=HobbiesPage.of(work, unit))
