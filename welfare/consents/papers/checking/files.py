"""What a file is by its first bytes, and whether its name says the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from welfare.consents.papers.checking.pdf_files import rewritten_pdf
from welfare.consents.papers.checking.pictures import rewritten_jpeg, rewritten_png
from welfare.rules.signed_papers import MOST_BYTES, PaperFault, PaperKind, UnfitPaperError

ENDINGS: Final[Mapping[PaperKind, tuple[str, ...]]] = {
    PaperKind.PDF: (".pdf",),
    PaperKind.JPEG: (".jpg", ".jpeg"),
    PaperKind.PNG: (".png",),
}
_BEGINNINGS: Final = {
    PaperKind.PDF: b"%PDF-",
    PaperKind.JPEG: b"\xff\xd8\xff",
    PaperKind.PNG: b"\x89PNG\r\n\x1a\n",
}
_REWRITERS: Final[Mapping[PaperKind, Callable[[bytes], bytes]]] = {
    PaperKind.PDF: rewritten_pdf,
    PaperKind.JPEG: rewritten_jpeg,
    PaperKind.PNG: rewritten_png,
}


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that may be kept: what it is, and its content as written anew."""

    kind: PaperKind
    content: bytes


def checked(content: bytes, name: str) -> CheckedFile:
    """The file written anew, with nothing in it but pictures or pages. Raises UnfitPaperError."""
    if not content:
        raise UnfitPaperError(PaperFault.EMPTY)
    if len(content) > MOST_BYTES:
        raise UnfitPaperError(PaperFault.TOO_LARGE)
    kind = next((kind for kind, beginning in _BEGINNINGS.items() if content.startswith(beginning)), None)
    if kind is None:
        raise UnfitPaperError(PaperFault.UNKNOWN_KIND)
    if not name.lower().endswith(ENDINGS[kind]):
        raise UnfitPaperError(PaperFault.WRONG_ENDING)
    rewritten = _REWRITERS[kind](content)
    if len(rewritten) > MOST_BYTES:
        raise UnfitPaperError(PaperFault.TOO_LARGE)
    return CheckedFile(kind, rewritten)
