"""A longer time for an answer: told to the asker with its reasons, once, within the first month (GDPR 12(3))."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader

from tests.builders_rectifications import a_rectification
from tests.builders_services import a_client
from tests.client import Client
from tests.rooms.datarights.conftest import Desk
from tests.rooms.datarights.test_log_requests import _county_officer
from tests.signing_in import Visit

LATER: dict[str, Any] = {"until": "10.2.2027", "reasons": "Tapahtumia on paljon."}


def make_longer(officer: Client, url: str) -> None:
    """The officer gives the answer a longer time, and has the notice on paper."""
    page = officer.get(url).follow("The answer takes longer").form("Save the new last day").submit(**LATER)
    assert page.has("10 Feb 2027")
    assert page.has("Tapahtumia on paljon.")
    assert not page.has("The answer takes longer")
    pdf = PdfReader(BytesIO(officer.get(f"{url}/longer.pdf").response.data))
    words = " ".join(" ".join(leaf.extract_text() for leaf in pdf.pages).split())
    assert "Tapahtumia on paljon." in words
    assert "10.2.2027" in words or "10 Feb 2027" in words


def test_the_asker_of_a_log_reads_on_the_own_page_until_when_and_why(desk: Desk, visit: Visit) -> None:
    pupil = visit(desk.pupil)
    own = f"/own/{desk.pupil.person_id}/read/odd"
    pupil.get(own).form("Send to the data protection officer").submit(register="welfare")
    page = desk.client.get("/rights/logs")
    make_longer(desk.client, next(url for words, url in page.links.items() if "-" in words and "/logs/" in url))
    page = pupil.get(own)
    assert page.has("10 Feb 2027")
    assert page.has("Tapahtumia on paljon.")
    assert desk.client.get("/rights/logs").by_id("waiting").text.count("10 Feb 2027") == 1


def test_the_two_months_of_a_county_s_log_do_not_grow(desk: Desk, visit: Visit) -> None:
    a_client(desk.village, desk.pupil, desk.curator)
    officer = visit(_county_officer(desk.village))
    form = officer.get(f"/rights/logs/new/{desk.pupil.person_id}").form("Receive the request")
    register = next(value for value in form.options["register"].values() if value.endswith(":social"))
    said: dict[str, Any] = {
        "asker": "oneself",
        "identity_way": "document",
        "received_on": "20.11.2026",
        "language": "en",
    }
    page = form.submit(register=register, **said)
    assert page.has("20 Jan 2027")
    assert not page.has("The answer takes longer")
    page = officer.get(f"{page.url}/extend").form("Save the new last day").submit(**LATER, status=422)
    assert page.has("the two months of a county’s log cannot grow")


def test_a_correction_takes_longer_as_a_log_does(desk: Desk, visit: Visit) -> None:
    url = f"/rights/corrections/{a_rectification(desk.village, desk.pupil, desk.officer)}"
    make_longer(desk.client, url)
    page = visit(desk.pupil).get(f"/own/{desk.pupil.person_id}/corrections")
    assert page.has("Tapahtumia on paljon.")
    page = desk.client.get(f"{url}/extend").form("Save the new last day").submit(**LATER, status=422)
    assert page.has("within the first month, and once")
