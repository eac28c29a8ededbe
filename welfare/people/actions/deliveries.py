"""A roster handed over in the browser: kept sealed until it is imported, thrown away, or an hour old."""

from base64 import b64encode
from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import DeliveryState, RosterDelivery, RosterDeliveryPart, RosterPreview

PART_SIZE = 256 * 1024
LONGEST_KEPT = timedelta(hours=1)
UNDER_WAY = frozenset({DeliveryState.READING, DeliveryState.WRITING})
ENDED = frozenset({DeliveryState.DONE, DeliveryState.FAILED})
"""What is over stays on record, without its file."""


class DeliveryGoneError(LookupError):
    """The file has been removed: it was used, thrown away, or an hour old."""


def keep_delivery(work: UnitOfWork, content: bytes, controller_id: UUID) -> RosterDelivery:
    """Keep a file, sealed in parts under a key of its own, for somebody to be told what importing it would do.

    The caller holds the turn, so nobody works on an earlier one, whatever its row says.
    """
    remove_old(work, but=frozenset())
    delivery = RosterDelivery(
        id=uuid4(),
        account_id=work.actor.account_id,
        controller_id=controller_id,
        arrived_at=work.now,
        state=DeliveryState.READING,
        total=len(content),
    )
    work.session.add(delivery)
    work.session.flush()
    for number, start in enumerate(range(0, len(content), PART_SIZE)):
        part = RosterDeliveryPart(delivery_id=delivery.id, controller_id=controller_id, number=number)
        text = b64encode(content[start : start + PART_SIZE]).decode()
        work.encrypt(part, RosterDeliveryPart.content, text)
        work.session.add(part)
        work.session.flush()
        work.session.expunge(part)
    return delivery


def keep_preview(work: UnitOfWork, delivery: RosterDelivery, document: Mapping[str, object], *, is_sound: bool) -> None:
    """Keep what importing would do; a file with errors is of no more use."""
    preview = RosterPreview(delivery_id=delivery.id, controller_id=delivery.controller_id)
    work.encrypt_document(preview, RosterPreview.document, dict(document))
    work.session.add(preview)
    delivery.state = DeliveryState.READY if is_sound else DeliveryState.UNSOUND
    if not is_sound:
        remove_file(work, delivery.id)
    work.session.flush()


def begin_writing(work: UnitOfWork, delivery: RosterDelivery) -> None:
    """Confirm: from now on the import is under way. Raises DeliveryGoneError."""
    if delivery.state is not DeliveryState.READY or work.now - delivery.arrived_at >= LONGEST_KEPT:
        raise DeliveryGoneError
    delivery.state, delivery.done, delivery.total = DeliveryState.WRITING, 0, 0
    work.session.flush()


def finish(work: UnitOfWork, delivery: RosterDelivery, state: DeliveryState, failure: str = "") -> None:
    """Say how it ended, and remove the file and what was told of it."""
    delivery.state, delivery.failure = state, failure
    remove_file(work, delivery.id)
    _remove_preview(work, delivery.id)
    work.session.flush()


def throw_away(work: UnitOfWork, delivery: RosterDelivery) -> None:
    """Remove a delivery without importing it."""
    finish(work, delivery, delivery.state)
    work.session.delete(delivery)
    work.session.flush()


def remove_old(work: UnitOfWork, but: frozenset[DeliveryState] = UNDER_WAY) -> None:
    """Remove files and previews that are an hour old, but those in states that may still be worked on."""
    old = select(RosterDelivery).where(
        RosterDelivery.arrived_at <= work.now - LONGEST_KEPT, RosterDelivery.state.not_in(but)
    )
    found = work.session.scalars(old).all()
    for delivery in found:
        remove_file(work, delivery.id)
        _remove_preview(work, delivery.id)
    work.session.flush()  # parts point at their delivery
    for delivery in found:
        if delivery.state not in ENDED:
            work.session.delete(delivery)
    work.session.flush()


def remove_file(work: UnitOfWork, delivery_id: UUID) -> None:
    """Remove the parts of a file, one by one: each leaves its mark in the trail."""
    parts = select(RosterDeliveryPart).where(RosterDeliveryPart.delivery_id == delivery_id)
    for part in work.session.scalars(parts).all():
        work.session.delete(part)


def _remove_preview(work: UnitOfWork, delivery_id: UUID) -> None:
    for preview in work.session.scalars(select(RosterPreview).where(RosterPreview.delivery_id == delivery_id)).all():
        work.session.delete(preview)
