"""Templates of plans put straight into the database."""

from uuid import UUID, uuid4

from tests.builders import Someone, Village
from welfare.plan_templates.models import PlanTemplate, PlanTemplateVersion
from welfare.rules.arrangements import CatalogueState

NEED_FI, NEED_SV = "Mikä aamuissa on vaikeaa?\nMikä jo auttaa?", "Vad är svårt på morgnarna?\nVad hjälper redan?"
GOAL_FI = "Tulen kouluun sovittuina aamuina\nen yhtenäkään\nyhtenä\nkolmena\nneljänä\nviitenä\nAamuvastaanotto"
GOAL_SV = "Jag kommer till skolan avtalade morgnar\ningen\nen\ntre\nfyra\nfem\nMottagning på morgonen"
CONTENT = {
    "parts": {"need": [NEED_FI, NEED_SV], "rhythm": ["Kahden viikon välein", "Varannan vecka"]},
    "goals": [[GOAL_FI, GOAL_SV]],
}


def a_template(village: Village, keeper: Someone, name: str = "Kouluun tuleminen", *, is_offered: bool = True) -> UUID:
    """One template of the village's provider, in its first version."""
    template_id = uuid4()
    with village.work() as work:
        state = CatalogueState.ACTIVE if is_offered else CatalogueState.ENDED
        work.session.add(PlanTemplate(id=template_id, controller_id=village.provider_id, state=state, newest=1))
        work.session.flush()
        work.session.add(
            PlanTemplateVersion(
                template_id=template_id,
                number=1,
                name_fi=name,
                name_sv=f"{name} sv",
                content=CONTENT,
                saved_at=work.now,
                saved_by=keeper.account_id,
            )
        )
    return template_id
