"""Two pupils, seven people, three consents, a withdrawal, an amendment, and a locked record in each journal."""

from dataclasses import dataclass

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.browser import meeting_story as story
from tests.browser.arrivals import TWO_WAYS, Arrivals, Way, arrivals
from tests.browser.meeting_story import OF_AADA, OF_ELIAS, Agenda
from tests.browser.reader import Reader
from tests.browser.sitting import NELLI, Sitting, a_sitting
from tests.browser.story import withdraw
from tests.builders import Village
from tests.clock import Clock
from tests.databases import Store
from tests.web.command_line import run

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@pytest.fixture
def sitting(village: Village, clock: Clock) -> Sitting:
    return a_sitting(village, clock)


@dataclass(frozen=True)
class Readers:
    """Everybody of the story who has an account and comes, at a browser of their own."""

    saara: Reader
    mirja: Reader
    petri: Reader
    henrik: Reader
    aada: Reader
    tiina: Reader
    jari: Reader

    @classmethod
    def of(cls, people: Arrivals, sitting: Sitting) -> "Readers":
        """Let them in."""
        return cls(**{name: people.arrive(getattr(sitting, name)) for name in cls.__dataclass_fields__})


@pytest.mark.parametrize("way", TWO_WAYS.values(), ids=TWO_WAYS)
def test_a_meeting_about_two_pupils_from_the_consents_to_a_locked_record_of_each(
    browser: Browser, app: Flask, sitting: Sitting, store: Store, way: Way
) -> None:
    with arrivals(browser, app, way, sitting.clock) as people:
        readers = Readers.of(people, sitting)
        agenda = are_invited(readers, sitting)
        meet(readers, sitting, agenda, scripts=way.scripts)
        the_minutes_become_final(readers, agenda)
        families_see_their_own(readers, agenda)
        the_records_are_locked(readers, sitting, agenda)
        members_see_their_own(readers, agenda)
    run(store, "audit", "verify", "--data")


def are_invited(readers: Readers, sitting: Sitting) -> Agenda:
    story.gather_consents(readers.saara, sitting)
    agenda = story.call_together(readers.saara, sitting)
    story.answer(readers.mirja, agenda, "accepted")
    for reader in (readers.petri, readers.aada, readers.tiina):
        story.answer(reader, agenda, "accepted", others=OF_ELIAS)
    for reader in (readers.henrik, readers.jari):
        story.answer(reader, agenda, "accepted", others=OF_AADA)
    return agenda


def meet(readers: Readers, sitting: Sitting, agenda: Agenda, *, scripts: bool) -> None:
    saara, mirja, petri, henrik = readers.saara, readers.mirja, readers.petri, readers.henrik
    leaving = ("Petri Hongisto", "Aada Metsäpelto", "Tiina Metsäpelto", NELLI)
    joining = ("Mirja Kanervala", "Henrik Ståhlnäs", "Jari Vuorela")
    story.begin(saara, agenda, "Saara Lehtovirta", "Mirja Kanervala", *leaving)
    story.write(saara, agenda.aadas, {"handling": story.AADAS["handling"]}, scripts=scripts)
    story.reads_along(petri, agenda.aadas, others=OF_ELIAS)
    story.reads_along(mirja, agenda.aadas)
    withdraw(saara, sitting.aadas_case, sitting.mirja.someone)
    story.is_sent_out(mirja, petri, agenda)
    story.write(petri, agenda.aadas, {"information": story.FROM_PETRI}, scripts=scripts)
    story.go_on(saara, agenda, leaving=leaving, joining=joining, scripts=scripts)
    story.write(henrik, agenda.eliass, {"handling": story.ELIASS["handling"]}, scripts=scripts)
    story.end(saara)


def the_minutes_become_final(readers: Readers, agenda: Agenda) -> None:
    story.is_refused_unfinished(readers.saara, agenda.aadas)
    story.finalise(readers.saara, agenda.aadas, story.AADAS)
    story.finalise(readers.saara, agenda.eliass, story.ELIASS)
    story.amend(readers.petri, readers.saara, agenda.aadas)


def families_see_their_own(readers: Readers, agenda: Agenda) -> None:
    neither = {agenda.aadas: False, agenda.eliass: False}
    for reader in (readers.aada, readers.tiina):
        story.sees(reader, agenda, records=neither, others=OF_ELIAS)
    story.sees(readers.jari, agenda, records=neither, others=OF_AADA)


def the_records_are_locked(readers: Readers, sitting: Sitting, agenda: Agenda) -> None:
    group = ("saara", "mirja", "petri", "henrik")
    story.come_back_later(sitting, *((getattr(readers, name), getattr(sitting, name)) for name in group))
    story.lock(readers.saara, agenda.aadas, sitting.aadas_case)
    story.lock(readers.saara, agenda.eliass, sitting.eliass_case)


def members_see_their_own(readers: Readers, agenda: Agenda) -> None:
    story.sees(readers.saara, agenda, records={agenda.aadas: True, agenda.eliass: True}, others=())
    story.sees(readers.petri, agenda, records={agenda.aadas: True, agenda.eliass: False}, others=OF_ELIAS)
    for reader in (readers.mirja, readers.henrik):
        story.sees(reader, agenda, records={agenda.aadas: False, agenda.eliass: True}, others=OF_AADA)
