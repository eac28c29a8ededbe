"""A finding that was not in order becomes a file: filled from the chain, with a clock, told, settled and closed."""

from uuid import uuid4

import pytest
from sqlalchemy import select

from tests.builders_cases import a_will, an_assessment
from tests.client import Page
from tests.rooms.log_reviews.conftest import Desk
from welfare.people.models import Guardianship
from welfare.rules.consent import ConsentKind

WHAT = "Lukija avasi asian uteliaisuudesta."
TOLD = "Työntekijä avasi asiasi ilman tehtävää. Häntä on kuultu. Kysy lisää: tietosuoja@ranta.example"
ANSWERS = {"kind": "seen", "risk": "high", "what": WHAT, "effects": "Mielipaha.", "measures": "Kuultu ja ohjattu."}
HOURS_LATE = 5


def a_file(desk: Desk, **changes: str) -> Page:
    """Siiri has opened the matter in an emergency that was none."""
    desk.open_in_emergency()
    desk.look_through()
    page = desk.queue.follow("Siiri Salo").follow("It is a breach")
    return page.form("Open the file").fill(**{**ANSWERS, **changes}).submit()


def settle(page: Page, what: str, **answers: str) -> Page:
    return page.follow(what).form("Save").fill(**answers).submit()


def test_the_file_is_filled_from_the_chain_and_its_clock_runs(desk: Desk) -> None:
    page = a_file(desk)
    assert page.has("The file is open.")
    for words in ("Siiri Salo", "Aada Metsäpelto", WHAT, "72 hours left"):
        assert page.has(words), words
    assert desk.client.get("/breaches").has("A high risk for those concerned")
    assert page.by_id("whose").text.count("events") == 1
    desk.clock.forward(hours=72 + HOURS_LATE)
    assert desk.client.get(page.url).has("5 hours late")


@pytest.mark.parametrize(("is_older_marked", "counted"), [(False, "1 event"), (True, "2 events")])
def test_a_file_counts_what_is_marked_and_not_what_belonged_to_the_task(
    desk: Desk, counted: str, *, is_older_marked: bool
) -> None:
    """Mirja is in the group: her visit of the Monday was in order, that of the Sunday night stands out."""
    desk.read_matter(desk.people.nurse)
    desk.clock.forward(days=5, hours=16)
    desk.read_matter(desk.people.nurse)
    desk.look_through()
    form = desk.queue.follow("Mirja Kanervala").follow("It is a breach").form("Open the file")
    older, newer = form.options["visits"].values()
    assert form.data.getlist("visits") == [newer]
    page = form.fill(**ANSWERS).submit(visits=[older, newer] if is_older_marked else [newer])
    assert counted in page.by_id("whose").text
    assert page.has("What belonged to the reader’s task is not in it.")


def test_without_a_mark_no_file_begins(desk: Desk) -> None:
    desk.open_in_emergency()
    desk.look_through()
    form = desk.queue.follow("Siiri Salo").follow("It is a breach").form("Open the file")
    page = form.fill(**ANSWERS).submit(visits=[], status=422)
    assert page.has("Mark at least one.")
    assert page.has(WHAT)


def test_a_file_is_closed_when_both_tellings_are_settled(desk: Desk) -> None:
    page = a_file(desk)
    assert "Close the file" not in page.text
    page = settle(page, "Settle the authority", telling="told", words="Ilmoitus tehty.", reference="TSV/17/2026")
    assert page.has("TSV/17/2026")
    assert page.has("The authority is settled")
    page = settle(page, "Settle those concerned", telling="told", words=TOLD)
    page = page.form("Close the file").submit()
    assert page.has("The file is closed.")
    assert page.by_id("closed").text.count("Siiri Salo") == 1


def test_those_concerned_read_it_on_their_own_pages_and_others_do_not(desk: Desk) -> None:
    page = a_file(desk)
    own = f"/own/{desk.people.student.person_id}/read"
    assert TOLD not in desk.visit(desk.people.student).get(own).text
    settle(page, "Settle those concerned", telling="told", words=TOLD)
    for who in (desk.people.student, desk.people.mother):
        assert desk.visit(who).get(own).has(TOLD)
    other = desk.village.student("Eetu Kallio", desk.village.a_class("9A"))
    assert TOLD not in desk.visit(other).get(f"/own/{other.person_id}/read").text
    kind, father = ConsentKind.MINOR_PROHIBITION, desk.people.father
    will = a_will(desk.village, None, desk.people.student, kind, named=father, has_weighty_reason=True)
    an_assessment(desk.village, will, desk.people.nurse)
    assert TOLD not in desk.visit(desk.people.father).get(own).text
    with desk.village.work() as work:
        hers = select(Guardianship).where(Guardianship.guardian_id == desk.people.mother.person_id)
        work.session.scalars(hers).one().may_receive_information = False
    assert TOLD not in desk.visit(desk.people.mother).get(own).text


def test_each_reads_it_in_the_language_of_the_page_or_else_in_the_first(desk: Desk) -> None:
    asked = a_file(desk).follow("Settle those concerned")
    assert asked.has("Those concerned and their guardians read: Finnish (3).")
    asked.form("Save").submit(telling="told", words=TOLD, in_sv="En anställd har öppnat ditt ärende.")
    own, aada = f"/own/{desk.people.student.person_id}/read", desk.visit(desk.people.student)
    for language, words in (("sv", "En anställd har öppnat ditt ärende."), ("fi", TOLD), ("en", TOLD)):
        aada.flask.set_cookie("language", language)
        assert aada.get(own).has(words)


def test_why_they_are_not_told_stays_in_the_file(desk: Desk) -> None:
    page = a_file(desk, risk="risk")
    page = settle(page, "Settle those concerned", telling="not_told", words="Vain nimi näkyi.")
    assert page.has("Vain nimi näkyi.")
    own = desk.visit(desk.people.student).get(f"/own/{desk.people.student.person_id}/read")
    assert "Vain nimi näkyi." not in own.text


@pytest.mark.parametrize(
    ("risk", "what", "may"),
    [
        ("high", "Settle those concerned", False),
        ("risk", "Settle those concerned", True),
        ("risk", "Settle the authority", False),
        ("unlikely", "Settle the authority", True),
    ],
)
def test_what_may_stay_untold_depends_on_the_risk(desk: Desk, risk: str, what: str, *, may: bool) -> None:
    form = a_file(desk, risk=risk).follow(what).form("Save")
    page = form.submit(telling="not_told", words="Syy.", status=200 if may else 422)
    assert page.has("It is saved." if may else "At this risk it has to be told.")
    assert page.has("Syy.")


def test_the_file_is_given_on_paper(desk: Desk) -> None:
    page = a_file(desk)
    paper = desk.client.get(f"{page.url}/report.pdf").response
    assert paper.mimetype == "application/pdf"
    assert paper.data.startswith(b"%PDF")


def test_nobody_handles_the_file_about_the_own_openings(desk: Desk) -> None:
    page = a_file(desk)
    for who in (desk.siiri_herself, desk.people.curator):
        client = desk.visit(who)
        assert client.get(page.url, status=404).main == client.get(f"/breaches/{uuid4()}", status=404).main
