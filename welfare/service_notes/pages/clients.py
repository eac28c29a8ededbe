"""One's own clients in one register: sorted, found by name, a page at a time. Names are opened in memory alone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.finding import NameIndex, normal
from welfare.people.pages import PersonName
from welfare.rules.service_records import ServiceDesk
from welfare.service_notes.models import ClientFile
from welfare.service_notes.pages.head import client_name, places_of, staff_names
from welfare.service_notes.pages.today import OfferedClient, own_offers
from welfare.service_notes.queries.covers import covers_by
from welfare.service_notes.queries.parts import latest_of, next_of
from welfare.service_notes.queries.seen import clients_seen_by
from welfare.service_notes.queries.vacant import vacant_for
from welfare.service_notes.words import KEPT_APART, SERVICE_WORDS
from welfare.ui.formats import date_text
from welfare.ui.paging import Page

PAGE_SIZE = 25
SORTS = ("latest", "name", "started")
SHOWN = ("live", "ended")
Url = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which clients, in which order."""

    show: str
    sort: str


@dataclass(frozen=True, slots=True)
class ClientLine:
    """One client in a list."""

    id: UUID
    name: str
    place: str
    started_on: date
    latest: datetime | None
    next: datetime | None
    worker: str
    """Whose client it is, where the reader stands in."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around every list of one register."""

    title: str
    kept_apart: str
    counts: Mapping[str, int]
    offers: Sequence[OfferedClient]
    standing_in: Sequence[str]
    without_worker: int
    """How many clients of colleagues who have left the reader may take over."""

    @classmethod
    def of(cls, work: UnitOfWork, desk: ServiceDesk, seen: Sequence[ClientFile]) -> "Around":
        """Count, and open what waits beside the list."""
        live = sum(file.is_live for file in seen)
        return cls(
            title=str(SERVICE_WORDS[desk.register]),
            kept_apart=str(KEPT_APART[desk.register]),
            counts=dict(zip(SHOWN, (live, len(seen) - live), strict=True)),
            offers=own_offers(work, desk),
            standing_in=_standing_in(work, desk),
            without_worker=len(vacant_for(work.session, work.actor, work.facts.on, desk)),
        )


@dataclass(frozen=True, slots=True)
class ClientsPage:
    """The clients that the reader sees in one register."""

    around: Around
    choice: Choice
    lines: Page[ClientLine]
    sought: bool = False
    left_out: int = 0
    """How many more have been found than are shown."""

    @classmethod
    def of(cls, work: UnitOfWork, desk: ServiceDesk, choice: Choice, number: int, url: Url) -> "ClientsPage":
        """Open one page of the list; sorting by name opens every name of the state asked for."""
        seen = clients_seen_by(work.session, work.actor, work.facts.on, desk)
        chosen = [file for file in seen if file.is_live is (choice.show == SHOWN[0])]
        ordered = _ordered(work, chosen, choice.sort)
        shown = ordered[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        lines = Page(_lines(work, shown), number, PAGE_SIZE, len(chosen), url)
        return cls(Around.of(work, desk, seen), choice, lines)

    @classmethod
    def sought_by(cls, work: UnitOfWork, desk: ServiceDesk, name: str) -> "ClientsPage":
        """Look through the names of one's own clients in one register; the event keeps no word of it (rule 27)."""
        seen = clients_seen_by(work.session, work.actor, work.facts.on, desk)
        found = _named(work, seen, name)
        digest = work.fingerprint(desk.controller_id, f"client_search:{desk.register}", normal(name))
        work.note(desk.controller_id, desk.register, search=digest.hex(), hits=len(found))
        ordered = _ordered(work, found, "name")[:PAGE_SIZE]
        lines = Page(_lines(work, ordered), 1, PAGE_SIZE, len(ordered), lambda number: f"#{number}")
        around, left_out = Around.of(work, desk, seen), len(found) - len(ordered)
        return cls(around, Choice(SHOWN[0], "name"), lines, sought=True, left_out=left_out)


def _ordered(work: UnitOfWork, files: Sequence[ClientFile], sort: str) -> list[ClientFile]:
    if sort == "name":
        names = _names(work, files)
        return sorted(files, key=lambda file: (*names[file.id].sort_key, file.id))
    if sort == "started":
        return sorted(files, key=lambda file: (file.started_on, file.id), reverse=True)
    latest = latest_of(work.session, [file.id for file in files])
    return sorted(files, key=lambda file: (latest.get(file.id, file.opened_at), file.id), reverse=True)


def _lines(work: UnitOfWork, files: Sequence[ClientFile]) -> list[ClientLine]:
    ids = [file.id for file in files]
    names, places = _names(work, files), places_of(work, [file.student_id for file in files])
    latest, coming = latest_of(work.session, ids), next_of(work.session, ids, work.now)
    others = [file.worker_person_id for file in files if file.worker_account_id != work.actor.account_id]
    workers = staff_names(work, others)
    return [
        ClientLine(
            id=file.id,
            name=names[file.id].full,
            place=places.get(file.student_id, ""),
            started_on=file.started_on,
            latest=latest.get(file.id),
            next=coming.get(file.id),
            worker="" if file.worker_account_id == work.actor.account_id else workers[file.worker_person_id],
        )
        for file in files
    ]


def _names(work: UnitOfWork, files: Sequence[ClientFile]) -> dict[UUID, PersonName]:
    work.prefetch(files)
    return {file.id: client_name(work, file) for file in files}


def _named(work: UnitOfWork, files: Sequence[ClientFile], name: str) -> list[ClientFile]:
    names = {
        file.id: f"{document['given_name']} {document['family_name']}"
        for file, document in work.skim(list(files), ClientFile.document)
    }
    by_id = {file.id: file for file in files}
    return [by_id[id] for id in NameIndex(names.items()).find(name)]


def _standing_in(work: UnitOfWork, desk: ServiceDesk) -> list[str]:
    """For whom the reader stands in today, and until when."""
    on = work.facts.on
    own = [
        each
        for each in covers_by(work.session, work.actor, on)
        if each.days.hold(on) and ServiceDesk(each.register, each.controller_id) == desk
    ]
    names = staff_names(work, (each.worker_person_id for each in own))
    return [
        _("You stand in for %(name)s until %(day)s.", name=names[each.worker_person_id], day=date_text(each.last_on))
        for each in own
    ]
