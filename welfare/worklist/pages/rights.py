"""What people have asked about their own data, for the officer and for whoever keeps the record."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.access_copies.models import AccessCopy
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.queries import SeenCase
from welfare.datarights.asked import AskedOfRegister
from welfare.datarights.models import LogRequest
from welfare.datarights.queries import requests_of
from welfare.oversight.family import near_to
from welfare.rectifications.models import Rectification
from welfare.rectifications.queries import waiting_in, waiting_of_clients
from welfare.rules.permissions import Permission, decide
from welfare.ui.fields.drawn import Words
from welfare.worklist.pages.waiting import FollowUp, by_day


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk of the officer's: who sees it, what waits there, and where one of them is answered."""

    needs: Permission
    title: Words
    icon: str
    kind: type[AskedOfRegister]
    url: Callable[[UUID], str]


DESKS = (
    Desk(
        needs=Permission.LOG_REQUEST_LIST,
        title=_l("Answer a log request"),
        icon="inbox",
        kind=LogRequest,
        url=lambda id: url_for("datarights.show", asked=id),
    ),
    Desk(
        needs=Permission.ACCESS_COPY_LIST,
        title=_l("Answer a request for a copy"),
        icon="share",
        kind=AccessCopy,
        url=lambda id: url_for("access_copies.show", asked=id),
    ),
    Desk(
        needs=Permission.RECTIFICATION_LIST,
        title=_l("See to a correction asked for"),
        icon="note",
        kind=Rectification,
        url=lambda id: url_for("rectifications.show", asked=id),
    ),
)


def rights_follow_ups(work: UnitOfWork) -> Iterator[FollowUp]:
    """The officer's: by number, so that no name is opened for a list; what another handles is not among them."""
    desks = [desk for desk in DESKS if decide(work.actor, desk.needs, work.facts).is_granted]
    near = near_to(work.session, work.actor) if desks else frozenset[UUID]()
    for desk in desks:
        for row in requests_of(work.session, work.actor, desk.kind):
            if row.sent_on is None and not near & {row.subject_id, row.asker_id}:
                when = by_day(work, row.due_on)
                yield FollowUp(str(desk.title), row.number, desk.url(row.id), when, desk.icon, row.due_on)


def correction_follow_ups(work: UnitOfWork, seen: Sequence[SeenCase]) -> Iterator[FollowUp]:
    """Corrections that whoever keeps the record has to assess."""
    needs = Permission.RECTIFICATION_ASSESS
    own = [each.case for each in seen if decide(work.actor, needs, each.facts).is_granted]
    waiting = waiting_in(work.session, [case.id for case in own])
    for case in own:
        for row in (each for each in waiting if each.case_id == case.id):
            url = url_for("rectifications.assessed", case=case.id, asked=row.id)
            title, when = _("Assess a correction asked for"), by_day(work, row.due_on)
            yield FollowUp(title, case.number, url, when, "note", row.due_on)
    if decide(work.actor, Permission.CLIENT_LIST, work.facts).is_granted:
        yield from _of_clients(work)


def _of_clients(work: UnitOfWork) -> Iterator[FollowUp]:
    """What is said to be wrong in the record of a service; by its number alone."""
    for row in waiting_of_clients(work.session, work.actor, work.facts.on):
        url = url_for("client_rectifications.assessed", client=row.file_id, asked=row.id)
        yield FollowUp(
            _("Assess a correction asked for"), row.number, url, by_day(work, row.due_on), "note", row.due_on
        )
