"""Finding one client file, note, appointment or offer, and how the actor stands to it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.rules.actors import Actor, Facts
from welfare.rules.service_grants import ENDED, LIVE
from welfare.rules.service_records import ROLES_OF
from welfare.service_notes.models import Appointment, ClientFile, HandOver, OfClient, ServiceNote
from welfare.service_notes.queries.notes import is_plan
from welfare.service_notes.queries.seen import is_covered_by


def load_client(reading: Reading, file_id: UUID) -> Loaded | None:
    """Loader of ``<client_id:client>``."""
    file = reading.session.get(ClientFile, file_id)
    return None if file is None else Loaded(file, facts_of(reading.session, file, reading.actor, _today(reading)))


def load_note(reading: Reading, note_id: UUID) -> Loaded | None:
    """Loader of ``<note_id:note>`` within a client; None for a note of another."""
    return _load_part(reading, reading.session.get(ServiceNote, note_id), "service_note")


def load_plan(reading: Reading, note_id: UUID) -> Loaded | None:
    """Loader of ``<plan_note_id:note>`` within a client: a plan or the correction of one; None for any other note."""
    note = reading.session.get(ServiceNote, note_id)
    return _load_part(reading, note if note and is_plan(reading.session, note) else None, "service_note")


def load_appointment(reading: Reading, appointment_id: UUID) -> Loaded | None:
    """Loader of ``<appointment_id:appointment>`` within a client; None for one of another."""
    return _load_part(reading, reading.session.get(Appointment, appointment_id), "appointment")


def load_offer(reading: Reading, offer_id: UUID) -> Loaded | None:
    """Loader of ``<hand_over_id:offer>``: an offered client is known to its receiver until it is answered."""
    offer = reading.session.get(HandOver, offer_id)
    if offer is None:
        return None
    file = reading.session.get_one(ClientFile, offer.file_id)
    facts = facts_of(reading.session, file, reading.actor, _today(reading))
    return Loaded(offer, replace(facts, recipient_account_id=offer.to_account_id if offer.answer is None else None))


def facts_of(session: Session, file: ClientFile, actor: Actor, on: date) -> Facts:
    """What the rules ask about a client: its register, its worker and today's cover, never a school or a group."""
    covered = select(ClientFile.id).where(ClientFile.id == file.id, is_covered_by(actor, on))
    return Facts(
        on=on,
        subject_ids=file.about(),
        register=file.register,
        controller_id=file.controller_id,
        student_id=file.student_id,
        service_roles=ROLES_OF[file.register],
        state=LIVE if file.is_live else ENDED,
        worker_account_id=file.worker_account_id,
        covers_the_worker=actor.account_id is not None and session.scalar(covered) is not None,
    )


def _load_part(reading: Reading, part: OfClient | None, kind: str) -> Loaded | None:
    file = reading.loaded.get("client")
    if not isinstance(file, ClientFile) or part is None or part.file_id != file.id:
        return None
    facts = facts_of(reading.session, file, reading.actor, _today(reading))
    return Loaded(part, replace(facts, subject_ids=(*facts.subject_ids, (kind, part.id))))


def _today(reading: Reading) -> date:
    return reading.now.astimezone(HOME_ZONE).date()
