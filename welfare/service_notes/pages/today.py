"""What a worker's day holds of the services' own records: today's times, and clients that colleagues offer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.requests.words import WAYS
from welfare.rules.service_records import ServiceDesk
from welfare.service_notes.models import ClientFile
from welfare.service_notes.pages.head import client_name, staff_names
from welfare.service_notes.queries.parts import times_on
from welfare.service_notes.queries.seen import offers_to


@dataclass(frozen=True, slots=True)
class ClientTime:
    """An appointment of today."""

    file_id: UUID
    at: datetime
    name: str
    way: str


@dataclass(frozen=True, slots=True)
class OfferedClient:
    """A client that a colleague offers, by name; the record opens with the acceptance."""

    id: UUID
    name: str
    by: str
    at: datetime


def times_of_day(work: UnitOfWork) -> list[ClientTime]:
    """The appointments of today with the clients the reader sees, in the order of the clock."""
    midnight = datetime.combine(work.facts.on, datetime.min.time(), HOME_ZONE)
    rows = times_on(work.session, work.actor, work.facts.on, midnight, midnight + timedelta(days=1))
    work.prefetch(file for _appointment, file in rows)
    return [
        ClientTime(file.id, appointment.starts_at, client_name(work, file).full, str(WAYS[appointment.way]))
        for appointment, file in rows
    ]


def own_offers(work: UnitOfWork, desk: ServiceDesk | None = None) -> Sequence[OfferedClient]:
    """The clients that are offered to the reader, in one register or in all."""
    offers = [
        each
        for each in offers_to(work.session, work.actor)
        if desk in {None, ServiceDesk(each.register, each.controller_id)}
    ]
    files = {each.id: work.session.get_one(ClientFile, each.file_id) for each in offers}
    work.prefetch(files.values())
    names = staff_names(work, (each.from_person_id for each in offers))
    return [
        OfferedClient(each.id, client_name(work, files[each.id]).full, names[each.from_person_id], each.offered_at)
        for each in offers
    ]
