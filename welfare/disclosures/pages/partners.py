"""A provider's card and those of the providers it knows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.disclosures.card_text import card_text, in_groups
from welfare.disclosures.queries.parcels import keys_of, partners_of
from welfare.organisations.models import Organisation
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """One provider that is known."""

    id: UUID
    name: str
    fingerprint: str
    added_at: datetime


@dataclass(frozen=True, slots=True)
class PartnersPage:
    """Everything about packages of one provider; nothing of it is secret."""

    provider_id: UUID
    name: str
    card: str
    fingerprint: str
    partners: Sequence[PartnerLine]

    @classmethod
    def of(cls, work: UnitOfWork, provider: Organisation) -> "PartnersPage":
        """The public halves alone: no key is opened."""
        keys = keys_of(work.session, provider.id)
        name = provider.name(current_locale())
        return cls(
            provider_id=provider.id,
            name=name,
            card=card_text(name, keys.card) if keys else "",
            fingerprint=in_groups(keys.card.fingerprint) if keys else "",
            partners=[
                PartnerLine(row.id, row.name, in_groups(row.fingerprint), row.added_at)
                for row in partners_of(work.session, provider.id)
            ],
        )
