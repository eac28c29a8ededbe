"""Printed forms and signed papers put straight into the database; pictures and PDF files made for a test."""

from io import BytesIO
from uuid import UUID, uuid4

from PIL import Image
from pypdf import PdfWriter

from tests.builders import Someone, Village, system_work
from tests.builders_cases import YEAR
from welfare.consents.models import ExpressionOfWill
from welfare.consents.papers.checking import CheckedFile
from welfare.consents.papers.keeping import keep_signed_paper
from welfare.consents.papers.models import ConsentForm
from welfare.organisations.numbering import next_in_series
from welfare.rules.actors import Actor, World
from welfare.rules.consent import ConsentKind
from welfare.rules.signed_papers import PaperKind


def a_form(village: Village, case_id: UUID, student: Someone, printer: Someone) -> UUID:
    """A form that asks the student whether the matter may be handled in a group."""
    form_id = uuid4()
    with village.work() as work:
        number = next_in_series(work.session, village.provider_id, f"{YEAR}/L")
        form = ConsentForm(
            id=form_id,
            student_id=student.person_id,
            case_id=case_id,
            controller_id=village.provider_id,
            number=f"{YEAR}/L/{number:04}",
            kind=ConsentKind.GROUP_HANDLING,
            named="",
            language="fi",
            information_version="1",
            printed_at=work.now,
            printed_by=printer.account_id,
        )
        giver = {"name": student.name, "capacity": "self"}
        words = {"student": student.name, "purpose": "Aamut ja jaksaminen", "givers": [giver]}
        work.encrypt_document(form, ConsentForm.document, words)
        work.session.add(form)
    return form_id


def a_paper(village: Village, will_id: UUID, keeper: Someone, content: bytes = b"") -> UUID:
    """The scan of an expression, as it is kept before anybody has scanned it."""
    by = Actor(account_id=keeper.account_id, person_id=keeper.person_id, world=World.STAFF, full_sign_in=True)
    with system_work(village.ledger, by) as work:
        will = work.session.get_one(ExpressionOfWill, will_id)
        return keep_signed_paper(work, will, CheckedFile(PaperKind.PNG, content or a_png())).id


def a_png(width: int = 40, height: int = 30) -> bytes:
    """A small picture."""
    return _picture(Image.new("RGB", (width, height), (200, 30, 30)), "PNG")


def a_jpeg(exif: Image.Exif | None = None) -> bytes:
    """A small picture that lies on its side, if its metadata say so."""
    return _picture(Image.new("RGB", (40, 30), (200, 30, 30)), "JPEG", **({"exif": exif} if exif else {}))


def a_pdf(pages: int = 1, password: str = "", writer: PdfWriter | None = None) -> bytes:
    """A PDF file with empty pages; with more in it if a writer is given that has more."""
    own = writer or PdfWriter()
    for _number in range(pages):
        own.add_blank_page(width=595, height=842)
    if password:
        own.encrypt(password)
    written = BytesIO()
    own.write(written)
    return written.getvalue()


def _picture(image: Image.Image, kind: str, **wishes: Image.Exif) -> bytes:
    written = BytesIO()
    image.save(written, kind, **wishes)
    return written.getvalue()
