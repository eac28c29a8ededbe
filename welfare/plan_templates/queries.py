"""The catalogue of templates."""

from uuid import UUID

from sqlalchemy.orm import Session

from welfare.catalogues.catalogue import Catalogue
from welfare.plan_templates.models import PlanTemplate, PlanTemplateVersion

CATALOGUE = Catalogue(PlanTemplate, PlanTemplateVersion, PlanTemplateVersion.template_id, "template")


def offered_template(session: Session, provider_id: UUID, template_id: str) -> PlanTemplateVersion | None:
    """The newest version of a template that the provider offers, by what a form sent."""
    found = (version for item, version in CATALOGUE.offered(session, provider_id) if str(item.id) == template_id)
    return next(found, None)
