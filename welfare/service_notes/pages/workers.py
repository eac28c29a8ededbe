"""Pages of workers: offering a client, answering an offer, and standing in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.pages import names_of
from welfare.rules.service_records import ServiceDesk
from welfare.service_notes.models import ClientFile, HandOver, WorkerCover
from welfare.service_notes.pages.head import client_name, staff_names
from welfare.service_notes.queries.covers import covers_by, covers_of
from welfare.service_notes.queries.workers import colleagues_in
from welfare.service_notes.words import RECORD_WORDS, SERVICE_WORDS
from welfare.ui.fields import Option


@dataclass(frozen=True, slots=True)
class OfferPage:
    """An offer as its receiver sees it: who the client is and why, and nothing of the record."""

    id: UUID
    name: str
    record: str
    by: str
    at: datetime
    reason: str

    @classmethod
    def of(cls, work: UnitOfWork, offer: HandOver) -> "OfferPage":
        """Open the name and the reason."""
        file = work.session.get_one(ClientFile, offer.file_id)
        return cls(
            id=offer.id,
            name=client_name(work, file).full,
            record=str(RECORD_WORDS[offer.register]),
            by=staff_names(work, [offer.from_person_id])[offer.from_person_id],
            at=offer.offered_at,
            reason=work.decrypt(offer, HandOver.reason),
        )


@dataclass(frozen=True, slots=True)
class CoverLine:
    """One cover: who stands in for whom, from when to when."""

    id: UUID
    name: str
    first_on: date
    last_on: date
    note: str
    is_today: bool


@dataclass(frozen=True, slots=True)
class CoverPage:
    """Who stands in for the reader, and for whom the reader stands in."""

    service: str
    own: Sequence[CoverLine]
    others: Sequence[CoverLine]

    @classmethod
    def of(cls, work: UnitOfWork, desk: ServiceDesk) -> "CoverPage":
        """Open the words of each."""
        on = work.facts.on
        own = covers_of(work.session, work.actor.account_id, desk, on)
        others = [
            each
            for each in covers_by(work.session, work.actor, on)
            if ServiceDesk(each.register, each.controller_id) == desk
        ]
        work.prefetch([*own, *others])
        people = [each.cover_person_id for each in own] + [each.worker_person_id for each in others]
        names = staff_names(work, people)
        return cls(
            str(SERVICE_WORDS[desk.register]),
            [_line(work, each, names[each.cover_person_id]) for each in own],
            [_line(work, each, names[each.worker_person_id]) for each in others],
        )


def colleague_options(work: UnitOfWork, desk: ServiceDesk) -> list[Option]:
    """The colleagues of one's register, by name."""
    found = colleagues_in(work.session, desk, work.facts.on, besides=work.actor.account_id)
    names = names_of(work, (each.person for each in found))
    ordered = sorted(found, key=lambda each: names[each.person.id].sort_key)
    return [
        Option(each.account_id, f"{names[each.person.id].full}, {str(ROLE_WORDS[each.role]).lower()}")
        for each in ordered
    ]


def _line(work: UnitOfWork, cover: WorkerCover, name: str) -> CoverLine:
    return CoverLine(
        id=cover.id,
        name=name,
        first_on=cover.first_on,
        last_on=cover.last_on,
        note=work.decrypt(cover, WorkerCover.note),
        is_today=cover.days.hold(work.facts.on),
    )
