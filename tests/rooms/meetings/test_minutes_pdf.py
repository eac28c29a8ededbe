"""The minutes of one item on paper: that item whole, and nothing of another (OHL 20 § 4, 22 § 1; rule 32)."""

import json
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from tests.builders import Village
from tests.builders_cases import a_will
from tests.builders_journal import IDENTITY_CODE
from tests.builders_meetings import MEASURE
from tests.client import Client, Page
from tests.clock import Clock
from tests.rooms.meetings.conftest import Final
from tests.rooms.meetings.test_amending import BETTER, answer, propose
from tests.signing_in import Visit
from welfare.audit.models import AuditEvent
from welfare.cases.models import Case
from welfare.people.models import Person
from welfare.rules.consent import Answer, ConsentKind


def printed(client: Client, final: Final, status: int = 200, **answers: str) -> Page:
    page = client.get(final.record).follow("Print")
    return page.form("Get the file").fill(**({"purpose": "party"} | answers)).submit(status=status)


def reader_of(page: Page) -> PdfReader:
    return PdfReader(BytesIO(page.response.data))


def text_of(page: Page) -> str:
    words = " ".join(each.extract_text() for each in reader_of(page).pages)
    return " ".join(words.split())


def prints(village: Village) -> list[dict[str, Any]]:
    with village.ledger.transaction() as transaction:
        statement = select(AuditEvent.body).where(AuditEvent.permission == "minutes:print")
        found = [json.loads(body) for body in transaction.session.scalars(statement)]
    return [body for body in found if body.get("codes", {}).get("view") == "print"]


def test_the_paper_holds_all_six_points_of_the_law(village: Village, final: Final, visit: Visit) -> None:
    text = text_of(printed(visit(final.sitting.saara), final))
    with village.work() as work:
        number = work.session.get_one(Case, final.sitting.aadas_case).number
    for words in (
        "Minutes of an expert group",
        "Secret: Openness Act",
        f"{number}-1",
        "Aada Metsäpelto",
        IDENTITY_CODE,
        "Tiina Metsäpelto · 040 123 4567",
        "Poissaoloja aamuisin.",
        "The pupil",
        "Sovittiin aamuvastaanotosta.",
        "Mirja Kanervala",
        "jäsen",
        "Haluan, että joku on ovella vastassa.",
        "Kotona aamut ovat kiireisiä.",
        MEASURE,
        "18 Dec 2026",
        "Vastaanotto alkaa maanantaina.",
        "Saara Lehtovirta, curator",
    ):
        assert words in text, words


def test_nothing_of_another_pupils_item_is_on_it(final: Final, visit: Visit) -> None:
    page = printed(visit(final.sitting.mirja), final)
    raw, text = page.response.data, text_of(page)
    for words in ("Elias", "Haapakorpi", "Henrik", "10:00", str(final.sitting.eliass), str(final.sitting.meeting)):
        assert words not in text
        assert words.encode() not in raw


def test_the_file_is_tagged_and_its_name_and_keeping_tell_nothing(final: Final, visit: Visit) -> None:
    page = printed(visit(final.sitting.saara), final)
    headers = page.response.headers
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"] == 'attachment; filename="document.pdf"'
    assert "no-store" in headers["Cache-Control"]
    catalogue = reader_of(page).root_object
    assert str(catalogue["/Lang"]).startswith("en")
    assert "/StructTreeRoot" in catalogue


@pytest.mark.parametrize(("language", "words"), [("fi", "Salassa pidettävä"), ("sv", "Sekretessbelagd")])
def test_its_labels_are_in_the_readers_language(final: Final, visit: Visit, language: str, words: str) -> None:
    client = visit(final.sitting.saara)
    form = client.get(final.record).follow("Print").form("Get the file").fill(purpose="group")
    client.flask.set_cookie("language", language)
    page = form.submit()
    assert words in text_of(page)
    assert "Poissaoloja aamuisin." in text_of(page)
    assert str(reader_of(page).root_object["/Lang"]).startswith(language)


