"""Minutes become an entry of the journal once, whole, or not at all (OHL 20 § 4; rules 17-20)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from tests.audit.breaking import no_event_can_be_written
from tests.builders import Someone, Village
from tests.builders_journal import acting, another_post
from tests.builders_minutes import WHOLE, address, is_running, knows_the_family, rows, save
from tests.client import Client
from tests.rooms.meetings.conftest import Sitting
from welfare.access.needs import Reading
from welfare.audit.event import Origin
from welfare.audit.ledger import Ledger
from welfare.audit.unit_of_work import Grant
from welfare.cases.queries import load_case
from welfare.jobs.models import Job
from welfare.journal.models import JournalEntry
from welfare.meetings.models import Attendee, Measure, MeetingItem, MinuteSection
from welfare.people.models import Person
from welfare.rules.actors import Role
from welfare.rules.journal import EntryKind
from welfare.rules.measures import MeasureState
from welfare.rules.meetings import ItemState
from welfare.rules.orders import MeetingJob
from welfare.rules.permissions import Permission

Visit = Callable[[Someone], Client]


@pytest.fixture
def final(village: Village, visit: Visit, sitting: Sitting) -> str:
    """The last look at Aada's minutes, which lack nothing."""
    knows_the_family(village, sitting.aada, sitting.tiina)
    present = (sitting.saara, sitting.petri, sitting.aada, sitting.tiina)
    is_running(village, sitting.meeting, sitting.aadas, *present)
    save(visit(sitting.saara), address(sitting.meeting, sitting.aadas), **WHOLE)
    return address(sitting.meeting, sitting.aadas, "final")


def the_item(ledger: Ledger, sitting: Sitting) -> MeetingItem:
    (item,) = rows(ledger, MeetingItem, MeetingItem.id == sitting.aadas)
    assert isinstance(item, MeetingItem)
    return item


def is_still_a_draft(ledger: Ledger, sitting: Sitting) -> bool:
    item = the_item(ledger, sitting)
    measures = rows(ledger, Measure)
    assert all(measure.state is MeasureState.DRAFT for measure in measures)
    return item.state is ItemState.NOW and item.entry_id is None and not rows(ledger, JournalEntry)


def document_of(ledger: Ledger, sitting: Sitting) -> dict[str, Any]:
    with ledger.transaction(writes=True) as transaction:
        session, now = transaction.session, ledger.clock()
        actor = acting(session, sitting.saara, now.date())
        loaded = load_case(Reading(session, actor, now, {}), sitting.aadas_case)
        assert loaded is not None
        grant = Grant(Permission.JOURNAL_READ.value, loaded.facts, ("test",), Origin(way="test"))
        with ledger.work(transaction, actor, grant) as work:
            (entry,) = session.query(JournalEntry).all()
            return work.decrypt_document(entry, JournalEntry.document)


def test_the_minutes_become_one_entry_and_the_draft_is_gone(
    visit: Visit, ledger: Ledger, sitting: Sitting, final: str
) -> None:
    page = visit(sitting.saara).get(final).form("Finalise the entry").fill(sure="y").submit()
    assert page.has("The minutes are an entry in the journal now.")
    item = the_item(ledger, sitting)
    (entry,) = rows(ledger, JournalEntry)
    assert (entry.kind, entry.occurred_on, entry.author_office) == (EntryKind.MEETING, date(2026, 11, 23), "curator")
    assert (item.state, item.entry_id) == (ItemState.FINAL, entry.id)
    assert item.finalised_by == sitting.saara.account_id
    assert item.amend_until == date(2026, 11, 30)
    assert rows(ledger, MinuteSection) == []
    (measure,) = rows(ledger, Measure)
    assert (measure.state, measure.entry_id) == (MeasureState.OPEN, entry.id)
    assert (measure.doer_account_id, measure.follower_account_id) == (
        sitting.petri.account_id,
        sitting.saara.account_id,
    )
    entry_page = page.follow("To the entry")
    assert entry_page.has("Maanantai meni hyvin.")
    assert entry_page.has("Aamuvastaanotto ovella – carried out by: Petri Hongisto, followed up by: Saara Lehtovirta")


