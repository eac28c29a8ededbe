"""The landing page of staff: what is due, for whom, and what waits for oneself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.pages.leads import LeadLine, vacant_leads
from welfare.cases.queries import cases_visible_to
from welfare.organisations.queries import schools_by_id
from welfare.requests.pages.queue import PAGE_SIZE, QueuePart, count_words, parts_of, queue_rows
from welfare.requests.pages.receipts import Receipt, Unsent, receipts_of, unsent_of
from welfare.requests.queries.own import coming_talks
from welfare.requests.queries.queue import Show, queue_stretch, tally
from welfare.requests.words import WAYS
from welfare.rules.permissions import Permission, decide
from welfare.service_notes.pages import ClientTime, times_of_day
from welfare.ui.locale import current_locale
from welfare.worklist.pages.follow_ups import follow_ups_of
from welfare.worklist.pages.matters import Matter, own_matters, pupil_names
from welfare.worklist.pages.offices import OfficeLink, office_links
from welfare.worklist.pages.waiting import FollowUp

FEW = 5
Brief = tuple[str, str, str]
"""Icon, number and words of one thing in the line of the day."""


@dataclass(frozen=True, slots=True)
class QueueTop:
    """The first page of the queue, and the numbers of its filters."""

    parts: Sequence[QueuePart]
    counts: Mapping[Show, str]
    pressing: int
    late_urgent: int
    has_more: bool


@dataclass(frozen=True, slots=True)
class TalkToday:
    """A talk to hold today."""

    request_id: UUID
    at: datetime
    name: str
    way: str


@dataclass(frozen=True, slots=True)
class Desk:
    """The landing page; a part that is None does not exist for the reader."""

    today: date
    place: str
    brief: Sequence[Brief]
    queue: QueueTop | None
    talks: Sequence[TalkToday]
    times: Sequence[ClientTime]
    follow_ups: Sequence[FollowUp]
    sent: Sequence[Receipt] | None
    unsent: Sequence[Unsent]
    vacant: Sequence[LeadLine]
    matters: Sequence[Matter]
    offices: Sequence[OfficeLink]
    may_ask: bool

    @classmethod
    def of(cls, work: UnitOfWork) -> "Desk":
        """Read and open what this actor's day holds."""
        queue = _queue_top(work) if may(work, Permission.REQUEST_QUEUE) else None
        is_sender = may(work, Permission.REQUEST_SENT_LIST) and queue is None
        talks = _talks(work) if queue else []
        times = times_of_day(work) if may(work, Permission.CLIENT_LIST) else []
        seen = cases_visible_to(work.session, work.actor, work.facts.on)
        follow_ups = follow_ups_of(work, seen)
        return cls(
            today=work.facts.on,
            place=_place(work),
            brief=_brief(queue.pressing, talks, times, follow_ups) if queue else (),
            queue=queue,
            talks=talks,
            times=times,
            follow_ups=follow_ups,
            sent=receipts_of(work, size=FEW)[0] if is_sender else None,
            unsent=unsent_of(work) if may(work, Permission.REQUEST_SEND) else (),
            vacant=vacant_leads(work),
            matters=own_matters(work, seen, FEW),
            offices=office_links(work),
            may_ask=may(work, Permission.REQUEST_SEND),
        )

    @property
    def is_bare(self) -> bool:
        """Whether no part stands on the page at all."""
        parts = (self.queue, self.follow_ups, self.vacant, self.matters, self.offices, self.unsent)
        return self.sent is None and not any(parts)


def may(work: UnitOfWork, permission: Permission) -> bool:
    """Whether the actor may do something that is about nothing in particular."""
    return decide(work.actor, permission, work.facts).is_granted


def _queue_top(work: UnitOfWork) -> QueueTop:
    session, actor = work.session, work.actor
    stretch = queue_stretch(session, actor, Show.ALL, size=PAGE_SIZE)
    counted = tally(session, actor, work.facts.on)
    return QueueTop(
        parts=parts_of(queue_rows(work, stretch.ids), work.facts.on),
        counts={each: count_words(count) for each, count in counted.shown.items()},
        pressing=counted.pressing,
        late_urgent=counted.late_urgent,
        has_more=stretch.has_more,
    )


def _brief(
    pressing: int, talks: Sequence[TalkToday], times: Sequence[ClientTime], follow_ups: Sequence[FollowUp]
) -> list[Brief]:
    found = [
        (
            "alert",
            pressing,
            ngettext("request is urgent, due today or late", "requests are urgent, due today or late", pressing),
        ),
        ("calendar", len(talks), ngettext("talk today", "talks today", len(talks))),
        ("person", len(times), ngettext("client today", "clients today", len(times))),
        ("speech", len(follow_ups), ngettext("thing waits for you", "things wait for you", len(follow_ups))),
    ]
    return [(icon, count_words(count), words) for icon, count, words in found if count]


def _talks(work: UnitOfWork) -> list[TalkToday]:
    midnight = datetime.combine(work.facts.on, datetime.min.time(), HOME_ZONE)
    found = coming_talks(work.session, work.actor, midnight, midnight + timedelta(days=1))
    names = pupil_names(work, [request.student_id for _talk, request in found])
    return [
        TalkToday(request.id, talk.offered_for, names[request.student_id], str(WAYS[talk.way]))
        for talk, request in found
    ]


def _place(work: UnitOfWork) -> str:
    locale = current_locale()
    schools = schools_by_id(work.session, work.actor.schools())
    names = sorted(school.name(locale) for school in schools.values())
    return ", ".join(names) if len(names) <= FEW else _("%(number)s schools", number=len(names))
