"""What a search finds among the reader's own: pupils by name, requests by receipt, matters by number, each with why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from flask import current_app, url_for
from flask_babel import gettext as _
from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.queries import SeenCase, cases_visible_to
from welfare.people.pages.seeking import MOST_FOUND, Sought, note_search, seek
from welfare.people.queries import Placed, Reach
from welfare.requests.models import ContactRequest
from welfare.requests.queries.own import requests_sent_by
from welfare.requests.queries.visible import requests_visible_to
from welfare.requests.words import STATUS_TONES, STATUSES
from welfare.rules.actors import WELFARE_PROFESSIONALS, Role
from welfare.rules.receipts import ReceiptNumberError, read_receipt_number
from welfare.rules.requests import status_word
from welfare.ui.locale import current_locale
from welfare.worklist.pages.matters import Matter, matters_numbered, matters_of


@dataclass(frozen=True, slots=True)
class RequestHit:
    """A request the reader may open, by its number."""

    number: str
    state: str
    tone: str
    url: str


@dataclass(frozen=True, slots=True)
class PupilHit:
    """A pupil the reader may reach, why, and what of his or hers the reader may open."""

    id: UUID
    name: str
    class_name: str
    why: str
    ways: Sequence[tuple[str, str]]
    """What the reader may begin for the pupil: words, and an address that reads nothing until it is followed."""
    requests: Sequence[RequestHit] = ()
    matters: Sequence[Matter] = ()


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The hits of one search."""

    sought: Sought
    pupils: Sequence[PupilHit]
    requests: Sequence[RequestHit]
    matters: Sequence[Matter]

    @classmethod
    def of(cls, work: UnitOfWork, term: str) -> "SearchPage":
        """Search, and leave the number of hits and a keyed hash of the words in the event."""
        sought = seek(work, Reach(work.actor), term)
        seen = cases_visible_to(work.session, work.actor, work.facts.on)
        requests, matters = _by_receipt(work, term), matters_numbered(seen, term)
        note_search(work, term, len(sought.lines) + len(requests) + len(matters))
        return cls(sought, _with_their_own(work, _pupils(work, sought), seen), requests, matters)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not (self.pupils or self.requests or self.matters or self.sought.is_under_way)


def _pupils(work: UnitOfWork, sought: Sought) -> list[PupilHit]:
    found = [(line, sought.placed[line.id]) for line in sought.lines]
    return [
        PupilHit(line.id, line.name.full, line.class_name, _why(work, place), _ways(work, place))
        for line, place in found
    ]


def _ways(work: UnitOfWork, place: Placed) -> list[tuple[str, str]]:
    """Everybody asks for support; whose service is given at the school also takes clients and proposes matters."""
    ways = [(_("Ask for support"), "requests.ask")]
    if place.school.id in work.actor.schools(*WELFARE_PROFESSIONALS):
        ways += [(_("Take as a client"), "service_notes.ask_begin"), (_("Propose a matter"), "cases.propose_for")]
        ways += [(_("Open in an emergency"), "emergencies.begin")]
    if place.school.id in work.actor.schools(Role.PRINCIPAL, *WELFARE_PROFESSIONALS):
        ways += [(_("Non-disclosure for safety"), "non_disclosures.show")]
    student = place.student.id
    return [(words, url_for(way, student=student)) for words, way in ways if way in current_app.view_functions]


def _why(work: UnitOfWork, place: Placed) -> str:
    school = place.school.name(current_locale())
    if place.school.id in work.actor.schools(*WELFARE_PROFESSIONALS):
        return _("Your service is given at %(school)s.", school=school)
    if place.school_class.id in work.actor.class_ids:
        return _("The pupil is in your own group.")
    return _("Your task reaches the pupils of %(school)s.", school=school)


def _with_their_own(work: UnitOfWork, hits: Sequence[PupilHit], seen: Sequence[SeenCase]) -> list[PupilHit]:
    statement = (
        select(ContactRequest)
        .where(ContactRequest.student_id.in_([hit.id for hit in hits]), requests_visible_to(work.actor))
        .order_by(ContactRequest.received_at.desc())
        .limit(MOST_FOUND)
    )
    found = list(work.session.scalars(statement)) if hits else []
    matters = matters_of(seen, [hit.id for hit in hits])
    return [
        replace(h, requests=[_request_hit(r) for r in found if r.student_id == h.id], matters=matters[h.id])
        for h in hits
    ]


def _by_receipt(work: UnitOfWork, term: str) -> list[RequestHit]:
    try:
        number = read_receipt_number(term)
    except ReceiptNumberError:
        return []
    of_number = select(ContactRequest).where(ContactRequest.receipt == number)
    seen = work.session.scalars(of_number.where(requests_visible_to(work.actor))).first()
    if seen is not None:
        return [_request_hit(seen)]
    sent = work.session.scalars(of_number.where(requests_sent_by(work.actor))).first()
    return [_request_hit(sent, endpoint="requests.receipt")] if sent else []


def _request_hit(request: ContactRequest, endpoint: str = "requests.show") -> RequestHit:
    word = status_word(request.state, is_taken_back=request.taken_back_at is not None)
    return RequestHit(request.receipt, str(STATUSES[word]), STATUS_TONES[word], url_for(endpoint, request=request.id))
