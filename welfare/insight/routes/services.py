"""How students reach the services, by term."""

from flask import current_app, render_template

from welfare.audit.unit_of_work import UnitOfWork
from welfare.insight.pages import ServicesPage
from welfare.insight.routes.blueprint import bp
from welfare.organisations.models import Organisation
from welfare.rules.permissions import Permission


@bp.get("/communal/<unit_id:unit>/services", needs=Permission.COMMUNITY_READ)
def services(work: UnitOfWork, unit: Organisation) -> str:
    """Everything that may be told of the unit."""
    floor = current_app.extensions["settings"].small_number_floor
    return render_template("insight/services.html", page=ServicesPage.of(work, unit, floor))
