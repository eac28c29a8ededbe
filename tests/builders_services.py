"""Clients of the three services, put into a real database by the room's own deeds."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.builders import Someone, Village
from tests.builders_cases import leaves_employment
from tests.builders_journal import acting
from welfare.access.needs import Loader, Reading
from welfare.audit.event import Origin
from welfare.audit.unit_of_work import Grant, UnitOfWork
from welfare.people.models import Person
from welfare.people.queries import load_student
from welfare.rules.actors import Facts, Role
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register
from welfare.rules.requests import SenderKind
from welfare.rules.service_records import NoteKind, ServiceDesk
from welfare.rules.service_workers import Days
from welfare.rules.talks import TalkWay
from welfare.service_notes.actions import (
    ArrangeCover,
    BeginClient,
    NewNote,
    OfferClient,
    PlanAppointment,
    arrange_cover,
    begin_client,
    offer_client,
    plan_appointment,
    write_note,
)
from welfare.service_notes.models import ClientFile
from welfare.service_notes.queries import load_client

STARTED = date(2026, 11, 16)


@dataclass(frozen=True)
class Services:
    """One pupil and the professionals of the three services at the school."""

    village: Village
    aada: Someone
    saara: Someone
    kirsi: Someone
    pasi: Someone
    mirja: Someone
    aulis: Someone

    @classmethod
    def of(cls, village: Village) -> "Services":
        """Aada of 8B, curators Saara and Kirsi, psychologist Pasi, nurse Mirja and doctor Aulis."""
        return cls(
            village,
            village.student("Aada Metsäpelto", village.a_class()),
            village.staff(Role.CURATOR, "Saara Lehtovirta"),
            village.staff(Role.CURATOR, "Kirsi Kollega"),
            village.staff(Role.PSYCHOLOGIST, "Pasi Psykologi"),
            village.staff(Role.NURSE, "Mirja Kanervala"),
            village.staff(Role.DOCTOR, "Aulis Holmström"),
        )

    @property
    def workers(self) -> tuple[Someone, ...]:
        """Everybody who keeps a register here."""
        return (self.saara, self.kirsi, self.pasi, self.mirja, self.aulis)


@contextmanager
def serving(
    village: Village, who: Someone, permission: Permission, load: Loader | None = None, thing_id: UUID | None = None
) -> Iterator[tuple[UnitOfWork, Any]]:
    """A writing unit of work of somebody, with the facts the gate would have about a thing."""
    ledger = village.ledger
    with ledger.transaction(writes=True) as transaction:
        now = ledger.clock()
        actor = acting(transaction.session, who, now.date())
        loaded = load(Reading(transaction.session, actor, now, {}), thing_id) if load and thing_id else None
        grant = Grant(permission.value, loaded.facts if loaded else Facts(on=now.date()), ("test",), Origin(way="test"))
        with ledger.work(transaction, actor, grant) as work:
            yield work, loaded.thing if loaded else None


def desk(village: Village, register: Register = Register.SOCIAL) -> ServiceDesk:
    """One of the county's registers."""
    return ServiceDesk(register, village.county_id)


def a_client(
    village: Village, student: Someone, worker: Someone, register: Register = Register.SOCIAL, grounds: str = "Aamut."
) -> UUID:
    """A pupil taken as a client of a service."""
    with serving(village, worker, Permission.CLIENT_BEGIN_FOR, load_student, student.person_id) as (work, person):
        given, _, family = student.name.partition(" ")
        assert isinstance(person, Person)
        name = {"given_name": given, "family_name": family, "birth_date": "2012-05-05"}
        command = BeginClient(started_on=STARTED, initiator=SenderKind.STAFF, grounds=grounds)
        return begin_client(work, person, desk(village, register), name, command).id


@contextmanager
def with_client(
    village: Village, who: Someone, file_id: UUID, permission: Permission = Permission.SERVICE_NOTE_WRITE
) -> Iterator[tuple[UnitOfWork, ClientFile]]:
    """A unit of work of somebody about a client."""
    with serving(village, who, permission, load_client, file_id) as (work, file):
        assert isinstance(file, ClientFile)
        yield work, file


def a_note(
    village: Village, who: Someone, file_id: UUID, text: str = "Sovittiin aamuista.", kind: NoteKind = NoteKind.NOTE
) -> UUID:
    """A note of a client, with its text where its kind has one; a plan has it in every part."""
    if kind is NoteKind.PLAN:
        parts = ("student_view", "need", "goals", "measures", "doers", "follow_up")
        return _kept(village, who, file_id, kind, dict.fromkeys(parts, text))
    name = {NoteKind.ENDED: "grounds", NoteKind.STARTED: "grounds"}.get(kind, "information")
    document = {name: text} | ({"initiator": SenderKind.STAFF.value} if kind is NoteKind.STARTED else {})
    return _kept(village, who, file_id, kind, document)


def _kept(village: Village, who: Someone, file_id: UUID, kind: NoteKind, document: dict[str, str]) -> UUID:
    with with_client(village, who, file_id) as (work, file):
        return write_note(work, file, NewNote(kind=kind, occurred_on=work.facts.on, document=document)).id


def an_appointment(village: Village, who: Someone, file_id: UUID, at: datetime, place: str = "Huone 114") -> UUID:
    """A time agreed with a client."""
    with with_client(village, who, file_id, Permission.APPOINTMENT_KEEP) as (work, file):
        command = PlanAppointment(starts_at=at, minutes=45, way=TalkWay.IN_PERSON, place=place)
        return plan_appointment(work, file, command).id


def an_offer(village: Village, who: Someone, file_id: UUID, to: Someone, reason: str = "Vaihdan koulua.") -> UUID:
    """A client offered to a colleague."""
    with with_client(village, who, file_id, Permission.CLIENT_HAND_OVER) as (work, file):
        return offer_client(work, file, OfferClient(to_account_id=to.account_id, reason=reason)).id


def a_cover(
    village: Village, who: Someone, by: Someone, first: date, last: date, register: Register = Register.SOCIAL
) -> UUID:
    """A colleague who stands in for somebody."""
    with serving(village, who, Permission.COVER_ARRANGE) as (work, _):
        command = ArrangeCover(cover_account_id=by.account_id, days=Days(first, last), note="Avain kansliassa.")
        return arrange_cover(work, desk(village, register), command).id


def a_vacant_client(village: Village, student: Someone, register: Register = Register.PSYCHOLOGY) -> UUID:
    """A client of somebody who left the service yesterday."""
    role = {Register.PSYCHOLOGY: Role.PSYCHOLOGIST, Register.SOCIAL: Role.CURATOR, Register.HEALTH: Role.NURSE}[
        register
    ]
    left = village.staff(role, "Lea Lähtenyt")
    file_id = a_client(village, student, left, register)
    leaves_employment(village, left, village.ledger.clock().date())
    return file_id


def a_served_pupil(
    village: Village, student: Someone, worker: Someone, cover: Someone, receiver: Someone
) -> dict[str, UUID]:
    """A client with an example of everything, covered by a colleague today and offered to another."""
    client_id, now = a_client(village, student, worker), village.ledger.clock()
    return {
        "client_id": client_id,
        "note_id": a_note(village, worker, client_id),
        "plan_note_id": a_note(village, worker, client_id, kind=NoteKind.PLAN),
        "appointment_id": an_appointment(village, worker, client_id, now + timedelta(hours=2)),
        "hand_over_id": an_offer(village, worker, client_id, receiver),
        "cover_id": a_cover(village, worker, cover, now.date(), now.date()),
    }
