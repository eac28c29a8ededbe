"""Communal work as tests begin with it."""

from uuid import UUID, uuid4

from tests.builders import Someone, Village
from welfare.insight.models import CommunityReview
from welfare.rules.actors import Role
from welfare.rules.terms import term_of


def a_review(village: Village, principal: Someone) -> UUID:
    """The school's communal work, signed this term."""
    review_id = uuid4()
    with village.work() as work:
        work.session.add(
            CommunityReview(
                id=review_id,
                unit_id=village.school_id,
                controller_id=village.provider_id,
                term_starts_on=term_of(work.facts.on).starts_on,
                comment="Tarkastus on sovittu.",
                language="fi",
                document="[]",
                signed_at=work.now,
                signed_by=principal.account_id,
                signed_as=Role.PRINCIPAL.value,
            )
        )
    return review_id
