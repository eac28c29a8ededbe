"""Giving an expert group sentences of a service's own notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import account_at, place_of
from welfare.cases.models import Case
from welfare.disclosures.models import Disclosure
from welfare.disclosures.passages import Excerpt
from welfare.journal.actions import NewEntry, disclose
from welfare.rules.disclosure import DisclosureGround
from welfare.rules.events import NotesDisclosed
from welfare.rules.giving import How
from welfare.rules.registers import Register
from welfare.service_notes.models import ClientFile

GROUND = DisclosureGround.STUDENTS_WELFARE
"""What those who take part cannot do without for the student's own welfare. A consent names one receiver, never a
group, so it is no ground here (OHL 22 § 2, 23 § 2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveToGroup:
    """``entry`` is the journal's line of it; ``note_ids`` the notes that the excerpts were picked from."""

    entry: NewEntry
    excerpts: Sequence[Excerpt]
    note_ids: tuple[UUID, ...]


def give_to_group(work: UnitOfWork, case: Case, file: ClientFile, command: GiveToGroup) -> Disclosure:
    """Give the group sentences of one's own notes. Raises welfare.journal.actions.DisclosureRefusedError."""
    entry = disclose(work, case, command.entry)
    row = _keep(work, case, command, entry.id)
    work.tell(NotesDisclosed(row.id, command.note_ids))
    subjects = (("disclosure", row.id), *file.about())
    work.note(file.controller_id, file.register, *subjects, ground=GROUND.value, disclosed=len(command.note_ids))
    work.note(case.controller_id, Register.WELFARE, ("disclosure", row.id))
    return row


def _keep(work: UnitOfWork, case: Case, command: GiveToGroup, entry_id: UUID) -> Disclosure:
    row = Disclosure(
        id=uuid4(),
        **place_of(case),
        entry_id=entry_id,
        ground=GROUND,
        how=How.IN_JOURNAL,
        given_at=work.now,
        given_by=account_at(work),
        given_by_person_id=work.actor.person_id,
    )
    kept = [excerpt.to_keep() for excerpt in command.excerpts]
    work.encrypt_document(
        row, Disclosure.document, {"to_whom": command.entry.document["to_whom"], "words": "", "passages": kept}
    )
    work.session.add(row)
    work.session.flush()
    return row
