"""The client's plan on paper: as it reads now, in the reader's language, for whoever has the client today."""

from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from tests.builders_services import Services, a_cover, a_note, with_client
from tests.client import Client
from tests.clock import NOW, Clock
from tests.furnishing import furnishes
from tests.rooms.service_notes.conftest import Files
from tests.rooms.service_notes.trail import last_event
from tests.signing_in import Visit
from welfare.rules.service_records import NoteKind
from welfare.service_notes.actions import NewNote, correct_note
from welfare.service_notes.models import ServiceNote

VOICE, MEASURE = "En jaksa aamuisin.", "Tapaaminen joka viikko."
PLAN = {
    "student_view": VOICE,
    "need": "Tukea aamuihin.",
    "goals": "Koulussa kello kahdeksan.",
    "measures": MEASURE,
    "doers": "Kuraattori.",
    "follow_up": "Kuraattori tammikuussa.",
}


@furnishes
def plan_id(services: Services, files: Files) -> UUID:
    """Aada's plan with the curator."""
    return a_note(services.village, services.saara, files.social, VOICE, NoteKind.PLAN)


@pytest.fixture
def saara(services: Services, visit: Visit) -> Client:
    """The own worker's browser."""
    return visit(services.saara)


def address(file_id: UUID, note_id: UUID) -> str:
    return f"/clients/{file_id}/plans/{note_id}/print"


def read(content: bytes) -> str:
    return " ".join("\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def printed(client: Client, file_id: UUID, note_id: UUID) -> str:
    answer = client.get(address(file_id, note_id)).form("Get the file").submit(purpose="party").response
    assert answer.headers["Content-Disposition"] == 'attachment; filename="document.pdf"'
    assert answer.mimetype == "application/pdf"
    return read(answer.get_data())


def corrected(services: Services, files: Files, plan_id: UUID) -> UUID:
    with with_client(services.village, services.saara, files.social) as (work, file):
        document = {"reason": "Päivä puuttui.", "corrected": PLAN}
        new = NewNote(kind=NoteKind.CORRECTION, occurred_on=work.facts.on, document=document)
        return correct_note(work, file, work.session.get_one(ServiceNote, plan_id), new).id


def test_the_plan_is_led_to_from_its_note_and_printed_in_the_readers_language(
    files: Files, plan_id: UUID, saara: Client
) -> None:
    page = saara.get(f"/clients/{files.social}/notes/{plan_id}").follow("Print the plan")
    assert page.url == address(files.social, plan_id)
    text = printed(saara, files.social, plan_id)
    for words in ("Client plan", "Aada Metsäpelto", VOICE, "The client’s own view", "Saara Lehtovirta, curator"):
        assert words in text
    assert "Secret: Client Data Act, section 4" in text
    for language, title in (("fi", "Asiakassuunnitelma"), ("sv", "Klientplan")):
        saara.flask.set_cookie("language", language)
        page = saara.get(address(files.social, plan_id))
        form = next(each for each in page.forms if each.options.get("purpose"))
        assert title in read(form.submit(purpose="party").response.get_data())


def test_what_was_corrected_stands_on_paper_as_it_reads_now(
    services: Services, files: Files, plan_id: UUID, saara: Client
) -> None:
    correction = corrected(services, files, plan_id)
    for note_id in (plan_id, correction):
        text = printed(saara, files.social, note_id)
        assert MEASURE in text
        assert "Corrected" in text


def test_the_log_tells_what_for_and_the_paper_alone_keeps_the_words(
    services: Services, files: Files, plan_id: UUID, saara: Client
) -> None:
    form = saara.get(address(files.social, plan_id)).form("Get the file")
    page = form.submit(purpose="other", status=422)
    assert page.field_error("words") == "Error: Write what it is printed for."
    answer = saara.get(address(files.social, plan_id)).form("Get the file").submit(purpose="other", words="Perehdytys")
    assert "Another purpose: Perehdytys" in read(answer.response.get_data())
    event = last_event(services.village, services.village.county_id)
    assert (event["permission"], event["codes"]["purpose"]) == ("service_note:print", "other")
    assert "Perehdytys" not in str(event)
    assert saara.get(f"/clients/{files.social}/log").has("printed the plan")


def test_nothing_but_a_plan_is_printed_and_by_nobody_but_who_has_the_client_today(
    services: Services, files: Files, plan_id: UUID, saara: Client, visit: Visit, clock: Clock
) -> None:
    village = services.village
    note_id = a_note(village, services.saara, files.social)
    saara.get(address(files.social, note_id), status=404)
    assert "Print the plan" not in saara.get(f"/clients/{files.social}/notes/{note_id}").text
    for who in (services.kirsi, services.mirja, services.pasi):
        visit(who).get(address(files.social, plan_id), status=404)
    a_cover(village, services.saara, services.kirsi, NOW.date(), NOW.date())
    assert VOICE in printed(visit(services.kirsi), files.social, plan_id)
    clock.forward(days=1)
    visit(services.kirsi).get(address(files.social, plan_id), status=404)
