"""Correcting a journal entry: by a new entry linked to it, never by changing it (TihL 15 §; IND §4.4; rule 19).

An entry has at most one correction; what was corrected wrongly is corrected by correcting the correction. The versions
thus make one line with one newest end, and two people correcting at once cannot both be right unseen.
"""

from dataclasses import dataclass
from enum import StrEnum

from welfare.rules.journal import EntryKind


class CorrectionBlock(StrEnum):
    """What forbids a correction."""

    OTHER_MATTER = "other_matter"
    ALREADY_CORRECTED = "already_corrected"
    OWN_WORDS = "own_words"
    REASON = "reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionFacts:
    """The entry to be corrected, the original its line of corrections began with, and who corrects."""

    original_kind: EntryKind
    is_same_matter: bool
    is_corrected_already: bool
    is_by_original_author: bool
    has_reason: bool


def what_blocks_correction(facts: CorrectionFacts) -> tuple[CorrectionBlock, ...]:
    """What forbids the correction. Only the student corrects the student's own words; others add a note."""
    blocks = {
        CorrectionBlock.OTHER_MATTER: not facts.is_same_matter,
        CorrectionBlock.ALREADY_CORRECTED: facts.is_corrected_already,
        CorrectionBlock.OWN_WORDS: facts.original_kind is EntryKind.OWN_WORDS and not facts.is_by_original_author,
        CorrectionBlock.REASON: not facts.has_reason,
    }
    return tuple(block for block, is_blocking in blocks.items() if is_blocking)
