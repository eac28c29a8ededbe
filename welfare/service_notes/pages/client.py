"""A client file, a page of its notes at a time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.models import Draft
from welfare.requests.words import WAYS
from welfare.rules.permissions import Permission, decide
from welfare.rules.service_records import NoteKind, may_be_written
from welfare.rules.service_workers import HandOverAnswer
from welfare.service_notes.actions.drafting import DRAFT_PURPOSE
from welfare.service_notes.links import ClientLink, links_of
from welfare.service_notes.models import Appointment, ClientFile, HandOver, ServiceNote
from welfare.service_notes.pages.head import ClientHead, staff_names
from welfare.service_notes.pages.notes import NoteView, OpenedNotes
from welfare.service_notes.queries.notes import notes_of
from welfare.service_notes.queries.parts import coming_of, last_answer_of, open_offer_of
from welfare.service_notes.words import kind_words
from welfare.ui.paging import Page

PAGE_SIZE = 25


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One unfinished note of the reader's own."""

    title: str
    slug: str
    note_id: UUID | None
    """The note to be corrected, of a correction."""
    saved_at: datetime
    may_go_on: bool


@dataclass(frozen=True, slots=True)
class TimeLine:
    """One appointment to come."""

    id: UUID
    at: datetime
    minutes: int
    way: str
    place: str
    about: str


@dataclass(frozen=True, slots=True)
class OfferLine:
    """An offer of the client: to whom, and what became of the last one that was declined."""

    name: str
    at: datetime
    words: str = ""


@dataclass(frozen=True, slots=True)
class ClientPage:
    """The page of a client."""

    client: ClientHead
    times: Sequence[TimeLine]
    may_appoint: bool
    offer: OfferLine | None
    declined: OfferLine | None
    drafts: Sequence[DraftLine]
    notes: Page[NoteView]
    may_begin_again: bool
    may_read_log: bool
    links: Sequence[ClientLink]

    @classmethod
    def of(cls, work: UnitOfWork, file: ClientFile, number: int, url: Callable[[int], str]) -> "ClientPage":
        """Open one page of the record."""
        rows, total = notes_of(work.session, file.id, offset=(number - 1) * PAGE_SIZE, size=PAGE_SIZE)
        opened = OpenedNotes.of(work, file.register, rows)
        client = ClientHead.of(work, file)
        offer, declined = _offers(work, file) if client.is_own else (None, None)
        return cls(
            client=client,
            times=times_of(work, coming_of(work.session, file.id, work.now)),
            may_appoint=decide(work.actor, Permission.APPOINTMENT_KEEP, work.facts).is_granted,
            offer=offer,
            declined=declined,
            drafts=drafts_of(work, file),
            notes=Page([opened.view(row) for row in rows], number, PAGE_SIZE, total, url),
            may_begin_again=client.may_write and may_be_written(NoteKind.STARTED, is_live=file.is_live),
            may_read_log=decide(work.actor, Permission.CLIENT_LOG_READ, work.facts).is_granted,
            links=links_of(work, file),
        )


def times_of(work: UnitOfWork, rows: Sequence[Appointment]) -> list[TimeLine]:
    """Appointments, opened."""
    work.prefetch(rows)
    return [_time(row, work.decrypt_document(row, Appointment.document)) for row in rows]


def drafts_of(work: UnitOfWork, file: ClientFile) -> list[DraftLine]:
    """The reader's unfinished notes and corrections about a client, the newest first; their words stay shut."""
    of_notes = select(ServiceNote.id).where(ServiceNote.file_id == file.id)
    statement = select(Draft).where(
        Draft.account_id == work.actor.account_id,
        Draft.purpose.startswith(f"{DRAFT_PURPOSE}:"),
        or_(Draft.subject_id == file.id, Draft.subject_id.in_(of_notes)),
    )
    rows = work.session.scalars(statement.order_by(Draft.saved_at.desc(), Draft.id)).all()
    return [_draft(file, row) for row in rows]


def _draft(file: ClientFile, row: Draft) -> DraftLine:
    kind = NoteKind(row.purpose.partition(":")[2])
    return DraftLine(
        title=kind_words(kind, file.register),
        slug=kind.value,
        note_id=row.subject_id if kind is NoteKind.CORRECTION else None,
        saved_at=row.saved_at,
        may_go_on=may_be_written(kind, is_live=file.is_live),
    )


def _time(row: Appointment, document: Mapping[str, str]) -> TimeLine:
    return TimeLine(
        id=row.id,
        at=row.starts_at,
        minutes=row.minutes,
        way=str(WAYS[row.way]),
        place=document.get("place", ""),
        about=document.get("about", ""),
    )


def _offers(work: UnitOfWork, file: ClientFile) -> tuple[OfferLine | None, OfferLine | None]:
    waiting, last = open_offer_of(work.session, file.id), last_answer_of(work.session, file.id)
    is_declined = last is not None and last.answer is HandOverAnswer.DECLINED
    names = staff_names(work, (each.to_person_id for each in (waiting, last) if each is not None))
    offer = OfferLine(names[waiting.to_person_id], waiting.offered_at) if waiting else None
    if waiting or last is None or not is_declined or last.from_account_id != work.actor.account_id:
        return offer, None
    at = last.answered_at or last.offered_at
    return None, OfferLine(names[last.to_person_id], at, work.decrypt(last, HandOver.note))
