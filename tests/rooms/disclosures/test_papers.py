"""Who has no account gets a paper, which the worker hands over; it tells no place of anybody."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.builders_journal import Matter
from tests.client import Client, Page
from tests.rooms.disclosures.conftest import FIRST, SECOND
from tests.rooms.journal.trail import events_of

TO_POLICE = {
    "how": "paper",
    "to_whom": "Komisario Rautala, poliisi",
    "ground": "threat_to_life",
    "necessity": "Uhan arviointi.",
}


def give(client: Client, matter: Matter) -> Page:
    page = client.get(f"/cases/{matter.case_id}/disclosures/new")
    chosen = page.form("Give it").options["passages"][FIRST]
    return page.form("Give it").fill(passages=[chosen], what="Soitto 21.11.", **TO_POLICE).submit()


def text_of(page: Page) -> str:
    reader = PdfReader(BytesIO(page.response.data))
    assert "/MarkInfo" in reader.root_object
    return " ".join(" ".join(each.extract_text() for each in reader.pages).split())


@pytest.mark.parametrize("matter", [{}, {"is_restricted": True}], ids=["open", "hidden"], indirect=True)
def test_the_paper_tells_what_was_given_and_no_place(matter: Matter, saara: Client) -> None:
    printed = give(saara, matter).form("Get the paper").submit()
    text = text_of(printed)
    for words in (
        "Information disclosed",
        "Secret: Openness Act",
        "Aada Metsäpelto",
        "Komisario Rautala, poliisi",
        "Saara Lehtovirta, curator",
        "Assessing a threat to life or health",
        "Soitto 21.11.",
        FIRST,
    ):
        assert words in text, words
    for words in (SECOND, "KOI", "Koivurannan", "8B", "Kaislapolku", "69999", "Tiina"):
        assert words not in text, words
    event = events_of(matter, "disclosure:hand_over")[-1]
    assert event["codes"] == {"purpose": "disclosure", "view": "print"}


def test_when_the_paper_changed_hands_is_written_down_once(matter: Matter, saara: Client) -> None:
    page = give(saara, matter)
    assert page.has("To be handed over")
    late = page.form("It was handed over").submit(on="24.11.2026", status=422)
    assert "The day is still to come." in late.field_error("on")
    done = late.form("It was handed over").submit(on="23.11.2026")
    assert done.has("Handed over 23 Nov 2026")
    assert "It was handed over" not in done.text
    again = page.form("It was handed over").submit(on="22.11.2026")
    assert again.flashes
    assert again.has("Handed over 23 Nov 2026")


def test_the_paper_is_for_the_giver_and_the_lead(matter: Matter, saara: Client, mirja: Client) -> None:
    page = give(saara, matter)
    assert "Get the paper" not in mirja.get(page.url).text
    mirja.post(f"{page.url}/document.pdf", data={"csrf_token": token_of(mirja)}, status=404)
    own = give(mirja, matter)
    assert own.form("Get the paper").submit().response.mimetype == "application/pdf"


def token_of(client: Client) -> str:
    field = client.get("/account").tree.first("input", when=lambda node: node.get("name") == "csrf_token")
    return field.get("value") if field else ""
