"""Keys, partners and arrivals of one provider."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.disclosures.models import TransferArrival, TransferKeys, TransferPartner
from welfare.organisations.loaders import load_provider
from welfare.organisations.models import Organisation


def load_partner(reading: Reading, partner_id: UUID) -> Loaded | None:
    """Loader of ``<partner_id:partner>`` within a provider."""
    provider, row = reading.loaded.get("provider"), reading.session.get(TransferPartner, partner_id)
    if not isinstance(provider, Organisation) or row is None or row.controller_id != provider.id:
        return None
    found = load_provider(reading, provider.id)
    return None if found is None or row.removed_at is not None else Loaded(row, found.facts)


def keys_of(session: Session, provider_id: UUID) -> TransferKeys | None:
    """The keys of a provider, still sealed."""
    return session.scalars(select(TransferKeys).where(TransferKeys.controller_id == provider_id)).one_or_none()


def partners_of(session: Session, provider_id: UUID) -> Sequence[TransferPartner]:
    """Those whom a provider knows, by name."""
    own = (TransferPartner.controller_id == provider_id, TransferPartner.removed_at.is_(None))
    return session.scalars(select(TransferPartner).where(*own).order_by(TransferPartner.name, TransferPartner.id)).all()


def partner_by(session: Session, provider_id: UUID, fingerprint: str) -> TransferPartner | None:
    """The partner of a fingerprint."""
    return next((row for row in partners_of(session, provider_id) if row.fingerprint == fingerprint), None)


def arrival_of(session: Session, provider_id: UUID, number: str) -> TransferArrival | None:
    """The arrival of a parcel at a provider."""
    own = (TransferArrival.controller_id == provider_id, TransferArrival.number == number)
    return session.scalars(select(TransferArrival).where(*own)).one_or_none()
