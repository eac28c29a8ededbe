"""Writing an entry: the form asks what the act asks, and what is saved is whole."""

from collections.abc import Callable
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError

from tests.builders import Someone
from tests.builders_journal import IDENTITY_CODE, Matter, another_post
from tests.client import Client, Page
from tests.rooms.journal.conftest import in_english
from welfare.journal.models import JournalEntry
from welfare.people.models import Assignment
from welfare.rules.actors import Role
from welfare.rules.journal import EntryKind

MEETING = {
    "handling": "Sovittiin aamuvastaanotosta.",
    "student_view": "Aamut on vaikeimpia.",
    "information": "Aamuvastaanotto alkoi 18.11.",
    "measure_1_what": "Aamuvastaanotto ovella",
    "measure_1_by": "Petri Hongisto",
    "measure_1_followed_by": "Saara Lehtovirta",
    "measure_1_until": "18.12.2026",
}


def write_note(client: Client, matter: Matter, **answers: str) -> Page:
    answers = {"information": "Puhelu huoltajan kanssa."} | answers
    return client.get(f"{matter.url}/new/note").form("Save the entry").fill(**answers).submit()


def test_a_note_is_written_and_stands_on_the_line_of_time(matter: Matter, saara: Client) -> None:
    page = write_note(saara, matter, heading="Puhelu kotiin")
    assert page.has("The entry is in the journal.")
    journal = saara.get(matter.url)
    assert journal.has("Puhelu kotiin")
    assert journal.has("Puhelu huoltajan kanssa.")
    assert journal.has("Saara Lehtovirta, curator")


def test_the_journal_offers_the_kinds_one_may_write(matter: Matter, saara: Client, mirja: Client) -> None:
    offered = saara.get(matter.url).follow("New entry")
    assert {"Note", "Meeting of the expert group", "The pupil’s own words", "Opening of the matter"} <= set(
        offered.links
    )
    assert "Disclosure" in offered.links
    assert "Disclosure" in mirja.get(f"{matter.url}/new").links


def test_an_empty_journal_says_what_comes_first(matter: Matter, saara: Client) -> None:
    page = saara.get(matter.url)
    assert page.has("The journal is empty")
    form = page.follow("Write the opening").form("Save the entry")
    assert form.data["subject"] == "Aamut ja jaksaminen"
    assert form.data["background"] == "Poissaoloja aamuisin."
    assert form.options["initiator"]["School staff"] == form.data["initiator"]
    form.submit()
    (row,) = matter.rows()
    assert row.kind is EntryKind.OPENING


def test_a_meeting_with_all_six_points_is_saved(matter: Matter, saara: Client) -> None:
    form = saara.get(f"{matter.url}/new/meeting").form("Save the entry")
    people = form.options["participants"]
    assert list(people) == ["Aada Metsäpelto", "Tiina Metsäpelto", "Saara Lehtovirta", "Mirja Kanervala"]
    page = form.fill(participants=[people["Aada Metsäpelto"], people["Saara Lehtovirta"]], **MEETING).submit()
    assert page.has("Aada Metsäpelto, pupil")
    assert page.has("Saara Lehtovirta, curator, responsible person")
    assert page.has("carried out by: Petri Hongisto, followed up by: Saara Lehtovirta, by 18 Dec 2026")
    assert saara.get(matter.url).has("All six points of the law are filled")


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        ("background", "Write the background of the matter."),
        ("handling", "Write how the matter was handled at the meeting."),
        ("student_view", "Write the pupil’s view, or why it is missing."),
        ("information", "Write the necessary information on measures done and to be done."),
        ("measure_1_what", "Write what is done, measure 1."),
        ("measure_1_by", "Write who carries out measure 1."),
        ("measure_1_followed_by", "Write who follows up measure 1."),
        ("participants", "Choose those who took part."),
    ],
)
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_meeting_without_one_point_is_refused_at_its_field(
    matter: Matter, saara: Client, left_out: str, words: str
) -> None:
    form = saara.get(f"{matter.url}/new/meeting").form("Save the entry")
    people = list(form.options["participants"].values())
    form.fill(participants=people, **MEETING)
    page = form.fill(**{left_out: [] if left_out == "participants" else ""}).submit(status=422)
    assert words in page.errors
    assert page.has("Sovittiin aamuvastaanotosta." if left_out != "handling" else "Aamuvastaanotto alkoi 18.11.")
    assert matter.rows() == []


