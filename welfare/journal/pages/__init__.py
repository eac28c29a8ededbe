"""What the journal's templates are given. Entries and drafts are opened in this folder and nowhere else."""

from welfare.journal.pages.conflicts import ConflictPage
from welfare.journal.pages.entry import EntryPage
from welfare.journal.pages.preview import JournalPreview
from welfare.journal.pages.record import JournalPage, PrintedPage
from welfare.journal.pages.search import FoundPage
from welfare.journal.pages.writing import ChoicePage, WritingPage

__all__ = [
    "ChoicePage",
    "ConflictPage",
    "EntryPage",
    "FoundPage",
    "JournalPage",
    "JournalPreview",
    "PrintedPage",
    "WritingPage",
]
