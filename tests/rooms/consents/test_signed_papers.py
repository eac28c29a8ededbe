"""The scan of a signed paper is kept sealed with its expression of will, and handed out to those who may read that."""

import json
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from PIL import Image
from pypdf import PdfReader
from sqlalchemy import select

from tests.builders import Village
from tests.builders_cases import People, a_will
from tests.builders_papers import a_jpeg, a_paper, a_pdf, a_png
from tests.rooms.consents.scans import SECRET, ZIP, attach, count, save
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.consents.models import ExpressionOfWill
from welfare.consents.papers.checking import CheckedFile
from welfare.consents.papers.keeping import NoSignedPaperError, keep_signed_paper
from welfare.consents.papers.models import SignedPaper, SignedPaperChunk
from welfare.disclosures.forms.parcels import ParcelForm
from welfare.indicators.forms import ImportForm
from welfare.journal.models import JournalEntry
from welfare.people.forms import RosterForm
from welfare.rules.consent import ConsentKind, Way
from welfare.rules.signed_papers import PaperKind
from welfare.ui.fields import Upload
from welfare.ui.forms import PageForm


def test_a_photograph_is_kept_upright_and_without_what_the_telephone_wrote_into_it(
    people: People, visit: Visit, consent: str, ledger: Ledger
) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, SECRET.decode()
    client = visit(people.curator)
    page = attach(client, consent, a_jpeg(exif) + ZIP, "IMG 1.JPEG")
    assert page.has("The signed paper is kept with the answer.")
    assert page.has("Not scanned for viruses")
    saved = save(page)
    with Image.open(BytesIO(saved.data)) as picture:
        assert picture.size == (30, 40)
        assert dict(picture.getexif()) == {}
    assert SECRET not in saved.data
    assert b"PK\x03\x04" not in saved.data
    assert count(ledger) == 1


def test_a_file_is_handed_out_to_be_saved_and_never_shown_within_the_house(
    people: People, visit: Visit, consent: str
) -> None:
    client = visit(people.curator)
    page = attach(client, consent, a_pdf(2), "suostumus Aada.pdf")
    saved = save(page)
    assert saved.mimetype == "application/pdf"
    assert saved.headers["Content-Disposition"] == 'attachment; filename="paper.pdf"'
    assert saved.headers["X-Content-Type-Options"] == "nosniff"
    assert saved.headers["Cache-Control"] == "no-store"
    assert saved.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert len(PdfReader(BytesIO(saved.data)).pages) == 2


def test_a_large_file_lies_in_sealed_pieces_and_comes_back_whole(
    village: Village, people: People, visit: Visit, consent: str, will_id: UUID, ledger: Ledger
) -> None:
    content = (SECRET + bytes(range(256))) * 2300
    paper_id = a_paper(village, will_id, people.curator, content)
    assert count(ledger, SignedPaperChunk) == 3
    with ledger.engine.connect() as connection:
        blobs = [bytes(row[0]) for row in connection.exec_driver_sql("SELECT content FROM signed_paper_chunk")]
    assert not any(SECRET in blob for blob in blobs)
    assert visit(people.curator).flask.get(f"{consent}/papers/{paper_id}").data == content


def test_a_piece_that_is_missing_is_told_and_no_broken_file_is_handed_out(
    village: Village, people: People, visit: Visit, consent: str, will_id: UUID
) -> None:
    paper_id = a_paper(village, will_id, people.curator, bytes(600_000))
    with village.work() as work:
        last = SignedPaperChunk.number == 2
        work.session.delete(work.session.scalars(select(SignedPaperChunk).where(last)).one())
    assert visit(people.curator).get(f"{consent}/papers/{paper_id}").has("The file cannot be opened")


def test_at_most_three_files_belong_to_one_answer(people: People, visit: Visit, consent: str, ledger: Ledger) -> None:
    client = visit(people.curator)
    for _number in range(3):
        attach(client, consent, a_png())
    assert "Attach the signed paper" not in client.get(consent).links
    assert attach(client, consent, a_png(), status=422).field_error("file")
    assert count(ledger) == 3


