"""The verbs of the journal room: write, disclose, correct, keep a draft. There is none that changes or removes."""

from welfare.journal.actions.correcting import CorrectionRefusedError, OvertakenError, correct_entry
from welfare.journal.actions.disclosing import DisclosureRefusedError, disclose
from welfare.journal.actions.drafting import draft_of_correction, draft_of_new
from welfare.journal.actions.writing import ForeignOfficeError, IncompleteEntryError, NewEntry, write_entry

__all__ = [
    "CorrectionRefusedError",
    "DisclosureRefusedError",
    "ForeignOfficeError",
    "IncompleteEntryError",
    "NewEntry",
    "OvertakenError",
    "correct_entry",
    "disclose",
    "draft_of_correction",
    "draft_of_new",
    "write_entry",
]
