"""The queue as it is drawn: rows by due time, in three parts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from textwrap import shorten
from typing import Any
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.gap import Gap
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.queries import WEEKDAYS
from welfare.people.pages import PersonName, names_of
from welfare.requests.actions.steps import received_on
from welfare.requests.models import ContactRequest, Talk
from welfare.requests.pages.clock import due_view
from welfare.requests.pages.kept import limits_kept
from welfare.requests.pages.safety import opened_safety
from welfare.requests.queries.queue import (
    MOST_COUNTED,
    Show,
    queue_stretch,
    tally,
)
from welfare.requests.queries.rows import RequestRow, request_rows
from welfare.requests.words import GROUPS, OUTCOMES, SENDERS, SUBJECTS
from welfare.rules.queues import QueueGroup, group_of
from welfare.rules.requests import RequestState
from welfare.rules.subjects import Subject
from welfare.rules.talks import TalkAnswer
from welfare.rules.working_days import working_days_between
from welfare.ui.charts import Plot
from welfare.ui.due import Due
from welfare.ui.formats import number_text, weekday_text
from welfare.ui.locale import current_locale
from welfare.ui.paging import Page

PAGE_SIZE = 25
_EXCERPT = 140


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One request in the queue."""

    id: UUID
    due: Due
    group: QueueGroup
    name: str
    class_label: str
    lead: str
    text: str
    meta: str
    handler: str
    is_mine: bool
    is_unclaimed: bool
    awaits_outcome: bool
    has_agreed_time: bool
    is_new: bool
    """Nobody has it yet, and it came today or since the working day before began."""


@dataclass(frozen=True, slots=True)
class QueuePart:
    """Rows under one heading; closed requests stand under none."""

    title: str
    note: str
    rows: Sequence[QueueRow]


@dataclass(frozen=True, slots=True)
class QueuePage:
    """One page of the queue under one filter."""

    show: Show
    parts: Sequence[QueuePart]
    paging: Page[QueueRow]
    counts: Mapping[Show, str]
    late_urgent: int
    kept: Plot | None

    @classmethod
    def of(cls, work: UnitOfWork, show: Show, number: int, url: Callable[[int], str]) -> "QueuePage":
        """Read and open one page."""
        session, actor = work.session, work.actor
        offset = (number - 1) * PAGE_SIZE
        stretch = queue_stretch(session, actor, show, offset=offset, size=PAGE_SIZE)
        rows = queue_rows(work, stretch.ids)
        counted = tally(session, actor, work.facts.on)
        known = offset + len(rows) + stretch.has_more
        return cls(
            show=show,
            parts=parts_of(rows, work.facts.on) if show is not Show.CLOSED else [QueuePart("", "", rows)],
            paging=Page(rows, number, PAGE_SIZE, max(known, counted.shown.get(show, 0)), url),
            counts={each: count_words(count) for each, count in counted.shown.items()},
            late_urgent=counted.late_urgent,
            kept=limits_kept(work) if show is Show.CLOSED else None,
        )

    @property
    def is_empty(self) -> bool:
        """Whether the filter holds nothing."""
        return not self.paging.items


def queue_rows(work: UnitOfWork, ids: Sequence[UUID]) -> list[QueueRow]:
    """Open the rows of these requests, in their order."""
    rows = request_rows(work.session, ids, work.facts.on)
    work.prefetch([row.request for row in rows])
    people = [row.student for row in rows] + [row.handler for row in rows if row.handler]
    names = names_of(work, people)
    return [_row(work, row, names) for row in rows]


def parts_of(rows: Sequence[QueueRow], today: date) -> list[QueuePart]:
    """The rows under Now, This week and Later."""
    notes = {
        QueueGroup.NOW: _("Urgent, due today or late"),
        QueueGroup.THIS_WEEK: _("Week %(number)s", number=today.isocalendar().week),
        QueueGroup.LATER: "",
    }
    return [
        QueuePart(str(GROUPS[group]), notes[group], list(found))
        for group, found in groupby(rows, key=lambda row: row.group)
    ]


def count_words(count: int) -> str:
    """A count, or "1,000+" where counting stopped."""
    return number_text(count) + ("+" if count >= MOST_COUNTED else "")


def _row(work: UnitOfWork, row: RequestRow, names: Mapping[UUID, PersonName]) -> QueueRow:
    request = row.request
    document = work.decrypt_document(request, ContactRequest.document)
    lead, text = what_is_asked(request, document)
    return QueueRow(
        id=request.id,
        due=due_view(request, row.calendar, work.facts.on),
        group=group_of(request.queue_on, work.facts.on),
        name=names[row.student.id].full,
        class_label=class_label(row, is_only_school=len(work.actor.schools()) == 1),
        lead=lead,
        text=text,
        meta=" · ".join(_meta(request, document, row.talks)),
        handler=names[row.handler.id].full if row.handler else "",
        is_mine=request.handler_account_id == work.actor.account_id,
        is_unclaimed=request.handler_account_id is None and request.closed_at is None,
        awaits_outcome=request.state is RequestState.TALK_HELD,
        has_agreed_time=any(talk.answer is TalkAnswer.ACCEPTED for talk in row.talks),
        is_new=_is_new(request, work.facts.on),
    )


def _is_new(request: ContactRequest, today: date) -> bool:
    is_free = request.handler_account_id is None and request.closed_at is None
    return is_free and working_days_between(WEEKDAYS, received_on(request), today) <= 1


def what_is_asked(request: ContactRequest, document: Mapping[str, Any]) -> tuple[str, str]:
    """Who asks about what, and the beginning of the text."""
    code, text = document.get("subject"), document.get("description")
    subject = SUBJECTS[Subject(code)] if code in set(Subject) else ""
    lead = f"{SENDERS[request.sender_kind]}: {subject}." if subject else f"{SENDERS[request.sender_kind]}."
    return lead, text if isinstance(text, Gap) else shorten(text or "", _EXCERPT, placeholder="…")


def class_label(row: RequestRow, *, is_only_school: bool = False) -> str:
    """Class and school as far as they are known today; the class alone to one who works at one school."""
    school = row.school.name(current_locale())
    if row.place is None:
        return school
    group = row.place.school_class.name
    return group if is_only_school else f"{group} · {school}"


def _meta(request: ContactRequest, document: Mapping[str, Any], talks: Sequence[Talk]) -> list[str]:
    found = [_("Arrived %(day)s", day=weekday_text(request.received_at))]
    if request.closed_at and request.outcome:
        closed, outcome = weekday_text(request.closed_at), OUTCOMES[request.outcome]
        return [_("Closed %(day)s: %(outcome)s", day=closed, outcome=outcome), *found]
    if document.get("together") is True:
        found.append(_("Made together with the pupil"))
    if opened_safety(document).is_limited:
        found.append(_("Look first how to be in touch"))
    if request.taken_back_at is not None:
        found.append(_("The pupil has taken the request back"))
    agreed = [talk for talk in talks if talk.answer is TalkAnswer.ACCEPTED]
    waiting = [talk for talk in talks if talk.answer is None]
    if agreed:
        found.append(_("Talk agreed for %(day)s", day=weekday_text(agreed[-1].offered_for)))
    elif waiting:
        days = ", ".join(weekday_text(talk.offered_for) for talk in waiting)
        found.append(_("Talk offered for %(days)s, no answer yet", days=days))
    return found
