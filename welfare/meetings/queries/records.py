"""The record that an item's final minutes are: its entry with the corrections, its digest, and the proposals."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from welfare.cases.models import Case
from welfare.consents.prohibitions import is_shut_out
from welfare.crypto.encrypted import Encrypted
from welfare.crypto.sealed import digest_of, open_cells
from welfare.journal.models import JournalEntry
from welfare.journal.queries import entries_of, line_of
from welfare.meetings.models import Amendment, Attendee, MeetingItem
from welfare.rules.actors import Actor, Facts
from welfare.rules.amendments import AmendmentState, RoundFacts
from welfare.rules.cases import Part


class NoRecordError(LookupError):
    """The minutes of the item are not final."""


def record_of(session: Session, item: MeetingItem) -> list[JournalEntry]:
    """The entry that the minutes became and its corrections, oldest first. Raises NoRecordError."""
    if item.entry_id is None:
        raise NoRecordError(item.id)
    return line_of(session.get_one(JournalEntry, item.entry_id), entries_of(session, item.case_id))


def record_digest(line: Iterable[JournalEntry]) -> str:
    """SHA-256 over the digests of sealed entries, each of which the event of its writing holds."""
    return sha256(b"".join(bytes.fromhex(_sealed_digest(entry)) for entry in line)).hexdigest()


def round_of(item: MeetingItem, facts: Facts) -> RoundFacts:
    """Where an item's round of amendments is today."""
    return RoundFacts(
        is_final=item.entry_id is not None,
        is_locked=item.locked_at is not None,
        last_day=item.amend_until,
        on=facts.on,
    )


def amendments_of(session: Session, item: MeetingItem) -> Sequence[Amendment]:
    """Every proposal, in the order they were made."""
    statement = select(Amendment).where(Amendment.item_id == item.id)
    return session.scalars(statement.order_by(Amendment.proposed_at, Amendment.id)).all()


def undecided_in(session: Session, item: MeetingItem) -> int:
    """How many proposals wait for their answer."""
    waiting = (Amendment.item_id == item.id, Amendment.state == AmendmentState.PROPOSED)
    return session.scalar(select(func.count()).select_from(Amendment).where(*waiting)) or 0


def has_attended(session: Session, item: MeetingItem, actor: Actor) -> bool:
    """Whether the actor was present at the item at all, however briefly."""
    if actor.account_id is None:  # it would match everybody who has no account
        return False
    own = Attendee.account_id == actor.account_id, Attendee.came_at.is_not(None)
    return session.scalars(select(Attendee.id).where(Attendee.item_id == item.id, *own)).first() is not None


def family_of(session: Session, item: MeetingItem, facts: Facts) -> Sequence[Attendee]:
    """The student, and the guardians whom no prohibition shuts out today: those whose wish a member may write down."""
    statement = (
        select(Attendee)
        .where(Attendee.item_id == item.id, Attendee.part.in_((Part.STUDENT, Part.GUARDIAN)))
        .order_by(Attendee.part.desc(), Attendee.id)
    )
    case = session.get_one(Case, item.case_id)
    return [row for row in session.scalars(statement) if not _is_shut_out(session, row, case, facts)]


def _is_shut_out(session: Session, row: Attendee, case: Case, facts: Facts) -> bool:
    if row.part is Part.STUDENT or row.person_id is None:
        return False
    return is_shut_out(session, row.person_id, case.student_id, facts.on, case.id)


def _sealed_digest(entry: JournalEntry) -> str:
    sealed: Encrypted = entry.document
    return digest_of(open_cells(entry) | {"document": sealed.blob})
