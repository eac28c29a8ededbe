"""The agenda of a meeting that is held, as far as it is the reader's, and the swap between two of its items."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.pages.text import words_of
from welfare.consents.queries import people_by_id
from welfare.meetings.actions.attending import attendees_of
from welfare.meetings.models import Attendee, Meeting
from welfare.meetings.pages.item_line import ItemLine
from welfare.meetings.pages.meeting import attendee_names, in_order, office_of
from welfare.meetings.queries.admitted import admitted_to
from welfare.meetings.queries.loading import meeting_facts
from welfare.meetings.queries.seen import SeenItem, items_seen
from welfare.meetings.words import ITEM_LOOKS, ITEM_WORDS
from welfare.people.pages import names_of
from welfare.rules.meetings import ItemState, MeetingState, swap_between
from welfare.rules.permissions import Permission, decide
from welfare.ui.fields import Option


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine(ItemLine):
    """One item on the agenda of its reader."""

    ordinal: int
    """Its number among the reader's own items."""
    minutes: int
    is_open: bool
    """Whether there are minutes to go to."""


@dataclass(frozen=True, slots=True)
class SwapView:
    """Who leaves, who joins and who stays when the next item is taken up."""

    item_id: UUID
    ordinal: int
    title: str
    leaving: Sequence[str]
    joining: Sequence[str]
    staying: Sequence[str]
    options: Sequence[Option]
    chosen: Sequence[UUID]


@dataclass(frozen=True, slots=True)
class Agenda:
    """The reader's own items of a meeting; ``swap`` for whoever runs it, while another item waits."""

    meeting_id: UUID
    starts_at: datetime
    state: MeetingState
    began_at: datetime | None
    """Told to whoever called the meeting together: to others it would tell that something came before."""
    lines: Sequence[AgendaLine]
    swap: SwapView | None
    may_run: bool

    @classmethod
    def of(cls, work: UnitOfWork, meeting: Meeting, wanted: UUID | None = None) -> "Agenda":
        """Open it; ``wanted`` is an item that the reader asks to go on to, out of turn."""
        seen = items_seen(work.session, work.actor, work.now, [meeting.id])[meeting.id]
        facts = meeting_facts(meeting, seen, work.actor, work.facts.on)
        may_run = decide(work.actor, Permission.MEETING_RUN, facts).is_granted
        lines = agenda_lines(work, seen)
        following = _following(seen, wanted) if may_run and meeting.state is MeetingState.RUNNING else None
        is_own = meeting.convenor_account_id == work.actor.account_id
        return cls(
            meeting_id=meeting.id,
            starts_at=seen[0].begins if seen else meeting.starts_at,
            state=meeting.state,
            began_at=meeting.began_at if is_own else None,
            lines=lines,
            swap=None if following is None else _swap(work, seen, following, lines),
            may_run=may_run,
        )


def agenda_lines(work: UnitOfWork, seen: Sequence[SeenItem]) -> list[AgendaLine]:
    """The reader's own items, opened."""
    work.prefetch(each.case for each in seen)
    names = names_of(work, people_by_id(work.session, (each.case.student_id for each in seen)).values())
    return [
        AgendaLine(
            id=each.item.id,
            ordinal=ordinal,
            minutes=each.item.minutes,
            number=each.case.number,
            student=names[each.case.student_id].full,
            title=words_of(work, each.case).title,
            begins=each.begins,
            ends=each.ends,
            state=each.item.state,
            words=str(ITEM_WORDS[each.item.state]),
            look=ITEM_LOOKS[each.item.state],
            is_open=decide(work.actor, Permission.MINUTES_READ, each.facts).is_granted,
        )
        for ordinal, each in enumerate(seen, start=1)
    ]


def _following(seen: Sequence[SeenItem], wanted: UUID | None) -> SeenItem | None:
    """The item asked for, else the next that waits, else one that waits from before."""
    if wanted is not None:
        open_states = {ItemState.WAITING, ItemState.HANDLED}
        return next((each for each in seen if each.item.id == wanted and each.item.state in open_states), None)
    now = next((each.item.place for each in seen if each.item.state is ItemState.NOW), 0)
    waiting = [each for each in seen if each.item.state is ItemState.WAITING]
    return next((each for each in waiting if each.item.place > now), waiting[0] if waiting else None)


def _swap(work: UnitOfWork, seen: Sequence[SeenItem], following: SeenItem, lines: Sequence[AgendaLine]) -> SwapView:
    here = [row for each in seen for row in attendees_of(work, each.item) if row.is_present]
    coming = _admitted(work, attendees_of(work, following.item), following.case)
    names = attendee_names(work, [*here, *coming])
    swap = swap_between({row.known_as for row in here}, {row.known_as for row in coming})
    line = next(each for each in lines if each.id == following.item.id)

    def named(ids: Iterable[UUID]) -> list[str]:
        return [name for id, name in names.items() if id in set(ids)]

    return SwapView(
        item_id=line.id,
        ordinal=line.ordinal,
        title=_("Item %(number)s: %(student)s", number=line.ordinal, student=line.student),
        leaving=named(swap.leaving),
        joining=named(swap.joining),
        staying=named(swap.staying),
        options=[Option(row.id, names[row.known_as], office_of(row)) for row in in_order(coming, names)],
        chosen=[row.id for row in coming if row.known_as in swap.staying],
    )


def _admitted(work: UnitOfWork, attendees: Sequence[Attendee], case: Case) -> list[Attendee]:
    admitted = admitted_to(work.session, case, work.facts.on)
    return [row for row in attendees if row.known_as in admitted]
