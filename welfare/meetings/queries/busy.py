"""Who is busy: that somebody has another meeting here at a time, and nothing of what it is about or with whom."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from welfare.cases.models import CaseMember
from welfare.meetings.models import Attendee, Meeting
from welfare.meetings.queries.seen import times_of_items
from welfare.meetings.queries.spans import Span
from welfare.rules.meetings import MeetingState

_TAKES_TIME = (MeetingState.PLANNED, MeetingState.RUNNING)


@dataclass(frozen=True, slots=True)
class _Taken:
    """A span of somebody's time that a meeting takes."""

    account_id: UUID
    span: Span

    def meets(self, wanted: Span) -> bool:
        """Whether both share a moment; one that ends as the other begins does not."""
        return self.span[0] < wanted[1] and self.span[1] > wanted[0]


def busy_in(
    session: Session, account_ids: Collection[UUID], spans: Sequence[Span], besides: UUID | None = None
) -> list[frozenset[UUID]]:
    """For each span the accounts among these whose time another meeting takes; ``besides`` is the one planned.

    The convenor's time is taken by the whole meeting, and that of everybody listed at an item by the item: who is told
    to be busy for longer would learn that others come before or after. To others only the word *busy* is told.
    """
    if not account_ids or not spans:
        return [frozenset() for _span in spans]
    begins, ends = min(span[0] for span in spans), max(span[1] for span in spans)
    others = [Meeting.state.in_(_TAKES_TIME), Meeting.starts_at < ends, Meeting.ends_at > begins]
    if besides is not None:
        others.append(Meeting.id != besides)
    taken = [*_convening(session, account_ids, others), *_listed(session, account_ids, others)]
    return [frozenset(each.account_id for each in taken if each.meets(span)) for span in spans]


def accounts_of_groups(session: Session, case_ids: Collection[UUID]) -> frozenset[UUID]:
    """The accounts of everybody who has a place in the groups of these matters.

    Of families nobody is told: that a guardian is busy would tell that there is a matter of another child.
    """
    present = (CaseMember.case_id.in_(case_ids), CaseMember.ended_at.is_(None))
    return frozenset(session.scalars(select(CaseMember.account_id).where(*present)))


def _convening(session: Session, account_ids: Collection[UUID], others: Sequence[ColumnElement[bool]]) -> list[_Taken]:
    columns = (Meeting.convenor_account_id, Meeting.starts_at, Meeting.ends_at)
    statement = select(*columns).where(Meeting.convenor_account_id.in_(account_ids), *others)
    return [_Taken(account_id, (begins, ends)) for account_id, begins, ends in session.execute(statement)]


def _listed(session: Session, account_ids: Collection[UUID], others: Sequence[ColumnElement[bool]]) -> list[_Taken]:
    listed = (
        select(Attendee.account_id, Attendee.item_id)
        .join(Meeting, Meeting.id == Attendee.meeting_id)
        .where(Attendee.account_id.in_(account_ids), *others)
    )
    rows = session.execute(listed).all()
    times = times_of_items(session, Meeting.id.in_(select(Meeting.id).where(*others))) if rows else {}
    return [_Taken(account_id, times[item_id]) for account_id, item_id in rows if account_id is not None]
