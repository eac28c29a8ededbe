"""The organisations that a roster's people belong to."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.organisations.models import Organisation, OrganisationKind


@dataclass(frozen=True)
class Places:
    """Organisations by id."""

    organisations: dict[UUID, Organisation]

    def provider_of(self, organisation_id: UUID) -> UUID:
        """The provider of a school, or the organisation itself."""
        return self.organisations[organisation_id].provider_id or organisation_id

    def is_school(self, organisation_id: UUID) -> bool:
        """Whether it is a school."""
        return self.organisations[organisation_id].kind is OrganisationKind.SCHOOL


def organisations_by_id(session: Session) -> Places:
    """Every organisation of the instance, detached: there are few."""
    rows = session.scalars(select(Organisation)).all()
    for row in rows:
        session.expunge(row)
    return Places({row.id: row for row in rows})