def test_the_same_record_for_the_same_purpose_gives_the_same_bytes(final: Final, visit: Visit, clock: Clock) -> None:
    saara = visit(final.sitting.saara)
    first = printed(saara, final)
    clock.forward(minutes=3)
    assert printed(saara, final).response.data == first.response.data
    assert printed(visit(final.sitting.mirja), final).response.data == first.response.data
    assert printed(saara, final, purpose="group").response.data != first.response.data


def test_the_purpose_is_in_the_log_by_its_code_and_its_words_nowhere(
    village: Village, final: Final, visit: Visit
) -> None:
    saara = visit(final.sitting.saara)
    assert printed(saara, final, 422, purpose="").field_error("purpose")
    assert printed(saara, final, 422, purpose="other").errors == ["Write what it is printed for."]
    assert prints(village) == []
    page = printed(saara, final, purpose="other", words="Perehdytys kissankellolla")
    assert "Another purpose: Perehdytys kissankellolla" in text_of(page)
    (event,) = prints(village)
    assert event["codes"]["purpose"] == "other"
    assert ["meeting_item", final.sitting.aadas.hex] in event["subjects"]
    assert "kissankello" not in json.dumps(event)


def test_a_restricted_place_is_not_printed_and_not_even_opened(village: Village, final: Final, visit: Visit) -> None:
    with village.work() as work:
        work.session.get_one(Person, final.sitting.aada.person_id).is_restricted = True
    page = printed(visit(final.sitting.saara), final)
    text = text_of(page)
    assert text.count("Non-disclosure for safety: not shown") == 2
    assert "040 123 4567" not in text
    (event,) = prints(village)
    assert "person.place" not in json.dumps(event)
    assert "person.contact" not in json.dumps(event)


def test_what_was_corrected_is_printed_as_it_reads_now_and_says_so(final: Final, visit: Visit) -> None:
    propose(visit(final.sitting.mirja), final)
    saara = visit(final.sitting.saara)
    answer(saara, final, state="accepted", reason="Puhelu puuttui.")
    text = text_of(printed(saara, final))
    assert BETTER in text
    assert "Puhelu puuttui." in text


def test_the_digest_of_a_locked_record_is_on_the_paper(final: Final, visit: Visit, clock: Clock) -> None:
    clock.forward(days=8)
    saara = visit(final.sitting.saara)
    page = saara.get(final.record).form("Lock the record").submit()
    digest = page.by_id("seal").text.partition("Digest ")[2].partition(" ")[0]
    assert len(digest) == 64
    assert digest in text_of(printed(saara, final)).replace(" ", "")


@pytest.mark.parametrize("name", ["henrik", "aada", "tiina", "elias"])
def test_it_is_printed_by_nobody_but_the_group(final: Final, visit: Visit, name: str) -> None:
    client = visit(getattr(final.sitting, name))
    assert printed(visit(final.sitting.petri), final).response.data.startswith(b"%PDF")
    nowhere = client.get(f"/meetings/{final.sitting.meeting}/items/{uuid4()}/print", status=404)
    assert client.get(f"{final.url}/print", status=404).main == nowhere.main
    token = client.get("/account").forms[0].data["csrf_token"]
    client.post(f"{final.url}/minutes.pdf", {"purpose": "party", "csrf_token": token}, status=404)


def test_a_consent_withdrawn_takes_the_paper_away(village: Village, final: Final, visit: Visit, clock: Clock) -> None:
    sitting = final.sitting
    form = visit(sitting.mirja).get(final.record).follow("Print").form("Get the file").fill(purpose="group")
    kind, day = ConsentKind.GROUP_MEMBER, clock.now.date()
    a_will(village, sitting.aadas_case, sitting.aada, kind, Answer.WITHDRAWN, named=sitting.mirja, given_on=day)
    assert not form.submit(status=404).response.data.startswith(b"%PDF")