def test_why_the_pupils_view_is_missing_stands_for_the_view(matter: Matter, saara: Client) -> None:
    form = saara.get(f"{matter.url}/new/meeting").form("Save the entry")
    answers = MEETING | {"student_view": "", "student_view_absent": "Aada ei halunnut sanoa."}
    form.fill(participants=list(form.options["participants"].values()), **answers).submit()
    assert saara.get(matter.url).has("Aada ei halunnut sanoa.")


def test_the_checklist_leads_to_what_is_missing(matter: Matter, saara: Client) -> None:
    page = saara.get(f"{matter.url}/new/meeting")
    assert page.has("Of the points of the law 3 of 6 are ready.")
    assert page.links["what was handled"] == "#handling"
    assert page.links["the pupil’s view, or why it is missing"] == "#student_view"
    assert page.has("Ready: from the pupil directory")


def test_the_office_stays_as_it_was_when_the_author_changes_work(matter: Matter, saara: Client) -> None:
    write_note(saara, matter)
    with matter.village.work() as work:
        for post in work.session.query(Assignment).filter_by(person_id=matter.saara.person_id):
            post.role = Role.PSYCHOLOGIST
    assert saara.get(matter.url).has("Saara Lehtovirta, curator")
    write_note(saara, matter, information="Toinen.")
    assert saara.get(matter.url).has("Saara Lehtovirta, psychologist")


def test_one_with_several_posts_chooses_in_which_office_to_write(matter: Matter, saara: Client) -> None:
    assert "office" not in saara.get(f"{matter.url}/new/note").form("Save the entry").options
    another_post(matter.village, matter.saara, Role.SPECIAL_TEACHER)
    form = saara.get(f"{matter.url}/new/note").form("Save the entry")
    assert set(form.options["office"]) == {"Curator", "Special teacher"}
    assert form.data["office"] == "curator"
    form.choose(office="Special teacher").submit(information="Tunnilla sovittu.")
    assert saara.get(matter.url).has("Saara Lehtovirta, special teacher")
    form.submit(information="Väärässä virassa.", office="principal", idempotency_key="x" * 20, status=422)


def test_a_form_sent_twice_is_one_entry(matter: Matter, saara: Client) -> None:
    form = saara.get(f"{matter.url}/new/note").form("Save the entry").fill(information="Kerran.")
    assert form.submit().url == form.submit().url
    assert len(matter.rows()) == 1


def test_an_identity_code_in_a_text_is_refused_at_its_field(matter: Matter, saara: Client) -> None:
    form = saara.get(f"{matter.url}/new/note").form("Save the entry")
    page = form.submit(heading="Koskee", information=f"Oppilas {IDENTITY_CODE.lower()} kertoi.", status=422)
    assert "personal identity code" in page.field_error("information")
    assert page.field_error("heading") == ""
    assert page.has("kertoi.")
    assert matter.rows() == []


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("sign", ["\u2060{}", "\u00ad{}", "hetu{}", " {}"])
def test_an_identity_code_is_refused_whatever_it_is_written_with(matter: Matter, saara: Client, sign: str) -> None:
    written = IDENTITY_CODE[:6] + sign.format(IDENTITY_CODE[6:]) if "hetu" not in sign else sign.format(IDENTITY_CODE)
    form = saara.get(f"{matter.url}/new/note").form("Save the entry")
    page = form.submit(information=f"Oppilas {written} kertoi.", status=422)
    assert "personal identity code" in page.field_error("information")
    assert matter.rows() == []
    page.form("Save the entry").submit(information="Oppilas kertoi 23.11.2026 \u2013 9.15, puhelin 050 - 123 4567.")
    assert len(matter.rows()) == 1


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("a\x00b", "signs that cannot be read"),
        ("a\u202eb", "turn the reading direction"),
        ("x" * 10_001, "The text is too long"),
        ("   ", "Write what is entered in the journal."),
    ],
)
def test_a_bad_text_is_refused_at_its_field(matter: Matter, saara: Client, typed: str, words: str) -> None:
    page = saara.get(f"{matter.url}/new/note").form("Save the entry").submit(information=typed, status=422)
    assert words in page.field_error("information")


