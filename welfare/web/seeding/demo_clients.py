"""Clients of the demonstration: curator, psychologist and nurse each keep their own record of the same pupil."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from welfare.rules.requests import SenderKind
from welfare.rules.service_records import NoteKind
from welfare.rules.service_workers import Days
from welfare.rules.talks import TalkWay
from welfare.service_notes.actions import ArrangeCover, PlanAppointment
from welfare.web.seeding import client_texts as texts
from welfare.web.seeding import service_scenes
from welfare.web.seeding.demo_matters import Matter
from welfare.web.seeding.director import Thread
from welfare.web.seeding.troupe import Troupe

MILJA, HELMI, VILJAMI, SAMULI, AMANDA = "p000916", "p000220", "p000487", "p000877", "p000747"


def clients(troupe: Troupe, helmis: Matter) -> Iterator[Thread]:
    """Everybody's clients, a cover for the nurse's coming days off, and what Helmi's group is told of one record."""
    yield _curators_milja(troupe)
    yield _curators_helmi(troupe, helmis)
    yield _offered(troupe)
    yield _ended(troupe)
    yield _psychologists(troupe)
    yield _nurses(troupe)
    yield _covered(troupe)


@dataclass
class Served:
    """One client of one of the cast."""

    troupe: Troupe
    worker: str
    pupil: str
    file_id: UUID = field(init=False)

    def begin(self, initiator: SenderKind, grounds: str) -> None:
        """The worker takes the pupil as a client."""
        pupil = self.troupe.pupils[self.pupil]
        self.file_id = service_scenes.begin(self.troupe.stage, self.account, pupil.id, initiator, grounds)

    def write(self, kind: NoteKind, **document: object) -> UUID:
        """The worker writes a note."""
        return service_scenes.write(self.troupe.stage, self.account, self.file_id, kind, dict(document))

    def appoint(self, distance: int, clock: str, place: str, about: str = "") -> None:
        """The worker agrees on a time."""
        at = self.troupe.at(distance, clock)
        command = PlanAppointment(starts_at=at, minutes=45, way=TalkWay.IN_PERSON, place=place, about=about)
        service_scenes.appoint(self.troupe.stage, self.account, self.file_id, command)

    @property
    def account(self) -> UUID:
        """The worker's account."""
        return self.troupe.players[self.worker].id


def _curators_milja(troupe: Troupe) -> Thread:
    served = Served(troupe, "elli", MILJA)
    yield troupe.at(-16, "13.30")
    served.begin(SenderKind.STUDENT, texts.MILJA_BEGINS)
    yield troupe.at(-15, "10.15")
    served.write(NoteKind.CONTACT, way="in_person", with_whom=["student"], information=texts.MILJA_TALK)
    yield troupe.at(-13, "9.05")
    wrong = served.write(NoteKind.NOTE, information=texts.MILJA_WRONG)
    yield troupe.at(-13, "9.40")
    mended = {"reason": texts.MILJA_REASON, "corrected": {"information": texts.MILJA_RIGHT}}
    service_scenes.correct(troupe.stage, served.account, served.file_id, wrong, mended)
    yield troupe.at(-9, "14.10")
    served.write(NoteKind.NEED, **texts.MILJA_NEED)
    yield troupe.at(-8, "11.20")
    served.write(NoteKind.PLAN, **texts.MILJA_PLAN)
    yield troupe.at(-3, "12.40")
    served.write(NoteKind.CONTACT, way="phone", with_whom=["guardian"], information=texts.MILJA_CALL)
    served.appoint(0, "10.15", "Kuraattorin huone", texts.MILJA_NEXT)
    served.appoint(5, "10.15", "Kuraattorin huone")


def _curators_helmi(troupe: Troupe, matter: Matter) -> Thread:
    served = Served(troupe, "elli", HELMI)
    yield troupe.at(-26, "10.00")
    served.begin(SenderKind.STAFF, texts.HELMI_BEGINS)
    yield troupe.at(-20, "9.50")
    note_id = served.write(NoteKind.CONTACT, way="in_person", with_whom=["student"], information=texts.HELMI_TALK)
    served.appoint(2, "9.15", "Kuraattorin huone")
    yield troupe.at(-2, "13.10")
    told = service_scenes.Told(served.file_id, note_id, texts.HELMI_SENTENCE, texts.HELMI_TOLD)
    service_scenes.tell_group(troupe.stage, served.account, matter.case_id, told)


def _offered(troupe: Troupe) -> Thread:
    served = Served(troupe, "linnea", VILJAMI)
    yield troupe.at(-12, "8.45")
    served.begin(SenderKind.GUARDIAN, texts.VILJAMI_BEGINS)
    yield troupe.at(-2, "15.20")
    to = troupe.players["elli"].id
    service_scenes.offer(troupe.stage, served.account, served.file_id, to, texts.VILJAMI_OFFER)


def _ended(troupe: Troupe) -> Thread:
    served = Served(troupe, "elli", AMANDA)
    yield troupe.at(-33, "9.20")
    served.begin(SenderKind.STUDENT, texts.AMANDA_BEGINS)
    yield troupe.at(-13, "15.30")
    served.write(NoteKind.ENDED, grounds=texts.AMANDA_ENDS)


def _psychologists(troupe: Troupe) -> Thread:
    served, other = Served(troupe, "linda", MILJA), Served(troupe, "linda", SAMULI)
    yield troupe.at(-11, "9.00")
    served.begin(SenderKind.STUDENT, texts.PSYCHOLOGIST_BEGINS)
    other.begin(SenderKind.GUARDIAN, texts.SAMULI_BEGINS)
    yield troupe.at(-10, "10.30")
    served.write(NoteKind.CONTACT, way="in_person", with_whom=["student"], information=texts.PSYCHOLOGIST_TALK)
    other.write(NoteKind.PLAN, **texts.SAMULI_PLAN)
    served.appoint(0, "11.00", "Psykologin huone")


def _nurses(troupe: Troupe) -> Thread:
    served = Served(troupe, "maria", MILJA)
    yield troupe.at(-14, "11.50")
    served.begin(SenderKind.STUDENT, texts.NURSE_BEGINS)
    yield troupe.at(-7, "12.15")
    served.write(NoteKind.CONTACT, way="in_person", with_whom=["student"], information=texts.NURSE_TALK)
    served.appoint(0, "12.30", "Terveydenhoitajan vastaanotto")


def _covered(troupe: Troupe) -> Thread:
    yield troupe.at(-4, "14.55")
    days = Days(troupe.diary.day(3), troupe.diary.day(6))
    command = ArrangeCover(cover_account_id=troupe.players["aulis"].id, days=days, note=texts.COVER_NOTE)
    service_scenes.cover(troupe.stage, troupe.players["maria"].id, command)