def test_the_entry_names_all_who_took_part_with_their_position(
    visit: Visit, ledger: Ledger, sitting: Sitting, final: str
) -> None:
    visit(sitting.saara).get(final).form("Finalise the entry").fill(sure="y").submit()
    document = document_of(ledger, sitting)
    assert {(each["name"], each["position"]) for each in document["participants"]} == {
        ("Aada Metsäpelto", "pupil"),
        ("Tiina Metsäpelto", "guardian"),
        ("Saara Lehtovirta", "curator, responsible person"),
        ("Petri Hongisto", "special teacher"),
    }
    assert document["guardian_view"] == "Kotona on rauhallisempaa."
    assert document["subject"] == "Aamut ja jaksaminen"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"subject": ""}, "subject"),
        ({"background": ""}, "background"),
        ({"handling": ""}, "what was handled"),
        ({"student_view": ""}, "the pupil’s view, or why it is missing"),
        ({"guardian_view": ""}, "the guardian’s view, or why it is missing"),
        (dict.fromkeys((name for name in WHOLE if name.startswith("measure")), ""), "a measure"),
        ({"measure_1_by": ""}, "who carries out each measure"),
        ({"measure_1_followed_by": ""}, "who follows up each measure"),
        ({"information": ""}, "the necessary information"),
        ({"information": "Tunnus 050512A912S."}, "there is a personal identity code in the text"),
        ({"measure_1_what": "Soita 050512A912S"}, "there is a personal identity code in the text"),
    ],
)
def test_what_is_lacking_keeps_the_minutes_from_becoming_final(
    visit: Visit, ledger: Ledger, sitting: Sitting, final: str, typed: dict[str, str], words: str
) -> None:
    save(visit(sitting.saara), address(sitting.meeting, sitting.aadas), **typed)
    page = visit(sitting.saara).get(final).form("Finalise the entry").fill(sure="y").submit(status=422)
    assert any(words in error for error in page.errors)
    assert is_still_a_draft(ledger, sitting)


def test_neither_a_gap_in_the_directory_nor_an_empty_room_makes_minutes(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting, final: str
) -> None:
    with village.work() as work:
        work.session.get_one(Person, sitting.tiina.person_id).contact = None
        for attendee in work.session.scalars(select(Attendee).where(Attendee.item_id == sitting.aadas)):
            attendee.came_at, attendee.is_present = None, False
    page = visit(sitting.saara).get(final).form("Finalise the entry").fill(sure="y").submit(status=422)
    for words in ("contact details of a guardian", "participants and their position"):
        assert any(words in error for error in page.errors)
    assert is_still_a_draft(ledger, sitting)


def test_one_with_several_posts_chooses_in_which_office_the_entry_is_written(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting, final: str
) -> None:
    another_post(village, sitting.saara, Role.SPECIAL_TEACHER)
    form = visit(sitting.saara).get(final).form("Finalise the entry")
    assert set(form.options["office"]) == {"Curator", "Special teacher"}
    form.choose(office="Special teacher").fill(sure="y").submit()
    assert [entry.author_office for entry in rows(ledger, JournalEntry)] == ["special_teacher"]


def test_a_view_that_is_missing_needs_a_reason_only(visit: Visit, ledger: Ledger, sitting: Sitting, final: str) -> None:
    absent = {"student_view": "", "student_view_absent": "Aada halusi kertoa myöhemmin."}
    save(visit(sitting.saara), address(sitting.meeting, sitting.aadas), **absent)
    visit(sitting.saara).get(final).form("Finalise the entry").fill(sure="y").submit()
    assert the_item(ledger, sitting).state is ItemState.FINAL


def test_nobody_finalises_unread(visit: Visit, ledger: Ledger, sitting: Sitting, final: str) -> None:
    page = visit(sitting.saara).get(final)
    assert page.form("Finalise the entry").submit(status=422).field_error("sure")
    save(visit(sitting.mirja), address(sitting.meeting, sitting.aadas), handling="Mirja lisäsi tämän.")
    stale = page.form("Finalise the entry").fill(sure="y").submit(status=422)
    assert stale.has("Somebody has written in the minutes since you read them.")
    assert stale.has("Mirja lisäsi tämän.")
    assert is_still_a_draft(ledger, sitting)
    stale.form("Finalise the entry").fill(sure="y").submit()
    assert document_of(ledger, sitting)["handling"] == "Mirja lisäsi tämän."


