"""PDF files looked through for what acts, and their pages written anew."""

import logging
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Final

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

from welfare.rules.signed_papers import MOST_PAGES, PaperFault, UnfitPaperError

_ACTS: Final = frozenset(
    {
        "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/EF", "/RichMedia", "/XFA", "/GoToE",
        "/GoToR", "/SubmitForm", "/ImportData", "/Movie", "/Sound", "/Rendition", "/3D",
    }
)  # fmt: skip
"""Names by which a file runs, opens, sends or carries something (ISO 32000-1, 12.6 and 7.11)."""
_END: Final = b"%%EOF"
_MOST_OBJECTS: Final = 50_000

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would quote from a family's file in the log


def rewritten_pdf(content: bytes) -> bytes:
    """The pages of a PDF file in a new one. Raises UnfitPaperError."""
    _head, mark, tail = content.rpartition(_END)
    if not mark:
        raise UnfitPaperError(PaperFault.BROKEN)
    if tail.strip(b"\0\t\n\f\r "):
        raise UnfitPaperError(PaperFault.MORE_THAN_ONE)
    try:
        return _rewritten(PdfReader(BytesIO(content)))
    except UnfitPaperError:
        raise
    except Exception as error:  # whatever a broken file makes a reader raise, it is a broken file
        raise UnfitPaperError(PaperFault.BROKEN) from error


def _rewritten(reader: PdfReader) -> bytes:
    if reader.is_encrypted:
        raise UnfitPaperError(PaperFault.ENCRYPTED)
    if any(name in _ACTS for name in _names(reader)):
        raise UnfitPaperError(PaperFault.ACTS)
    if not reader.pages:
        raise UnfitPaperError(PaperFault.BROKEN)
    if len(reader.pages) > MOST_PAGES:
        raise UnfitPaperError(PaperFault.TOO_MANY_PAGES)
    writer = PdfWriter()
    for page in reader.pages:
        writer.add_page(page)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def _names(reader: PdfReader) -> Iterator[str]:
    """Every name in every object of the file, also of those that no page leads to."""
    found = {(number, generation) for generation, numbers in reader.xref.items() for number in numbers}
    found |= {(number, 0) for number in reader.xref_objStm}
    if len(found) > _MOST_OBJECTS:
        raise UnfitPaperError(PaperFault.BROKEN)
    yield from _names_in([reader.trailer])
    for number, generation in found:
        yield from _names_in([reader.get_object(IndirectObject(number, generation, reader))])


def _names_in(begin: Iterable[object]) -> Iterator[str]:
    """The names within some objects, without following references."""
    waiting = list(begin)
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, NameObject):
            yield str(thing)
        elif isinstance(thing, DictionaryObject):
            yield from map(str, thing)
            waiting += [each for each in thing.values() if not isinstance(each, IndirectObject)]
        elif isinstance(thing, ArrayObject):
            waiting += [each for each in list.__iter__(thing) if not isinstance(each, IndirectObject)]
