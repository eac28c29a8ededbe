"""Scenes of a client of one service, each by one actor at one moment, through the service notes room."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from welfare.disclosures.passages import Excerpt
from welfare.journal.actions import NewEntry
from welfare.people.queries import load_student
from welfare.rules.journal import EntryKind
from welfare.rules.permissions import Permission
from welfare.rules.requests import SenderKind
from welfare.rules.service_records import NoteKind, desks_at, desks_of
from welfare.service_disclosures.actions import GROUND, GiveToGroup, give_to_group
from welfare.service_disclosures.queries import load_group
from welfare.service_notes.actions import (
    ArrangeCover,
    BeginClient,
    NewNote,
    OfferClient,
    PlanAppointment,
    arrange_cover,
    begin_client,
    correct_note,
    offer_client,
    plan_appointment,
    write_note,
)
from welfare.service_notes.models import ClientFile
from welfare.service_notes.pages.head import name_to_keep
from welfare.service_notes.queries import load_client, load_note
from welfare.web.seeding.stage import Asked, Stage, UnlawfulSceneError


def begin(stage: Stage, account_id: UUID, student_id: UUID, initiator: SenderKind, grounds: str) -> UUID:
    """A professional takes a pupil as a client; returns the file's id."""
    about = Asked("student", load_student, student_id)
    with stage.scene(account_id, Permission.CLIENT_BEGIN_FOR, about) as (work, student):
        name, desks = name_to_keep(work, student), desks_at(work.actor, work.facts.school_id)
        if name is None or not desks:
            message = "nobody here can take the pupil as a client"
            raise UnlawfulSceneError(message)
        command = BeginClient(started_on=work.facts.on, initiator=initiator, grounds=grounds)
        return begin_client(work, student, desks[0], name, command).id


def write(stage: Stage, account_id: UUID, file_id: UUID, kind: NoteKind, document: dict[str, Any]) -> UUID:
    """The worker writes a note."""
    with stage.scene(account_id, Permission.SERVICE_NOTE_WRITE, _client(file_id)) as (work, file):
        return write_note(work, file, NewNote(kind=kind, occurred_on=work.facts.on, document=document)).id


def correct(stage: Stage, account_id: UUID, file_id: UUID, note_id: UUID, document: dict[str, Any]) -> None:
    """The worker mends a note; ``document`` holds the reason and the whole corrected document."""
    asked = (_client(file_id), Asked("note", load_note, note_id))
    with stage.scene(account_id, Permission.SERVICE_NOTE_CORRECT, *asked) as (work, note):
        new = NewNote(kind=NoteKind.CORRECTION, occurred_on=note.occurred_on, document=document)
        correct_note(work, work.session.get_one(ClientFile, file_id), note, new)


def appoint(stage: Stage, account_id: UUID, file_id: UUID, command: PlanAppointment) -> None:
    """The worker agrees on a time."""
    with stage.scene(account_id, Permission.APPOINTMENT_KEEP, _client(file_id)) as (work, file):
        plan_appointment(work, file, command)


def offer(stage: Stage, account_id: UUID, file_id: UUID, to_account_id: UUID, reason: str) -> None:
    """The worker offers the client to a colleague."""
    with stage.scene(account_id, Permission.CLIENT_HAND_OVER, _client(file_id)) as (work, file):
        offer_client(work, file, OfferClient(to_account_id=to_account_id, reason=reason))


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a note, and the journal's line of its being given."""

    file_id: UUID
    note_id: UUID
    sentence: str
    line: Mapping[str, str]


def tell_group(stage: Stage, account_id: UUID, case_id: UUID, told: Told) -> None:
    """The worker gives the group of a matter one sentence of the record."""
    asked = (_client(told.file_id), Asked("case", load_group, case_id))
    with stage.scene(account_id, Permission.GROUP_TELL, *asked) as (work, case):
        office, on = work.actor.posts[0].role, work.facts.on
        line = {**told.line, "ground": GROUND.value}
        entry = NewEntry(kind=EntryKind.DISCLOSURE, occurred_on=on, office=office, document=line, replaces_draft=False)
        command = GiveToGroup(
            entry=entry,
            excerpts=[Excerpt(EntryKind.NOTE, on, "", is_voice=False, text=told.sentence)],
            note_ids=(told.note_id,),
        )
        give_to_group(work, case, work.session.get_one(ClientFile, told.file_id), command)


def cover(stage: Stage, account_id: UUID, command: ArrangeCover) -> None:
    """Somebody arranges who stands in."""
    with stage.scene(account_id, Permission.COVER_ARRANGE) as (work, _):
        arrange_cover(work, desks_of(work.actor)[0], command)


def _client(file_id: UUID) -> Asked:
    return Asked("client", load_client, file_id)
