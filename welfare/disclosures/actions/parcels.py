"""Keys and partners of a provider, and taking in what another provider has sent (OHL 23 § 3; rule 26)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import account_at, place_of
from welfare.cases.models import Case
from welfare.crypto.parcels import Card, Keys
from welfare.disclosures.models import TransferArrival, TransferKeys, TransferPartner
from welfare.disclosures.queries.parcels import arrival_of, keys_of, partner_by
from welfare.journal.actions import NewEntry, write_entry
from welfare.rules.registers import Register


class KeysExistError(ValueError):
    """The provider has keys already: parcels sealed for them could not be opened with others."""


class KnownPartnerError(ValueError):
    """The card belongs to a partner that is known already, or to the provider itself."""


class AlreadyOpenedError(ValueError):
    """The parcel has been opened here before."""

    def __init__(self, at: datetime) -> None:
        super().__init__(at.isoformat())
        self.at = at


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveParcel:
    """A parcel that has been opened: ``entry`` is what goes into the journal of the receiving matter."""

    number: str
    partner_id: UUID
    entry: NewEntry


def make_keys(work: UnitOfWork, provider_id: UUID) -> TransferKeys:
    """Make the keys of a provider, once. Raises KeysExistError."""
    if keys_of(work.session, provider_id) is not None:
        raise KeysExistError
    keys = Keys.made()
    row = TransferKeys(
        id=uuid4(),
        controller_id=provider_id,
        box_public=keys.card.box,
        sign_public=keys.card.sign,
        made_at=work.now,
        made_by=account_at(work),
    )
    work.encrypt_document(row, TransferKeys.document, {"box": keys.box.hex(), "sign": keys.sign.hex()})
    work.session.add(row)
    work.session.flush()
    return row


def add_partner(work: UnitOfWork, provider_id: UUID, name: str, card: Card) -> TransferPartner:
    """Know another provider by its card. Raises KnownPartnerError."""
    own = keys_of(work.session, provider_id)
    is_own = own is not None and own.card.fingerprint == card.fingerprint
    if is_own or partner_by(work.session, provider_id, card.fingerprint) is not None:
        raise KnownPartnerError
    row = TransferPartner(
        id=uuid4(),
        controller_id=provider_id,
        name=name,
        fingerprint=card.fingerprint,
        box_public=card.box,
        sign_public=card.sign,
        added_at=work.now,
        added_by=account_at(work),
    )
    work.session.add(row)
    work.session.flush()
    work.note(provider_id, Register.WELFARE, ("organisation", provider_id), partner=card.fingerprint)
    return row


def remove_partner(work: UnitOfWork, row: TransferPartner) -> None:
    """Neither seal for it nor open from it any more."""
    row.removed_at = work.now
    work.note(row.controller_id, Register.WELFARE, ("organisation", row.controller_id), removed=row.fingerprint)


def receive_parcel(work: UnitOfWork, case: Case, command: ReceiveParcel) -> TransferArrival:
    """Put what was sent into the journal of the matter, once. Raises AlreadyOpenedError."""
    before = arrival_of(work.session, case.controller_id, command.number)
    if before is not None:
        raise AlreadyOpenedError(before.arrived_at)
    entry = write_entry(work, case, command.entry)
    row = TransferArrival(
        id=uuid4(),
        **place_of(case),
        number=command.number,
        partner_id=command.partner_id,
        entry_id=entry.id,
        arrived_at=work.now,
        arrived_by=account_at(work),
    )
    work.session.add(row)
    work.session.flush()
    work.note(case.controller_id, Register.WELFARE, ("transfer", row.id), parcel="opened")
    return row
