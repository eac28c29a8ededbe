"""A breach that the log does not tell of has the same file and the same clock, which began when it was noticed."""

import pytest
from sqlalchemy import select

from tests.builders_breaches import a_breach
from tests.client import Page
from tests.rooms.log_reviews.conftest import Desk
from welfare.breaches.models import Breach

WHAT = "Ryhmän muistio jäi bussiin."
TOLD = "Muistio, jossa oli nimesi, jäi bussiin. Se on saatu takaisin."
ANSWERS = {
    "kind": "lost",
    "noticed_on": "22.11.2026",
    "noticed_clock": "16.30",
    "risk": "high",
    "what": WHAT,
    "effects": "Nimet on voitu nähdä.",
    "measures": "Paperi haettiin.",
}


def a_file(desk: Desk, **changes: str) -> Page:
    page = desk.client.get("/breaches").follow("Open a file")
    return page.form("Open the file").fill(**{**ANSWERS, **changes}).submit()


def with_aada(page: Page) -> Page:
    found = page.follow("Name those concerned").form("Find the pupil").submit(name="aada mets")
    return found.form("Is concerned: Aada Metsäpelto").submit()


def test_the_clock_runs_from_when_it_was_noticed_and_the_number_is_a_guess(desk: Desk) -> None:
    """Noticed on Sunday at half past four, and opened on Monday at half past nine: 55 hours are left."""
    page = a_file(desk, about_so_many="137", since_on="20.11.2026")
    for words in ("Learnt of otherwise", WHAT, "55 hours left", "137", "20 Nov 2026", "Nobody has been named yet."):
        assert page.has(words), words
    assert desk.client.get("/breaches").has("Learnt of otherwise")
    assert desk.client.get("/").has("55 hours left")
    assert desk.client.get(f"{page.url}/report.pdf").response.data.startswith(b"%PDF")


def test_whoever_is_named_reads_it_on_the_own_page_and_nobody_named_by_mistake_does(desk: Desk) -> None:
    other = desk.village.student("Eetu Kallio", desk.village.a_class("9A"))
    page = with_aada(a_file(desk))
    page = page.follow("Name those concerned").form("Find the pupil").submit(name="Eetu")
    page = page.form("Is concerned: Eetu Kallio").submit().form("Not concerned: Eetu Kallio").submit()
    assert page.has("Named by hand")
    page = page.follow("Settle those concerned").form("Save").submit(telling="told", words=TOLD)
    assert "Not concerned" not in page.text
    for who, is_told in ((desk.people.student, True), (other, False)):
        own = desk.visit(who).get(f"/own/{who.person_id}/read")
        assert own.has(TOLD) is is_told
        assert own.has("Information has been lost") is is_told


def test_whoever_only_answered_to_the_name_is_told_of_a_search_and_of_nothing_that_happened(desk: Desk) -> None:
    other = desk.village.student("Aatos Metsäpelto", desk.village.a_class("9A"))
    page = a_file(desk).follow("Name those concerned").form("Find the pupil").submit(name="metsäpelto")
    page.form("Is concerned: Aada Metsäpelto").submit()
    for who, happened in ((desk.people.student, True), (other, False)):
        own = desk.visit(who).get(f"/own/{who.person_id}/read")
        assert own.has("saw the name in a search")
        assert own.has("looked into what had happened to information") is happened


def test_whom_the_chain_names_is_not_left_out_by_hand(desk: Desk) -> None:
    file = a_breach(desk.village, desk.siiri_herself, desk.people.student, desk.officer)
    page = desk.client.get(f"/breaches/{file}")
    assert "Not concerned" not in page.text
    form = page.follow("Name those concerned").form("Find the pupil").submit(name="Aada")
    assert form.has("Nobody of that name has been found.")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("noticed_clock", "9.31", "The time has not come yet."),
        ("noticed_clock", "", "Write the time of day."),
        ("since_on", "24.11.2026", "It was noticed before this day."),
        ("about_so_many", "0", "number"),
    ],
)
def test_what_cannot_be_is_asked_again_and_nothing_typed_is_lost(desk: Desk, field: str, value: str, said: str) -> None:
    form = desk.client.get("/breaches/new").form("Open the file").fill(**ANSWERS)
    page = form.fill(noticed_on="23.11.2026", **{field: value}).submit(status=422)
    assert any(said in line for line in page.errors), page.errors
    assert page.has(WHAT)


def test_no_file_begins_at_a_controller_whom_the_officer_does_not_serve(desk: Desk) -> None:
    form = desk.client.get("/breaches/new").form("Open the file").fill(**ANSWERS)
    form.data["controller"] = str(desk.village.county_id)
    assert form.submit(status=422).errors
    with desk.village.ledger.transaction() as transaction:
        assert transaction.session.scalars(select(Breach)).all() == []


def test_nobody_but_an_officer_begins_one(desk: Desk) -> None:
    desk.visit(desk.people.curator).get("/breaches/new", status=404)
