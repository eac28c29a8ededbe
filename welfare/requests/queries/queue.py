"""The queue of a service, a page at a time: as quick with a hundred thousand requests as with ten.

One ordered list over several schools and services would be sorted whole before its first row is known. So each school
and service is read for itself, along an index that holds exactly its order and only as far as the page reaches, and
the short stretches are merged. Counts need no order: they are all taken in one statement, and stop at `MOST_COUNTED`,
for nobody works by a larger number.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, literal, select, union, union_all
from sqlalchemy.orm import Session

from welfare.requests.models import IS_OPEN, IS_UNCLAIMED, QUEUE, ContactRequest
from welfare.requests.queries.visible import branches_of, is_handled_by, is_staff_in_full, not_kept_from, places_of
from welfare.rules.actors import Actor

MOST_COUNTED = 1000
_MOST_BRANCHES = 200
"""SQLite joins at most 500 selects into one."""
IS_CLOSED = ContactRequest.closed_at.is_not(None)


class Show(StrEnum):
    """The filters of a queue."""

    ALL = "all"
    UNCLAIMED = "unclaimed"
    MINE = "mine"
    CLOSED = "closed"


CONDITIONS: dict[Show, ColumnElement[bool]] = {
    Show.ALL: IS_OPEN,
    Show.UNCLAIMED: IS_OPEN & IS_UNCLAIMED,
    Show.MINE: IS_OPEN,
    Show.CLOSED: IS_CLOSED,
}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many requests stand in the actor's queues, each number counted up to `MOST_COUNTED`."""

    shown: Mapping[Show, int]
    """By filter; handled ones are not counted."""
    pressing: int
    """Those under Now: urgent, due today or late."""
    late_urgent: int
    """Urgent ones past their limit without a talk (rule 4)."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The ids of one page, in order, and whether more follow."""

    ids: tuple[UUID, ...]
    has_more: bool


def queue_stretch(session: Session, actor: Actor, show: Show, *, offset: int = 0, size: int = 25) -> Stretch:
    """The requests that a page of the actor's queue shows: open ones by due time, closed ones newest first."""
    reach = offset + size + 1
    found: dict[UUID, tuple[Any, ...]] = {}
    for statement in _joined(_selects(actor, show, reach)):
        found.update({row[-1]: tuple(row) for row in session.execute(statement)})
    ordered = sorted(found.values(), reverse=show is Show.CLOSED)
    page = ordered[offset : offset + size]
    return Stretch(tuple(row[-1] for row in page), len(ordered) > offset + size)


def tally(session: Session, actor: Actor, today: date) -> Tally:
    """Count for every filter of open requests, and for what cannot wait; one query."""
    if not is_staff_in_full(actor):
        return Tally({}, 0, 0)
    mine, here = [is_handled_by(actor)], list(places_of(actor))
    is_late = ContactRequest.is_urgent & (ContactRequest.due_on < today) & ContactRequest.talk_held_on.is_(None)
    numbers = (
        _number(actor, here + mine),
        _number(actor, here, IS_UNCLAIMED),
        _number(actor, mine),
        _number(actor, here, ContactRequest.queue_on <= today),
        _number(actor, here, is_late),
    )
    counted = session.execute(select(*numbers)).one()
    everything, unclaimed, own, pressing, late_urgent = (min(number, MOST_COUNTED) for number in counted)
    return Tally({Show.ALL: everything, Show.UNCLAIMED: unclaimed, Show.MINE: own}, pressing, late_urgent)


def limits_between(session: Session, actor: Actor, first: date, last: date) -> list[tuple[date, date | None]]:
    """The limits of the actor's queues that fell on these days: each with the day of its talk, if one was held.

    What ended without a talk left no limit to keep: advice alone, or a talk that the pupil did not want (OHL 15 § 2).
    """
    was_due = ContactRequest.due_on.between(first, last) & (IS_OPEN | ContactRequest.talk_held_on.is_not(None))
    shown: tuple[Any, ...] = (ContactRequest.due_on, ContactRequest.talk_held_on)
    branches = (_branch(actor, school, service, was_due) for school, service in branches_of(actor))
    selects = (branch.with_only_columns(*shown) for branch in branches)
    return [(row[0], row[1]) for statement in _joined(selects) for row in session.execute(statement)]


def _number(
    actor: Actor, stretches: Sequence[ColumnElement[bool]], *conditions: ColumnElement[bool]
) -> ColumnElement[int]:
    """Open requests in any of these stretches; each is read no further than the count goes."""
    parts = [
        select(ContactRequest.id).where(IS_OPEN, stretch, *conditions, not_kept_from(actor)).limit(MOST_COUNTED)
        for stretch in stretches
    ]
    if not parts:
        return literal(0)
    found = union(*(select(part.subquery()) for part in parts)).subquery()
    return select(func.count()).select_from(found).scalar_subquery()


def _selects(actor: Actor, show: Show, reach: int) -> Iterator[Select[Any]]:
    """Each stretch, shortest possible; what the actor handles comes in even after a post at the school has ended."""
    condition = CONDITIONS[show]
    if not is_staff_in_full(actor):
        return
    mine = _columns(show).where(condition, is_handled_by(actor), not_kept_from(actor))
    stretches = [] if show is Show.UNCLAIMED else [mine]
    if show is not Show.MINE:
        stretches += [_branch(actor, school, service, condition, show) for school, service in branches_of(actor)]
    for stretch in stretches:
        yield stretch.order_by(*_order(show)).limit(reach)


def _branch(
    actor: Actor, school_id: UUID, service: object, condition: ColumnElement[bool], show: Show = Show.ALL
) -> Select[Any]:
    here = (ContactRequest.school_id == school_id, ContactRequest.service == service)
    return _columns(show).where(*here, condition, not_kept_from(actor))


def _columns(show: Show) -> Select[Any]:
    columns: tuple[Any, ...] = (ContactRequest.closed_at, ContactRequest.id) if show is Show.CLOSED else QUEUE
    return select(*columns)


def _order(show: Show) -> tuple[Any, ...]:
    return (ContactRequest.closed_at.desc(), ContactRequest.id.desc()) if show is Show.CLOSED else QUEUE


def _joined(selects: Iterator[Select[Any]]) -> Iterator[Any]:
    """The selects as few statements; each keeps its own limit."""
    limited = [select(part.subquery()) for part in selects]
    for start in range(0, len(limited), _MOST_BRANCHES):
        chunk = limited[start : start + _MOST_BRANCHES]
        yield union_all(*chunk) if len(chunk) > 1 else chunk[0]
