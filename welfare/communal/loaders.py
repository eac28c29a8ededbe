"""How an actor stands to the unit whose communal work is asked for."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.communal.models import GroupSeat, WelfareGroup
from welfare.communal.queries.terms import holds_seat, is_in_office
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.actors import Actor, CommunityTie, Facts, Role
from welfare.rules.communal_grants import COMMUNITY_STAFF
from welfare.rules.welfare_groups import Duty


def load_unit(reading: Reading, unit_id: UUID) -> Loaded | None:
    """Loader of ``<unit_id:unit>``: a school, a provider or a county that has not ended."""
    unit = reading.session.get(Organisation, unit_id)
    if unit is None or unit.ended_on is not None:
        return None
    return Loaded(unit, unit_facts(reading, unit))


def unit_facts(reading: Reading, unit: Organisation) -> Facts:
    """What the rules look at when communal work of this unit is asked for."""
    on = reading.now.astimezone(HOME_ZONE).date()
    duties = _duties_in(reading, unit, on)
    return Facts(
        on=on,
        subject_ids=(("unit", unit.id),),
        controller_id=keeper_of(unit),
        community=CommunityTie(
            works_there=_works_there(reading, unit),
            leads_it=leads(reading.actor, unit),
            is_in_its_group=bool(duties),
            chairs_its_group=Duty.CHAIR in duties,
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


def _duties_in(reading: Reading, unit: Organisation, on: date) -> frozenset[Duty]:
    """What the actor does today in the groups of the unit; nothing without a seat."""
    if reading.actor.person_id is None:
        return frozenset()
    statement = (
        select(GroupSeat.duty)
        .join(WelfareGroup, WelfareGroup.id == GroupSeat.group_id)
        .where(
            WelfareGroup.unit_id == unit.id,
            GroupSeat.person_id == reading.actor.person_id,
            is_in_office(on),
            holds_seat(on),
        )
    )
    return frozenset(reading.session.scalars(statement))


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
