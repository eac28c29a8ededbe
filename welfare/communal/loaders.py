"""How an actor stands to the unit whose communal work is asked for."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.actors import Actor, CommunityTie, Facts, Role
from welfare.rules.communal_grants import COMMUNITY_STAFF


def load_unit(reading: Reading, unit_id: UUID) -> Loaded | None:
    """Loader of ``<unit_id:unit>``: a school, a provider or a county that has not ended."""
    unit = reading.session.get(Organisation, unit_id)
    if unit is None or unit.ended_on is not None:
        return None
    return Loaded(unit, unit_facts(reading, unit))


def unit_facts(reading: Reading, unit: Organisation) -> Facts:
    """What the rules look at when communal work of this unit is asked for."""
    return Facts(
        on=reading.now.astimezone(HOME_ZONE).date(),
        subject_ids=(("unit", unit.id),),
        controller_id=keeper_of(unit),
        community=CommunityTie(
            works_there=_works_there(reading, unit), leads_it=leads(reading.actor, unit), is_in_its_group=False
        ),
    )


def keeper_of(unit: Organisation) -> UUID:
    """The controller of a unit's communal records: the provider, or the county for its own."""
    return unit.provider_id or unit.id


def leads(actor: Actor, unit: Organisation) -> bool:
    """The principal of the school, the coordinator of the provider (of its schools too), or of the county."""
    return any((post.role, post.organisation_id) in _leading(unit) for post in actor.posts)


def leads_as(actor: Actor, unit: Organisation) -> Role:
    """The role by which the actor leads the unit. Raises StopIteration for one who does not."""
    return next(post.role for post in actor.posts if (post.role, post.organisation_id) in _leading(unit))


def _leading(unit: Organisation) -> set[tuple[Role, UUID | None]]:
    principal, provider, county = Role.PRINCIPAL, Role.PROVIDER_COORDINATOR, Role.WELFARE_COORDINATOR
    leading: Mapping[OrganisationKind, set[tuple[Role, UUID | None]]] = {
        OrganisationKind.SCHOOL: {(principal, unit.id), (provider, unit.provider_id)},
        OrganisationKind.PROVIDER: {(provider, unit.id)},
        OrganisationKind.COUNTY: {(county, unit.id)},
    }
    return leading[unit.kind]


def _works_there(reading: Reading, unit: Organisation) -> bool:
    """Whether a post of the actor lies at the unit, above it or below it."""
    posts = {post.organisation_id for post in reading.actor.posts if post.role in COMMUNITY_STAFF}
    if posts & {unit.id, unit.provider_id, unit.county_id}:
        return True
    below = {OrganisationKind.PROVIDER: Organisation.provider_id, OrganisationKind.COUNTY: Organisation.county_id}
    within = below.get(unit.kind)
    if within is None or not posts:
        return False
    statement = select(Organisation.id).where(Organisation.id.in_(posts), within == unit.id).limit(1)
    return reading.session.scalar(statement) is not None
