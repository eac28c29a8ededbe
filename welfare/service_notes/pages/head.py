"""Who the client is, in which register, and why the reader sees the file: on top of every page about a client."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select

from welfare.audit.gap import Gap, GapDocument
from welfare.audit.unit_of_work import Document, UnitOfWork
from welfare.people.models import Person
from welfare.people.pages import PersonName, names_of
from welfare.people.queries import placements_of
from welfare.rules.permissions import Permission, decide
from welfare.service_notes.models import ClientFile
from welfare.service_notes.queries.covers import covers_by
from welfare.service_notes.words import KEPT_APART, RECORD_WORDS
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class ClientHead:
    """The client's name as the register keeps it, the record's name, and the reader's part."""

    id: UUID
    name: str
    born_on: date | None
    place: str
    """Class and school today; empty for one who has left."""
    record: str
    kept_apart: str
    why: str
    is_live: bool
    is_own: bool
    started_on: date
    ended_on: date | None
    may_write: bool
    may_hand_over: bool

    @classmethod
    def of(cls, work: UnitOfWork, file: ClientFile) -> "ClientHead":
        """Open who it is."""
        name = client_name(work, file)
        return cls(
            id=file.id,
            name=name.full,
            born_on=name.born_on,
            place=places_of(work, [file.student_id]).get(file.student_id, ""),
            record=str(RECORD_WORDS[file.register]),
            kept_apart=str(KEPT_APART[file.register]),
            why=_why(work, file),
            is_live=file.is_live,
            is_own=file.worker_account_id == work.actor.account_id,
            started_on=file.started_on,
            ended_on=file.ended_on,
            may_write=decide(work.actor, Permission.SERVICE_NOTE_WRITE, work.facts).is_granted,
            may_hand_over=decide(work.actor, Permission.CLIENT_HAND_OVER, work.facts).is_granted,
        )


def client_name(work: UnitOfWork, file: ClientFile) -> PersonName:
    """The name that the register keeps of its client."""
    document = work.decrypt_document(file, ClientFile.document)
    if isinstance(document, GapDocument):
        return PersonName(Gap(), Gap())
    born: str = document.get("birth_date") or ""
    return PersonName(document["given_name"], document["family_name"], date.fromisoformat(born) if born else None)


def name_to_keep(work: UnitOfWork, student: Person) -> Document | None:
    """What a new file will keep of a pupil's name; None where it cannot be opened, for a gap is never kept."""
    name = PersonName.of(work, student)
    if isinstance(name.given, Gap) or isinstance(name.family, Gap):
        return None
    born = name.born_on.isoformat() if name.born_on else ""
    return {"given_name": name.given, "family_name": name.family, "birth_date": born}


def places_of(work: UnitOfWork, student_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Class and school of pupils today, by the pupil; nothing is opened for it."""
    locale = current_locale()
    found: dict[UUID, str] = {}
    for placed in placements_of(work.session, student_ids, work.facts.on):
        found.setdefault(placed.student.id, f"{placed.school_class.name} · {placed.school.name(locale)}")
    return found


def staff_names(work: UnitOfWork, person_ids: Iterable[UUID]) -> Mapping[UUID, str]:
    """The names of workers."""
    wanted = set(person_ids)
    people = work.session.scalars(select(Person).where(Person.id.in_(wanted))).all() if wanted else ()
    return {id: name.full for id, name in names_of(work, people).items()}


def _why(work: UnitOfWork, file: ClientFile) -> str:
    if file.worker_account_id == work.actor.account_id:
        return _("you are the client’s own worker in this service.")
    worker = staff_names(work, [file.worker_person_id]).get(file.worker_person_id, "")
    standing_in = [each for each in covers_by(work.session, work.actor, work.facts.on) if each.days.hold(work.facts.on)]
    until = next((each.last_on for each in standing_in if each.worker_account_id == file.worker_account_id), None)
    if until is None:
        return _("you stand in for %(name)s.", name=worker)
    return _("you stand in for %(name)s until %(day)s.", name=worker, day=date_text(until))