def test_text_in_parts_is_kept_whole(matter: Matter, saara: Client) -> None:
    write_note(saara, matter, information="A\u0308ni\n\nא <b>toinen</b> rivi 🙂")
    assert saara.get(matter.url).has("Äni א <b>toinen</b> rivi 🙂")


@pytest.mark.parametrize("day", ["24.11.2026", "31.2.2026", "eilen", ""])
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_day_that_is_none_or_still_to_come_is_refused(matter: Matter, saara: Client, day: str) -> None:
    page = (
        saara.get(f"{matter.url}/new/note")
        .form("Save the entry")
        .submit(information="Teksti.", occurred_on=day, status=422)
    )
    assert page.field_error("occurred_on")


def test_an_entry_written_later_tells_both_days(matter: Matter, saara: Client) -> None:
    write_note(saara, matter, occurred_on="20.11.2026")
    assert saara.get(matter.url).has("23 Nov 2026 at 9:30 · Saara Lehtovirta, curator · concerns 20 Nov 2026")


@pytest.mark.parametrize("kind", ["correction", "disclosures", "own_words", "x"])
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_kind_that_is_not_written_so_does_not_exist(matter: Matter, saara: Client, kind: str) -> None:
    saara.get(f"{matter.url}/new/{kind}", status=404)


def test_a_participant_who_was_not_offered_is_refused(matter: Matter, saara: Client, village_stranger: Someone) -> None:
    form = saara.get(f"{matter.url}/new/meeting").form("Save the entry")
    page = form.fill(participants=[str(village_stranger.person_id)], **MEETING).submit(status=422)
    assert page.field_error("participants")


@pytest.fixture
def village_stranger(matter: Matter) -> Someone:
    return matter.village.staff(Role.TEACHER, "Oona Rautasalo")


def test_the_pages_speak_finnish_and_swedish(matter: Matter, sign_in: Callable[[Someone], Client]) -> None:
    client = in_english(sign_in(matter.saara))
    write_note(client, matter)
    for language in ("fi", "sv"):
        client.flask.set_cookie("language", language)
        assert client.get(matter.url).language == language
        for place in (
            "/new",
            "/new/note",
            "/new/meeting",
            "/new/own-words",
            "/new/opening",
            "/print",
        ):
            client.get(matter.url + place)


def test_an_entry_has_one_revision_for_ever(matter: Matter, saara: Client) -> None:
    write_note(saara, matter)
    (row,) = matter.rows()
    assert row.revision == 1
    with pytest.raises(IntegrityError, match="written_once"):
        rewrite(matter, row.id)
    assert [each.author_office for each in matter.rows()] == ["curator"]


def rewrite(matter: Matter, entry_id: UUID) -> None:
    """What no action does: change an entry."""
    with matter.village.work() as work:
        work.session.get_one(JournalEntry, entry_id).author_office = "psychologist"


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_there_is_no_way_to_change_or_remove_an_entry(app: Flask) -> None:
    rules = app.url_map.iter_rules()
    ways = {rule.endpoint for rule in rules if "entry" in rule.arguments}
    assert ways == {
        "journal.entry",
        "journal.printable_entry",
        "journal.correct",
        "journal.save_correction",
        "journal.autosave_correction",
        "journal.discard_correction",
    }
