"""Writing an entry: once, whole, in the office held at that moment (OHL 20 § 4; rules 17-19)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.drafts.places import discard_at
from welfare.journal.actions.drafting import draft_about
from welfare.journal.content import filled_by
from welfare.journal.models import JournalEntry
from welfare.journal.queries import Directory, directory_of, offices_of
from welfare.rules.actors import Role
from welfare.rules.journal import GROUPS_OF, EntryKind, Field, FieldGroup, IdentifiedBy, what_is_missing
from welfare.rules.registers import Register


class IncompleteEntryError(ValueError):
    """The act asks for more than the entry holds."""

    def __init__(self, missing: Collection[Field]) -> None:
        super().__init__(", ".join(missing))
        self.missing = tuple(missing)


class ForeignOfficeError(ValueError):
    """Nobody writes in an office that is not the writer's own today."""


class WrongWayError(ValueError):
    """Disclosures and corrections have ways of their own into the journal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """An entry to be written: ``document`` as in `welfare.journal.content`."""

    kind: EntryKind
    occurred_on: date
    office: Role
    document: dict[str, Any]
    replaces_draft: bool = True
    """Whether the writer's own draft of this kind has become this entry; the minutes of a meeting have none."""


def write_entry(work: UnitOfWork, case: Case, new: NewEntry) -> JournalEntry:
    """Write an entry that needs no more than membership. Raises IncompleteEntryError, ForeignOfficeError."""
    if new.kind in {EntryKind.DISCLOSURE, EntryKind.CORRECTION}:
        raise WrongWayError(new.kind)
    directory = check_whole(work, case, new.kind, filled_by(new.document))
    if FieldGroup.STUDENT in GROUPS_OF[new.kind] and directory.identified_by is IdentifiedBy.BIRTH_DATE:
        new = replace(new, document=new.document | {"identity": IdentifiedBy.BIRTH_DATE.value})
    return put_into_record(work, case, new)


def check_whole(work: UnitOfWork, case: Case, kind: EntryKind, filled: Collection[Field]) -> Directory:
    """Refuse what the act finds incomplete, counting what the directory holds. Raises IncompleteEntryError."""
    directory = directory_of(work, case)
    missing = what_is_missing(kind, {*filled, *directory.holds}, student_is_minor=directory.student_is_minor)
    if missing:
        raise IncompleteEntryError(missing)
    return directory


def put_into_record(work: UnitOfWork, case: Case, new: NewEntry, corrects_id: UUID | None = None) -> JournalEntry:
    """Add a whole entry to the record, in place of its draft. Raises ForeignOfficeError."""
    if new.office not in offices_of(work.actor):
        raise ForeignOfficeError(new.office)
    entry = JournalEntry(
        id=uuid4(),
        case_id=case.id,
        student_id=case.student_id,
        controller_id=case.controller_id,
        kind=new.kind,
        occurred_on=new.occurred_on,
        written_at=work.now,
        author_account_id=work.actor.account_id,
        author_person_id=work.actor.person_id,
        author_office=new.office.value,
        corrects_id=corrects_id,
    )
    work.encrypt_document(entry, JournalEntry.document, new.document)
    work.session.add(entry)
    work.session.flush()
    if new.replaces_draft:
        discard_at(work, draft_about(corrects_id or case.id, new.kind))
    subject = ("journal_entry", entry.id)
    work.note(case.controller_id, Register.WELFARE, subject, kind=new.kind.value, office=new.office.value)
    return entry
