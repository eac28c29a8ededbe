"""That a notification was made, by whom and when: for the group, and for no guardian."""

from collections.abc import Callable

import pytest

from tests.builders import Someone
from tests.builders_journal import Matter
from tests.client import Client, Page
from tests.rooms.journal.conftest import in_english
from tests.rooms.journal.trail import events_of
from welfare.cases.models import Case
from welfare.rules.cases import CaseState

MADE = {"ground": "notification", "made_on": "20.11.2026", "kept_in": "Kouluterveydenhuollon potilasrekisteri"}
WORDS = "Child protection notification"


def record(client: Client, matter: Matter, status: int = 200, **answers: str) -> Page:
    page = client.get(f"/cases/{matter.case_id}/notices/new")
    return page.form("Record it").fill(**MADE | answers).submit(status=status)


def test_a_member_records_that_it_was_made_and_the_group_sees_by_whom_and_when(
    matter: Matter, mirja: Client, saara: Client
) -> None:
    record(mirja, matter)
    shown = saara.get(f"/cases/{matter.case_id}").by_id("disclosures").text
    for words in (WORDS, "20 Nov 2026", "Mirja Kanervala, school nurse", "Child Welfare Act, section\u00a025(1)"):
        assert " ".join(words.split()) in " ".join(shown.split())
    assert "The content is kept in: Kouluterveydenhuollon potilasrekisteri" in shown


def test_it_is_in_no_entry_no_print_and_no_guardians_page(
    matter: Matter, mirja: Client, saara: Client, sign_in: Callable[[Someone], Client]
) -> None:
    before = len(matter.rows())
    record(mirja, matter)
    assert len(matter.rows()) == before
    for address in (matter.url, f"{matter.url}/print"):
        assert WORDS not in saara.get(address).text
    for who in (matter.guardian, matter.student):
        family = in_english(sign_in(who))
        assert WORDS not in family.get("/").text
        family.get(f"/cases/{matter.case_id}", status=404)
        family.get(f"/cases/{matter.case_id}/notices/new", status=404)


def test_the_event_tells_that_something_was_recorded_and_not_what(matter: Matter, mirja: Client) -> None:
    record(mirja, matter, ground="police")
    event = events_of(matter, "notice:record")[-1]
    assert "codes" not in event
    assert [written[0] for written in event["written"]] == ["protection_notice"]
    with matter.village.ledger.engine.connect() as connection:
        rows = repr(connection.exec_driver_sql("SELECT * FROM protection_notice").all())
    assert "police" not in rows
    assert "potilasrekisteri" not in rows


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("ground", "", "Choose what you made."),
        ("made_on", "24.11.2026", "The day is still to come."),
        ("made_on", "", "Write the day."),
        ("kept_in", "", "Write in which register the content is kept."),
        ("kept_in", "050512A912S", "There is a personal identity code in the text."),
    ],
)
def test_what_cannot_stand_is_said_at_its_field(
    matter: Matter, mirja: Client, name: str, value: str, words: str
) -> None:
    assert words in record(mirja, matter, status=422, **{name: value}).field_error(name)


def test_outsiders_and_closed_matters_record_nothing(
    matter: Matter, mirja: Client, erja: Someone, sign_in: Callable[[Someone], Client]
) -> None:
    address = f"/cases/{matter.case_id}/notices/new"
    in_english(sign_in(erja)).get(address, status=404)
    mirja.get(address)
    with matter.village.work() as work:
        work.session.get_one(Case, matter.case_id).state = CaseState.CLOSED
    mirja.get(address, status=404)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_the_pages_speak_finnish_and_swedish(matter: Matter, mirja: Client) -> None:
    record(mirja, matter)
    for language in ("fi", "sv"):
        mirja.flask.set_cookie("language", language)
        for address in (f"/cases/{matter.case_id}/notices/new", f"/cases/{matter.case_id}"):
            assert mirja.get(address).language == language
