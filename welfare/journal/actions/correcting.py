"""Correcting an entry: by a new one linked to it, with the reason; the earlier stays readable (TihL 15 §; rule 19)."""

from collections.abc import Collection

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.actions.disclosing import DisclosureRefusedError, facts_of
from welfare.journal.actions.writing import NewEntry, check_whole, put_into_record
from welfare.journal.content import filled_by, filled_by_correction
from welfare.journal.models import JournalEntry
from welfare.journal.queries import entries_of, line_of
from welfare.rules.answers import ConsentStatus
from welfare.rules.corrections import CorrectionBlock, CorrectionFacts, what_blocks_correction
from welfare.rules.disclosure import what_is_missing
from welfare.rules.journal import EntryKind
from welfare.rules.standing import Standing


class CorrectionRefusedError(ValueError):
    """The law of corrections forbids this one (rules/corrections.py)."""

    def __init__(self, blocks: Collection[CorrectionBlock]) -> None:
        super().__init__(", ".join(blocks))
        self.blocks = tuple(blocks)


class OvertakenError(CorrectionRefusedError):
    """Somebody corrected the entry first; ``newest`` is what would have to be corrected now."""

    def __init__(self, newest: JournalEntry) -> None:
        super().__init__((CorrectionBlock.ALREADY_CORRECTED,))
        self.newest = newest


def correct_entry(work: UnitOfWork, case: Case, corrected: JournalEntry, new: NewEntry) -> JournalEntry:
    """Write the correction of an entry, or of a correction.

    Raises OvertakenError, CorrectionRefusedError, IncompleteEntryError, DisclosureRefusedError, ForeignOfficeError.
    """
    _wait_for_other_correctors(work, corrected)
    line = line_of(corrected, entries_of(work.session, case.id))
    original = line[0]
    _check_allowed(work, case, corrected, line, has_reason=bool(new.document.get("reason")))
    document = new.document["corrected"]
    check_whole(work, case, EntryKind.CORRECTION, filled_by_correction(new.document))
    check_whole(work, case, original.kind, filled_by(document))
    if original.kind is EntryKind.DISCLOSURE:
        _check_ground(document)
    return put_into_record(work, case, new, corrects_id=corrected.id)


def blocks_of(work: UnitOfWork, corrected: JournalEntry, line: list[JournalEntry]) -> tuple[CorrectionBlock, ...]:
    """What forbids this actor to correct an entry of a line at all, before any reason has been written."""
    return what_blocks_correction(_facts(work, corrected, line, is_same_matter=True, has_reason=True))


def _check_allowed(
    work: UnitOfWork, case: Case, corrected: JournalEntry, line: list[JournalEntry], *, has_reason: bool
) -> None:
    is_same = corrected.case_id == case.id
    blocks = what_blocks_correction(_facts(work, corrected, line, is_same_matter=is_same, has_reason=has_reason))
    if CorrectionBlock.ALREADY_CORRECTED in blocks:
        raise OvertakenError(line[-1])
    if blocks:
        raise CorrectionRefusedError(blocks)


def _facts(
    work: UnitOfWork, corrected: JournalEntry, line: list[JournalEntry], *, is_same_matter: bool, has_reason: bool
) -> CorrectionFacts:
    return CorrectionFacts(
        original_kind=line[0].kind,
        is_same_matter=is_same_matter,
        is_corrected_already=line[-1].id != corrected.id,
        is_by_original_author=line[0].author_account_id == work.actor.account_id,
        has_reason=has_reason,
    )


def _check_ground(document: dict[str, str]) -> None:
    """A corrected disclosure says all that one must; a consent counts as on the day when the data were given."""
    kept = Standing(ConsentStatus.VALID) if document.get("consent") else None
    lacks = what_is_missing(facts_of(document, kept))
    if lacks:
        raise DisclosureRefusedError(lacks)


def _wait_for_other_correctors(work: UnitOfWork, corrected: JournalEntry) -> None:
    """One correction after the other: on PostgreSQL by a lock on the entry, on SQLite writers queue anyway."""
    work.session.execute(select(JournalEntry.id).where(JournalEntry.id == corrected.id).with_for_update())