def test_nothing_but_an_expression_of_will_that_was_signed_takes_a_file(
    village: Village, people: People, case_id: UUID, will_id: UUID, ledger: Ledger
) -> None:
    """OHL 21 § 1: the register takes no statement, report or letter."""
    told = a_will(village, case_id, people.student, ConsentKind.GROUP_HANDLING, way=Way.ORAL_IN_MEETING)
    of_no_matter = a_will(village, None, people.student, ConsentKind.MINOR_PROHIBITION, named=people.father)
    file = CheckedFile(PaperKind.PNG, a_png())
    with village.work() as work:
        spoken, elsewhere = (work.session.get_one(ExpressionOfWill, each) for each in (told, of_no_matter))
        for thing in (None, will_id, JournalEntry(), SignedPaper(), spoken, elsewhere):
            with pytest.raises(NoSignedPaperError):
                keep_signed_paper(work, thing, file)
    assert count(ledger) == 0
    a_paper(village, will_id, people.curator)
    assert count(ledger) == 1


def test_no_form_takes_a_file_but_those_of_rosters_signed_papers_packages_and_published_numbers() -> None:
    def below(kind: type[PageForm]) -> set[type[PageForm]]:
        return {kind}.union(*(below(each) for each in kind.__subclasses__()))

    ours = [form for form in below(PageForm) if form.__module__.startswith("welfare.")]
    takers = {
        form.__name__
        for form in ours
        for name in dir(form)
        if getattr(getattr(form, name, None), "field_class", None) is Upload
    }
    assert takers == {RosterForm.__name__, "SignedPaperForm", ParcelForm.__name__, ImportForm.__name__}


def test_an_oral_answer_offers_no_place_for_a_paper(
    village: Village, people: People, visit: Visit, case_id: UUID, consent: str
) -> None:
    told = a_will(village, case_id, people.student, ConsentKind.GROUP_HANDLING, way=Way.ORAL_IN_MEETING)
    client = visit(people.curator)
    assert "Attach the signed paper" in client.get(consent).links
    assert "Attach the signed paper" not in client.get(f"/cases/{case_id}/consents/{told}").links
    page = attach(client, f"/cases/{case_id}/consents/{told}", a_png(), status=422)
    assert page.field_error("file")


def test_a_member_reads_the_paper_and_attaches_none_and_others_see_nothing(
    village: Village, people: People, visit: Visit, consent: str, will_id: UUID, case_id: UUID
) -> None:
    paper_id = a_paper(village, will_id, people.curator)
    nurse = visit(people.nurse)
    assert nurse.flask.get(f"{consent}/papers/{paper_id}").status_code == 200
    nurse.get(f"{consent}/papers/new", status=404)
    assert "Attach the signed paper" not in nurse.get(consent).links
    for who in (people.mother, people.student, people.teacher):
        visit(who).get(f"{consent}/papers/{paper_id}", status=404)
    other = a_will(village, case_id, people.student, ConsentKind.GROUP_HANDLING)
    nurse.get(f"/cases/{case_id}/consents/{other}/papers/{paper_id}", status=404)


def test_keeping_and_handing_out_leave_their_events_with_the_pupil(
    people: People, visit: Visit, consent: str, ledger: Ledger
) -> None:
    client = visit(people.curator)
    page = attach(client, consent, a_png())
    save(page)
    with ledger.engine.connect() as connection:
        bodies = list(connection.scalars(select(AuditEvent.body).order_by(AuditEvent.seq)))
    events: list[dict[str, Any]] = [json.loads(body) for body in bodies]
    kept = [event for event in events if "signed_paper_chunk" in json.dumps(event)]
    assert [event["permission"] for event in kept] == ["consent:record", "consent:read"]
    assert all(people.student.person_id.hex in json.dumps(event).replace("-", "") for event in kept)
    assert "download" in json.dumps(kept[-1])
