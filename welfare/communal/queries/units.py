"""Finding the units whose communal work is an actor's own."""

from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.actors import Actor
from welfare.rules.communal_grants import COMMUNITY_STAFF

ORDER = (OrganisationKind.SCHOOL, OrganisationKind.PROVIDER, OrganisationKind.COUNTY)


def units_of(session: Session, actor: Actor) -> Sequence[Organisation]:
    """Every unit that the actor's work reaches: where a post lies, what lies below it and what above; schools first."""
    posts = {post.organisation_id for post in actor.posts if post.role in COMMUNITY_STAFF}
    if not posts:
        return []
    own = session.scalars(select(Organisation).where(Organisation.id.in_(posts))).all()
    above = {id for each in own for id in (each.provider_id, each.county_id) if id is not None}
    reached = or_(
        Organisation.id.in_(posts | above), Organisation.provider_id.in_(posts), Organisation.county_id.in_(posts)
    )
    found = session.scalars(select(Organisation).where(reached, Organisation.ended_on.is_(None))).all()
    return sorted(found, key=lambda unit: (ORDER.index(unit.kind), unit.name_fi, str(unit.id)))
