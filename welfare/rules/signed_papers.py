"""The scan of a signed paper: the only attachment that the student welfare register takes (OHL 21 § 1)."""

from dataclasses import dataclass
from enum import StrEnum

MOST_PAPERS = 3
"""Policy: so many scans of one expression of will; a paper of two sides needs two."""
MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
MOST_PAGES = 20


class PaperKind(StrEnum):
    """What a scan may be."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"


class PaperState(StrEnum):
    """What the malware scanner has said."""

    HELD = "held"  # nothing yet
    CLEAN = "clean"
    REFUSED = "refused"  # infected: its content has been removed


class PaperFault(StrEnum):
    """Why a file is not taken."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNKNOWN_KIND = "unknown_kind"
    WRONG_ENDING = "wrong_ending"
    BROKEN = "broken"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_MANY_PAGES = "too_many_pages"
    ENCRYPTED = "encrypted"
    ACTS = "acts"
    MORE_THAN_ONE = "more_than_one"


class UnfitPaperError(ValueError):
    """A file is not taken; says why by a code."""

    def __init__(self, fault: PaperFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Serving:
    """Where this house stands: with a scanner what it has not found clean is shown to nobody.

    Without one nothing is shown in production, where real pupils' papers are; elsewhere it is shown as not scanned.
    """

    has_scanner: bool
    is_production: bool

    def allows(self, state: PaperState) -> bool:
        """Whether a paper in a state may be handed out."""
        if state is PaperState.HELD:
            return not self.has_scanner and not self.is_production
        return state is PaperState.CLEAN
