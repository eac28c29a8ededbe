"""What those concerned are told, on their own pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.breaches.models import Breach
from welfare.breaches.queries import told_about
from welfare.breaches.words import TOLD_AS
from welfare.consents.prohibitions import is_shut_out
from welfare.people.models import Person
from welfare.people.queries import guardians_of
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class Told:
    """One breach as it is told."""

    on: date
    heading: str
    words: str
    language: str


def told_to(work: UnitOfWork, student: Person) -> Sequence[Told]:
    """What the student is told, or a guardian who may know: of the provider's register, and not where shut out."""
    is_student = work.actor.person_id == student.id
    reader = work.actor.person_id
    if not is_student and (reader is None or not _may_know(work, reader, student)):
        return []
    rows = told_about(work.session, student.id)
    shown = [row for row in rows if is_student or row.controller_id == student.controller_id]
    return [_told(work, row, row.people_on) for row in shown if row.people_on]


def _told(work: UnitOfWork, row: Breach, on: date) -> Told:
    """In the reader's language, or in the one it was written in first."""
    said, language, heading = work.decrypt_document(row, Breach.people_words), current_locale(), str(TOLD_AS[row.kind])
    if language in said.get("in", {}):
        return Told(on, heading, said["in"][language], language)
    return Told(on, heading, said["words"], said.get("language", ""))


def _may_know(work: UnitOfWork, guardian_id: UUID, student: Person) -> bool:
    """A guardian with the right to information (LHL 9 §) whom the minor has not shut out (OHL 18 § 2)."""
    bonds = guardians_of(work.session, student.id, work.facts.on)
    has_right = any(bond.may_receive_information for guardian, bond in bonds if guardian.id == guardian_id)
    return has_right and not is_shut_out(work.session, guardian_id, student.id, work.facts.on)
