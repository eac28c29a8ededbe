"""Three registers in a real browser, in both languages, and once with scripts off."""

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.browser import service_story as story
from tests.browser.arrivals import TWO_WAYS, Way, arrivals
from tests.browser.service_story import CURATORS, NURSES, PSYCHOLOGISTS, Practice
from tests.builders import Village
from tests.clock import Clock
from tests.databases import Store
from tests.rooms.service_notes.trail import events_in
from tests.web.command_line import run

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@pytest.fixture
def practice(village: Village, clock: Clock) -> Practice:
    return story.a_practice(village, clock)


@pytest.mark.parametrize("way", TWO_WAYS.values(), ids=TWO_WAYS)
def test_nurse_curator_and_psychologist_document_one_pupil_and_one_disclosure_crosses(
    browser: Browser, app: Flask, village: Village, practice: Practice, store: Store, way: Way
) -> None:
    with arrivals(browser, app, way, practice.clock) as people:
        nurse, curator = people.arrive(practice.nurse), people.arrive(practice.curator)
        psychologist, colleague = people.arrive(practice.psychologist), people.arrive(practice.colleague)
        workers = {NURSES: nurse, CURATORS: curator, PSYCHOLOGISTS: psychologist}
        clients = {words: story.take_as_client(who, practice, words) for words, who in workers.items()}
        notes = {words: story.document(who, clients[words], words) for words, who in workers.items()}
        for words, who in workers.items():
            foreign = [paths[other] for paths in (clients, notes) for other in workers if other is not words]
            story.sees_the_own_alone(who, practice, words, tuple(foreign))
        story.is_nobodys_business(colleague, (*clients.values(), *notes.values()))
        line = story.disclose(curator, practice, clients[CURATORS])
        story.reads_what_was_given(nurse, practice, line)
        assert psychologist.go(line).status == 404
        story.correct(psychologist, notes[PSYCHOLOGISTS])
        story.hand_over(curator, colleague, practice, clients[CURATORS])
    for controller in (village.provider_id, village.county_id):
        crossed = [each for each in events_in(village, controller) if each.get("codes", {}).get("ground")]
        assert [(each["permission"], each["outcome"]) for each in crossed] == [("group:tell", "done")]
    run(store, "audit", "verify", "--data")