def test_only_the_responsible_person_finalises(visit: Visit, ledger: Ledger, sitting: Sitting, final: str) -> None:
    mirja = visit(sitting.mirja)
    mirja.get(final, status=404)
    token = mirja.get(address(sitting.meeting, sitting.aadas)).form("#minutes").data["csrf_token"]
    mirja.post(final, {"csrf_token": token, "sure": "y"}, status=404)
    assert is_still_a_draft(ledger, sitting)


def test_without_its_event_the_entry_is_not_written(
    app: Flask, visit: Visit, ledger: Ledger, sitting: Sitting, final: str
) -> None:
    form = visit(sitting.saara).get(final).form("Finalise the entry").fill(sure="y")
    with no_event_can_be_written(app):
        form.submit(status=503)
    assert is_still_a_draft(ledger, sitting)
    assert len(rows(ledger, MinuteSection)) == 4
    form.submit()
    assert the_item(ledger, sitting).state is ItemState.FINAL


def test_whoever_comes_second_is_told_and_the_journal_has_one_entry(
    visit: Visit, ledger: Ledger, sitting: Sitting, final: str
) -> None:
    first, second = (visit(sitting.saara).get(final).form("Finalise the entry").fill(sure="y") for _ in range(2))
    first.submit()
    assert second.submit().has("The minutes have been made final already: Saara Lehtovirta, 23 Nov 2026")
    assert visit(sitting.saara).get(final).has("The minutes have been made final already")
    assert len(rows(ledger, JournalEntry)) == 1


def test_of_two_at_the_very_same_time_one_wins(visit: Visit, ledger: Ledger, sitting: Sitting, final: str) -> None:
    forms = [visit(sitting.saara).get(final).form("Finalise the entry").fill(sure="y") for _ in range(3)]
    with ThreadPoolExecutor(len(forms)) as pool:
        pages = list(pool.map(lambda form: form.submit(status=303, follow=False), forms))
    assert {page.response.location for page in pages} == {address(sitting.meeting, sitting.aadas)}
    assert len(rows(ledger, JournalEntry)) == 1
    assert the_item(ledger, sitting).state is ItemState.FINAL


def test_an_emptied_measure_is_no_measure(visit: Visit, ledger: Ledger, sitting: Sitting, final: str) -> None:
    url = address(sitting.meeting, sitting.aadas)
    save(visit(sitting.saara), url, measure_2_what="Ylimääräinen")
    save(visit(sitting.saara), url, measure_2_what="")
    visit(sitting.saara).get(final).form("Finalise the entry").fill(sure="y").submit()
    assert [measure.place for measure in rows(ledger, Measure)] == [1]
    assert len(document_of(ledger, sitting)["measures"]) == 1


def test_a_draft_of_ones_own_in_the_journal_is_left_alone(visit: Visit, sitting: Sitting, final: str) -> None:
    saara = visit(sitting.saara)
    written = f"/cases/{sitting.aadas_case}/journal/new/meeting"
    saara.get(written).form("Save the entry").fill(handling="Toinen kokous, jota kirjoitan.").press("Save the draft")
    saara.get(final).form("Finalise the entry").fill(sure="y").submit()
    assert saara.get(written).form("Save the entry").data["handling"] == "Toinen kokous, jota kirjoitan."


def test_the_length_of_the_round_is_a_setting(
    app: Flask, visit: Visit, ledger: Ledger, sitting: Sitting, final: str
) -> None:
    assert app.extensions["settings"].amendment_days == 5
    app.extensions["settings"] = replace(app.extensions["settings"], amendment_days=2)
    visit(sitting.saara).get(final).form("Finalise the entry").fill(sure="y").submit()
    assert the_item(ledger, sitting).amend_until == date(2026, 11, 25)


def test_the_lock_at_the_end_of_the_round_is_ordered_with_the_entry(
    visit: Visit, ledger: Ledger, sitting: Sitting, final: str
) -> None:
    assert rows(ledger, Job, Job.kind == MeetingJob.LOCK.value) == []
    visit(sitting.saara).get(final).form("Finalise the entry").fill(sure="y").submit()
    (job,) = rows(ledger, Job, Job.kind == MeetingJob.LOCK.value)
    until = the_item(ledger, sitting).amend_until
    assert until is not None
    assert job.due_at.date() >= until
