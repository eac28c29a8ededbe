"""Writing the memo of a communal meeting, who was there, closing it, and adding to it afterwards."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.actions.meetings import lock_meeting, note_meeting
from welfare.communal.models import AgendaItem, CommunalAttendance, CommunalMeeting, MemoAddition
from welfare.communal.queries.meetings import attendance_of, decisions_of_meeting, items_of
from welfare.rules.communal_meetings import CommunalState, FinalLack, Held, what_blocks_final


class StaleMemoError(RuntimeError):
    """Somebody else has saved the text since its writer saw it."""


class MemoUnfinishedError(ValueError):
    """The memo cannot be closed yet."""

    def __init__(self, lacks: Collection[FinalLack]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = tuple(lacks)


class MemoOpenError(ValueError):
    """Only a closed memo is added to; an open one is written."""


@dataclass(frozen=True, slots=True)
class MemoText:
    """What the memo is to say of an item in a language; ``was_seen`` tells whether a text is what its writer saw."""

    item: AgendaItem
    language: str
    text: str
    was_seen: Callable[[str], bool]


def save_text(work: UnitOfWork, meeting: CommunalMeeting, wanted: MemoText) -> None:
    """Save one text of the memo. Raises MeetingClosedError, StaleMemoError."""
    lock_meeting(work, meeting)
    work.session.refresh(wanted.item, with_for_update=True)
    if not wanted.was_seen(wanted.item.text(wanted.language)):
        raise StaleMemoError
    setattr(wanted.item, f"text_{wanted.language}", wanted.text)
    wanted.item.saved_at, wanted.item.saved_by = work.now, work.actor.account_id
    work.session.flush()
    note_meeting(work, meeting, "written")


def keep_attendance(work: UnitOfWork, meeting: CommunalMeeting, present: Mapping[UUID, int]) -> None:
    """Keep how many of each seat were there. Raises MeetingClosedError."""
    lock_meeting(work, meeting)
    known = attendance_of(work.session, meeting.id)
    for seat_id, count in present.items():
        row = known.get(seat_id)
        if row is None:
            row = CommunalAttendance(id=uuid4(), meeting_id=meeting.id, seat_id=seat_id)
            work.session.add(row)
        row.present = count
    work.session.flush()
    note_meeting(work, meeting, "attended")


def held(work: UnitOfWork, meeting: CommunalMeeting) -> Held:
    """A meeting as its memo stands."""
    return Held(
        state=meeting.state,
        starts_at=meeting.starts_at,
        present=sum(row.present for row in attendance_of(work.session, meeting.id).values()),
        has_text=any(item.text_fi or item.text_sv for item in items_of(work.session, meeting.id)),
    )


def close_memo(
    work: UnitOfWork, meeting: CommunalMeeting, public: Collection[UUID], told: Collection[UUID] = ()
) -> None:
    """Close the memo for good; these items and decisions are told to everybody, and no other.

    Raises MemoUnfinishedError.
    """
    work.session.refresh(meeting, with_for_update=True)
    lacks = what_blocks_final(held(work, meeting), work.now)
    if lacks:
        raise MemoUnfinishedError(lacks)
    for item in items_of(work.session, meeting.id):
        item.is_public = item.id in public
    for decision in decisions_of_meeting(work.session, meeting.id):
        decision.is_public = decision.id in told
    meeting.state = CommunalState.FINAL
    meeting.finalised_at, meeting.finalised_by = work.now, work.actor.person_id
    work.session.flush()
    note_meeting(work, meeting, "closed")


def add_to_memo(work: UnitOfWork, meeting: CommunalMeeting, text_fi: str, text_sv: str) -> MemoAddition:
    """Add something to a closed memo. Raises MemoOpenError."""
    work.session.refresh(meeting, with_for_update=True)
    if meeting.state is not CommunalState.FINAL:
        raise MemoOpenError(meeting.state)
    addition = MemoAddition(
        id=uuid4(),
        meeting_id=meeting.id,
        text_fi=text_fi,
        text_sv=text_sv,
        added_at=work.now,
        added_by=work.actor.person_id,
    )
    work.session.add(addition)
    work.session.flush()
    note_meeting(work, meeting, "added_to")
    return addition
