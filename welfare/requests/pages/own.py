"""What whoever asked may still do with the request, and what happens next, in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.requests.models import ContactRequest, Talk
from welfare.requests.pages.handing import opened_document
from welfare.requests.pages.safety import opened_safety
from welfare.requests.queries.own import is_told_no_more
from welfare.requests.queries.rows import talks_of
from welfare.requests.words import WAYS
from welfare.rules.actors import World
from welfare.rules.permissions import Permission, decide
from welfare.rules.requests import HAS_CLOCK, StatusWord, status_word
from welfare.rules.safe_contact import ContactWay
from welfare.rules.talks import TalkAnswer
from welfare.ui.formats import weekday_text

_SHOWN = (None, TalkAnswer.ACCEPTED)


@dataclass(frozen=True, slots=True)
class OfferedTalk:
    """A time to come."""

    id: UUID
    at: datetime
    way: str
    is_agreed: bool


@dataclass(frozen=True, slots=True)
class OwnRequest:
    """Of a request that one of the family has sent."""

    may_add: bool
    may_take_back: bool
    talks: Sequence[OfferedTalk]
    happens_next: Sequence[str]


def own_request(work: UnitOfWork, request: ContactRequest) -> OwnRequest | None:
    """None for staff, who keep the receipt alone."""
    if work.actor.world is not World.CITIZEN:
        return None
    stands = request.taken_back_at is None
    return OwnRequest(
        may_add=stands and decide(work.actor, Permission.REQUEST_ADD, work.facts).is_granted,
        may_take_back=stands and decide(work.actor, Permission.REQUEST_TAKE_BACK, work.facts).is_granted,
        talks=_talks(work, request) if stands else (),
        happens_next=_next(work, request) if stands else (),
    )


def _talks(work: UnitOfWork, request: ContactRequest) -> Sequence[OfferedTalk]:
    """The times offered to a student, who finds these pages a safe way."""
    if not decide(work.actor, Permission.REQUEST_TALK_ACCEPT, work.facts).is_granted:
        return ()
    safe = opened_safety(opened_document(work, request))
    if safe.ways and ContactWay.OWN_PAGES not in safe.ways:
        return ()
    coming = [talk for talk in talks_of(work.session, [request.id])[request.id] if _is_coming(talk, work.now)]
    return [
        OfferedTalk(talk.id, talk.offered_for, str(WAYS[talk.way]), talk.answer is TalkAnswer.ACCEPTED)
        for talk in coming
    ]


def _is_coming(talk: Talk, now: datetime) -> bool:
    return talk.answer in _SHOWN and talk.offered_for > now


def _next(work: UnitOfWork, request: ContactRequest) -> Sequence[str]:
    """While the sender's own word for it is "received", and by that word alone (rule 13)."""
    if status_word(request.state, sender_is_shut_out=is_told_no_more(work, request)) is not StatusWord.RECEIVED:
        return ()
    is_own = request.student_id == work.actor.person_id
    return [
        _("Somebody in student welfare reads what you wrote."),
        _limit(request)
        if is_own
        else _("The law gives your child a talk within seven school days. The child decides."),
        _("We are in touch only in the way that you said is safe."),
        *([_("You may take somebody along to the talk.")] if is_own else []),
    ]


def _limit(request: ContactRequest) -> str:
    if request.service not in HAS_CLOCK or request.due_on is None:
        return _("You can also go to the school nurse without an appointment")
    day = weekday_text(request.due_on)
    if request.is_urgent:
        return _("You said that it is urgent: the talk is held at the latest on %(day)s", day=day)
    return _("The law says: the talk is held within seven school days, at the latest on %(day)s", day=day)
