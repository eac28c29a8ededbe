"""Writing minutes: each section and each line of the plan is saved by itself, at the revision its writer saw."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import account_at
from welfare.meetings.models import Measure, MeetingItem, MinuteSection
from welfare.meetings.queries.minutes import draft_measures_of, sections_of
from welfare.rules.measures import MeasureState
from welfare.rules.minutes import WRITABLE, Section


class MinutesClosedError(ValueError):
    """The item has not been taken up, or its minutes are final."""


class StaleTextError(ValueError):
    """Somebody else has saved the text since its writer saw it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureLine:
    """One measure of the plan: what, who carries it out, who follows it up, and until when."""

    what: str = ""
    by: str = ""
    followed_by: str = ""
    until: date | None = None
    doer_account_id: UUID | None = None
    follower_account_id: UUID | None = None

    @property
    def words(self) -> dict[str, str]:
        """As the row keeps it."""
        return {"what": self.what, "by": self.by, "followed_by": self.followed_by}

    @property
    def is_used(self) -> bool:
        """Whether anything stands in it."""
        return any(self.words.values()) or self.until is not None


def save_section(work: UnitOfWork, item: MeetingItem, section: Section, text: str, seen: int) -> int:
    """Save one section and tell its new revision. Raises MinutesClosedError, StaleTextError."""
    lock(work, item)
    row = sections_of(work.session, item.id).get(section)
    _check_seen(row, seen)
    if row is None:
        row = MinuteSection(id=uuid4(), item_id=item.id, section=section, **_place(item))
        work.session.add(row)
    row.saved_at, row.saved_by = work.now, account_at(work)
    work.encrypt(row, MinuteSection.text, text)
    work.session.flush()
    return row.revision


def save_measure(work: UnitOfWork, item: MeetingItem, place: int, line: MeasureLine, seen: int) -> int:
    """Save one line of the plan and tell its new revision. Raises MinutesClosedError, StaleTextError."""
    lock(work, item)
    row = draft_measures_of(work.session, item.id).get(place)
    _check_seen(row, seen)
    if row is None:
        row = Measure(id=uuid4(), item_id=item.id, place=place, state=MeasureState.DRAFT, **_place(item))
        work.session.add(row)
    row.until = line.until
    row.doer_account_id, row.follower_account_id = line.doer_account_id, line.follower_account_id
    work.encrypt_document(row, Measure.document, line.words)
    work.session.flush()
    return row.revision


def set_next_meeting(work: UnitOfWork, item: MeetingItem, day: date | None) -> None:
    """Keep when the group meets again. Raises MinutesClosedError."""
    lock(work, item)
    item.next_meeting_on = day
    work.session.flush()


def lock(work: UnitOfWork, item: MeetingItem) -> None:
    """Wait for whoever writes or finalises the same minutes, and see them so. Raises MinutesClosedError."""
    work.session.refresh(item, with_for_update=True)
    if item.state not in WRITABLE:
        raise MinutesClosedError(item.state)


def _check_seen(row: MinuteSection | Measure | None, seen: int) -> None:
    """Also rows that another has written within this transaction's sight, at whatever revision."""
    if row is not None and row.revision != seen:
        raise StaleTextError(row.id)
    if row is None and seen:
        raise StaleTextError


def _place(item: MeetingItem) -> dict[str, UUID]:
    return {"case_id": item.case_id, "student_id": item.student_id, "controller_id": item.controller_id}
