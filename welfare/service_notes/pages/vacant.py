"""Clients whose worker has left the service: their names, and nothing of the record until one of them is taken over."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.service_records import ServiceDesk
from welfare.service_notes.models import ClientFile
from welfare.service_notes.pages.head import client_name, places_of, staff_names
from welfare.service_notes.queries.vacant import vacant_for
from welfare.service_notes.words import RECORD_WORDS, SERVICE_WORDS
from welfare.ui.paging import Page

PAGE_SIZE = 25


@dataclass(frozen=True, slots=True)
class VacantLine:
    """One client without a worker."""

    id: UUID
    name: str
    place: str
    record: str
    worker: str
    """Who had the client."""


@dataclass(frozen=True, slots=True)
class VacantPage:
    """Those of one register that the reader may take over."""

    service: str
    lines: Page[VacantLine]

    @classmethod
    def of(cls, work: UnitOfWork, desk: ServiceDesk, number: int, url: Callable[[int], str]) -> "VacantPage":
        """Open the names of one page of them."""
        files = list(vacant_for(work.session, work.actor, work.facts.on, desk))
        shown = files[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        return cls(str(SERVICE_WORDS[desk.register]), Page(_lines(work, shown), number, PAGE_SIZE, len(files), url))


def vacant_line(work: UnitOfWork, file: ClientFile) -> VacantLine:
    """One client without a worker, opened."""
    return _lines(work, [file])[0]


def _lines(work: UnitOfWork, files: list[ClientFile]) -> list[VacantLine]:
    work.prefetch(files)
    places = places_of(work, [file.student_id for file in files])
    workers = staff_names(work, (file.worker_person_id for file in files))
    return [
        VacantLine(
            id=file.id,
            name=client_name(work, file).full,
            place=places.get(file.student_id, ""),
            record=str(RECORD_WORDS[file.register]),
            worker=workers.get(file.worker_person_id, ""),
        )
        for file in files
    ]
