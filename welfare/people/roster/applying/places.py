"""The organisations that a roster's people belong to, by the sender's ids."""

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.organisations.models import Organisation, OrganisationKind
from welfare.people.roster.content import RosterContent
from welfare.people.roster.memory import Memory
from welfare.people.roster.names import RosterFile
from welfare.people.roster.records import OrgType


@dataclass(frozen=True)
class Places:
    """Every organisation of one sender, as this roster has it or as it is here."""

    ids: dict[str, UUID] = field(default_factory=dict)
    homes: dict[str, UUID] = field(default_factory=dict)
    """Whose directory the people of an organisation stand in: the provider of a school, or the organisation itself."""
    schools: set[str] = field(default_factory=set)
    providers: dict[str, UUID] = field(default_factory=dict)

    def put(self, source_id: str, target_id: UUID, kind: OrganisationKind, provider_id: UUID | None) -> None:
        """Know one organisation."""
        self.ids[source_id] = target_id
        self.homes[source_id] = provider_id or target_id
        if kind is OrganisationKind.SCHOOL:
            self.schools.add(source_id)
        if kind is OrganisationKind.PROVIDER:
            self.providers[source_id] = target_id


KINDS = {
    OrgType.LOCAL: OrganisationKind.COUNTY,
    OrgType.DISTRICT: OrganisationKind.PROVIDER,
    OrgType.SCHOOL: OrganisationKind.SCHOOL,
}


def places_of(session: Session, memory: Memory, content: RosterContent) -> Places:
    """The organisations of this sender; what the roster says of one counts before what is stored."""
    places = Places()
    known = memory.targets[RosterFile.ORGS]
    columns = (Organisation.id, Organisation.kind, Organisation.provider_id)
    stored = {row.id: row for row in session.execute(select(*columns).where(Organisation.id.in_(known.values())))}
    for source_id, target_id in known.items():
        if target_id in stored:
            places.put(source_id, target_id, stored[target_id].kind, stored[target_id].provider_id)
    for row in content.orgs.records.values():
        is_school = row.type is OrgType.SCHOOL
        provider_id = memory.target(RosterFile.ORGS, row.parent_id) if is_school else None
        places.put(row.source_id, memory.target(RosterFile.ORGS, row.source_id), KINDS[row.type], provider_id)
    return places
