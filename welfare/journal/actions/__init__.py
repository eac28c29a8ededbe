"""The verbs of the journal room: write, disclose, correct, keep a draft. There is none that changes or removes."""

from welfare.journal.actions.correcting import CorrectionRefusedError, OvertakenError, correct_entry
from welfare.journal.actions.disclosing import DisclosureRefusedError, disclose
from welfare.journal.actions.drafting import DraftPlace, discard, keep
from welfare.journal.actions.writing import ForeignOfficeError, IncompleteEntryError, NewEntry, write_entry

__all__ = [
    "CorrectionRefusedError",
    "DisclosureRefusedError",
    "DraftPlace",
    "ForeignOfficeError",
    "IncompleteEntryError",
    "NewEntry",
    "OvertakenError",
    "correct_entry",
    "discard",
    "disclose",
    "keep",
    "write_entry",
]
