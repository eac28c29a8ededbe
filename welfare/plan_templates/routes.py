"""The provider's templates of plans: looked at, added, changed, offered no more."""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from welfare.access.blueprint import GuardedBlueprint
from welfare.audit.unit_of_work import UnitOfWork
from welfare.catalogues.desk import CatalogueDesk
from welfare.organisations.models import Organisation
from welfare.plan_templates.forms import NewTemplateForm, TemplateForm, values_of
from welfare.plan_templates.models import PlanTemplate
from welfare.plan_templates.pages import template_facts, templates_page
from welfare.plan_templates.queries import CATALOGUE
from welfare.rules.permissions import Permission

bp = GuardedBlueprint("plan_templates", __name__, subjects={"template_id": CATALOGUE.load})

DESK = CatalogueDesk(
    catalogue=CATALOGUE,
    new_form=NewTemplateForm,
    form=TemplateForm,
    values=values_of,
    facts=template_facts,
    title=_l("Templates of plans"),
    overview="plan_templates.overview",
    add_title=_l("Add a template"),
    added=_l("The template is offered from now on."),
    change_title=_l("Change a template"),
)


@bp.get("/plan-templates", needs=Permission.CATALOGUE_SEE)
def overview(work: UnitOfWork) -> str:
    """The templates of the providers one works for."""
    return render_template("catalogues/overview.html", page=templates_page(work))


@bp.get("/plan-templates/of/<provider_id:provider>/new", needs=Permission.CATALOGUE_KEEP)
def begin_template(work: UnitOfWork, provider: Organisation) -> str:
    """Ask for sections and examples."""
    del work
    return DESK.begin(provider)


@bp.post("/plan-templates/of/<provider_id:provider>/new", needs=Permission.CATALOGUE_KEEP)
def new_template(work: UnitOfWork, provider: Organisation) -> ResponseReturnValue:
    """Offer it."""
    return DESK.add(work, provider)


@bp.get("/plan-templates/<template_id:template>", needs=Permission.CATALOGUE_KEEP)
def begin_change(work: UnitOfWork, template: PlanTemplate) -> str:
    """One template in a form, and how it was before."""
    return DESK.begin_change(work, template)


@bp.post("/plan-templates/<template_id:template>", needs=Permission.CATALOGUE_KEEP)
def change(work: UnitOfWork, template: PlanTemplate) -> ResponseReturnValue:
    """Save it as a new version, or show what somebody else has saved since."""
    return DESK.change(work, template)
