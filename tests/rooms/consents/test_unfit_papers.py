"""A file is looked at by its content: what is no picture or page, or more than that, is refused and nothing is kept."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from tests.builders_cases import People
from tests.builders_papers import a_jpeg, a_pdf, a_png
from tests.rooms.consents.scans import SECRET, ZIP, attach, count, save
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.consents.papers.models import SignedPaperChunk


def huge_png() -> bytes:
    """A header that promises 60,000 times 60,000 pixels, and hardly anything behind it."""
    content = bytearray(a_png())
    content[16:24] = struct.pack(">II", 60_000, 60_000)
    content[29:33] = struct.pack(">I", zlib.crc32(bytes(content[12:29])))
    return bytes(content)


def acting_pdf(**names: str) -> bytes:
    """A PDF file that does something when it is opened."""
    writer = PdfWriter()
    action = DictionaryObject({NameObject("/S"): NameObject(f"/{names.pop('does')}")})
    action.update({NameObject(f"/{name}"): TextStringObject(words) for name, words in names.items()})
    writer.root_object[NameObject("/OpenAction")] = ArrayObject([action])
    return a_pdf(writer=writer)


def carrying_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_attachment("lausunto.txt", SECRET)
    return a_pdf(writer=writer)


UNFIT: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "empty": (lambda: b"", "sivu.png", "The file is empty."),
    "huge": (lambda: a_png() + bytes(10 * 1024 * 1024), "sivu.png", "at most 10 MB"),
    "zip": (lambda: ZIP, "sivu.zip", "Choose a file of the kind"),
    "zip called a picture": (lambda: ZIP, "sivu.png", "This is no PDF file, JPEG or PNG picture."),
    "html": (lambda: b"<html><script>alert(1)</script>", "sivu.pdf", "This is no PDF file"),
    "svg": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "sivu.png", "This is no PDF file"),
    "gif": (lambda: b"GIF89a" + bytes(40), "sivu.png", "This is no PDF file"),
    "blanks before a PDF": (lambda: b"\n\n" + a_pdf(), "sivu.pdf", "This is no PDF file"),
    "a picture called a PDF": (a_png, "sivu.pdf", "says another kind"),
    "a PDF called a picture": (a_pdf, "sivu.jpg", "says another kind"),
    "a PNG with a ZIP behind": (lambda: a_png() + ZIP, "sivu.png", "Something else is hidden"),
    "a PDF with a ZIP behind": (lambda: a_pdf() + ZIP, "sivu.pdf", "Something else is hidden"),
    "60000 times 60000": (huge_png, "sivu.png", "at most 40 million dots"),
    "a PNG cut off": (lambda: a_png()[:-20], "sivu.png", "broken or not whole"),
    "a PNG cut off in its pixels": (lambda: a_png()[:60] + a_png()[-12:], "sivu.png", "broken or not whole"),
    "a JPEG cut off": (lambda: a_jpeg()[:300], "sivu.jpg", "broken or not whole"),
    "a PDF cut off": (lambda: a_pdf()[:-30], "sivu.pdf", "broken or not whole"),
    "a PDF without a middle": (lambda: a_pdf()[:100] + b"%%EOF", "sivu.pdf", "broken or not whole"),
    "a PDF without a page": (lambda: a_pdf(0), "sivu.pdf", "broken or not whole"),
    "a PDF of a book": (lambda: a_pdf(21), "sivu.pdf", "too many pages"),
    "a PDF with a password": (lambda: a_pdf(password="salasana"), "sivu.pdf", "has a password"),
    "JavaScript": (lambda: acting_pdf(does="JavaScript", JS="app.alert(1)"), "sivu.pdf", "holds a programme"),
    "a programme to be started": (lambda: acting_pdf(does="Launch", F="x.exe"), "sivu.pdf", "holds a programme"),
    "a form to be sent": (lambda: acting_pdf(does="SubmitForm", F="x"), "sivu.pdf", "holds a programme"),
    "a file within a file": (carrying_pdf, "sivu.pdf", "another file"),
}


@pytest.mark.parametrize("what", UNFIT)
def test_an_unfit_file_is_refused_in_words_at_the_field_and_nothing_is_kept(
    people: People, visit: Visit, consent: str, ledger: Ledger, what: str
) -> None:
    make, name, words = UNFIT[what]
    client = visit(people.curator)
    page = attach(client, consent, make(), name, status=422)
    assert words in page.field_error("file")
    assert (count(ledger), count(ledger, SignedPaperChunk)) == (0, 0)


@pytest.mark.parametrize(
    ("content", "name"), [(a_png(), "a.PNG"), (a_jpeg(), "a.jpg"), (a_jpeg(), "a.jpeg"), (a_pdf(20), "a.pdf")]
)
def test_the_like_of_them_that_are_sound_are_kept(
    people: People, visit: Visit, consent: str, ledger: Ledger, content: bytes, name: str
) -> None:
    attach(visit(people.curator), consent, content, name)
    assert count(ledger) == 1


def test_a_picture_one_can_see_through_lies_on_white(people: People, visit: Visit, consent: str) -> None:
    written = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(written, "PNG")
    client = visit(people.curator)
    page = attach(client, consent, written.getvalue())
    saved = save(page)
    with Image.open(BytesIO(saved.data)) as picture:
        assert (picture.mode, picture.getpixel((5, 5))) == ("RGB", (255, 255, 255))
