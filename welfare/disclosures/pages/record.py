"""The journal as sentences that may be picked out of it."""

from collections.abc import Iterator

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.disclosures.forms.passage_boxes import OfferedEntry
from welfare.disclosures.passages import NOT_OFFERED, Passage, sentences_of
from welfare.journal.models import JournalEntry
from welfare.journal.pages.entries import OpenedRecord
from welfare.journal.pages.lines import Line, Look
from welfare.journal.queries import entries_of, line_of
from welfare.journal.words import KIND_WORDS
from welfare.rules.journal import EntryKind
from welfare.ui.formats import date_text


def offered_entries(work: UnitOfWork, case: Case) -> list[OfferedEntry]:
    """Every entry as it reads today with its corrections, the newest first; what cannot be opened is left out."""
    rows = entries_of(work.session, case.id)
    opened = OpenedRecord.of(work, rows)
    found = []
    for row in reversed(rows):
        line = line_of(row, rows)
        if row is not line[0] or row.kind is EntryKind.DISCLOSURE:
            continue
        passages = list(_passages(row, opened.whole(line[-1])))
        if passages:
            title = f"{KIND_WORDS[row.kind]} {date_text(row.occurred_on)}"
            found.append(OfferedEntry(title, opened.author(row), passages))
    return found


def _passages(row: JournalEntry, lines: tuple[Line, ...]) -> Iterator[Passage]:
    for line in lines:
        if line.name in NOT_OFFERED:
            continue
        for place, text in enumerate(sentences_of(line.text)):
            is_voice = line.look is Look.VOICE
            yield Passage(row.id, row.kind, row.occurred_on, line.name, line.label, is_voice, place, text)
