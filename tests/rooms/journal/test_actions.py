"""The verbs themselves: whatever a form has let through, an entry is whole or it is not there."""

from datetime import date
from threading import Barrier, Thread
from typing import Any

import pytest

from tests.builders_journal import Matter
from welfare.journal.actions import (
    CorrectionRefusedError,
    ForeignOfficeError,
    IncompleteEntryError,
    NewEntry,
    OvertakenError,
    correct_entry,
    write_entry,
)
from welfare.journal.actions.writing import WrongWayError
from welfare.journal.models import JournalEntry
from welfare.people.models import Person
from welfare.rules.actors import Role
from welfare.rules.corrections import CorrectionBlock
from welfare.rules.journal import EntryKind, Field
from welfare.rules.permissions import Permission

TODAY = date(2026, 11, 23)
MEASURE = {"what": "Ovella", "by": "Petri", "followed_by": "Saara", "until": ""}
WHOLE: dict[EntryKind, dict[str, Any]] = {
    EntryKind.NOTE: {"information": "Teksti."},
    EntryKind.OWN_WORDS: {"information": "Sanat."},
    EntryKind.OPENING: {"subject": "Aihe", "background": "Tausta", "initiator": "student"},
    EntryKind.MEETING: {
        "subject": "Aihe",
        "background": "Tausta",
        "initiator": "student",
        "handling": "Käsittely",
        "participants": [{"id": "0" * 32, "name": "Saara Lehtovirta", "position": "kuraattori"}],
        "student_view": "Näkemys",
        "measures": [MEASURE],
        "information": "Tiedot",
    },
}


def write(matter: Matter, kind: EntryKind, document: dict[str, Any], office: Role = Role.CURATOR) -> JournalEntry:
    with matter.work(matter.saara) as (work, case):
        return write_entry(work, case, NewEntry(kind=kind, occurred_on=TODAY, office=office, document=document))


def missing(matter: Matter, kind: EntryKind, document: dict[str, Any]) -> set[Field]:
    with pytest.raises(IncompleteEntryError) as caught:
        write(matter, kind, document)
    assert matter.rows() == []
    return set(caught.value.missing)


@pytest.mark.parametrize("kind", WHOLE)
def test_an_entry_of_each_kind_is_written_whole(matter: Matter, kind: EntryKind) -> None:
    write(matter, kind, WHOLE[kind])
    assert [row.kind for row in matter.rows()] == [kind]


@pytest.mark.parametrize(
    ("kind", "name", "lacking"),
    [
        (EntryKind.NOTE, "information", Field.INFORMATION),
        (EntryKind.OWN_WORDS, "information", Field.INFORMATION),
        (EntryKind.OPENING, "subject", Field.SUBJECT),
        (EntryKind.OPENING, "background", Field.BACKGROUND),
        (EntryKind.OPENING, "initiator", Field.INITIATOR),
        (EntryKind.MEETING, "subject", Field.SUBJECT),
        (EntryKind.MEETING, "handling", Field.HANDLING),
        (EntryKind.MEETING, "participants", Field.PARTICIPANTS),
        (EntryKind.MEETING, "student_view", Field.STUDENT_VIEW),
        (EntryKind.MEETING, "measures", Field.PLAN),
        (EntryKind.MEETING, "information", Field.INFORMATION),
    ],
)
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_what_is_left_out_is_named(matter: Matter, kind: EntryKind, name: str, lacking: Field) -> None:
    document = {key: value for key, value in WHOLE[kind].items() if key != name}
    assert missing(matter, kind, document) == {lacking}


@pytest.mark.parametrize(
    ("part", "lacking"), [("by", Field.CARRIED_OUT_BY), ("followed_by", Field.FOLLOWED_UP_BY), ("what", Field.PLAN)]
)
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_every_measure_has_its_doer_and_its_follower(matter: Matter, part: str, lacking: Field) -> None:
    document = WHOLE[EntryKind.MEETING] | {"measures": [MEASURE, MEASURE | {part: ""}]}
    assert missing(matter, EntryKind.MEETING, document) == {lacking}


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_participant_without_a_position_is_none(matter: Matter) -> None:
    people = [{"id": "0" * 32, "name": "Saara Lehtovirta", "position": ""}]
    document = WHOLE[EntryKind.MEETING] | {"participants": people}
    assert missing(matter, EntryKind.MEETING, document) == {Field.PARTICIPANTS}


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_minors_record_needs_a_guardians_contacts(matter: Matter) -> None:
    with matter.village.work() as work:
        work.session.get_one(Person, matter.guardian.person_id).contact = None
    assert missing(matter, EntryKind.OPENING, WHOLE[EntryKind.OPENING]) == {Field.GUARDIAN_CONTACTS}


@pytest.mark.parametrize("matter", [{"of_age_on": TODAY}], indirect=True)
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_an_adults_record_needs_none(matter: Matter) -> None:
    with matter.village.work() as work:
        work.session.get_one(Person, matter.guardian.person_id).contact = None
    write(matter, EntryKind.OPENING, WHOLE[EntryKind.OPENING])


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_nobody_writes_in_an_office_of_others(matter: Matter) -> None:
    with pytest.raises(ForeignOfficeError):
        write(matter, EntryKind.NOTE, WHOLE[EntryKind.NOTE], office=Role.PSYCHOLOGIST)
    assert matter.rows() == []


@pytest.mark.parametrize("kind", [EntryKind.DISCLOSURE, EntryKind.CORRECTION])
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_disclosures_and_corrections_have_ways_of_their_own(matter: Matter, kind: EntryKind) -> None:
    with pytest.raises(WrongWayError):
        write(matter, kind, {"what": "x", "to_whom": "y", "ground": "teaching", "information": "z"})
    assert matter.rows() == []


def correct(matter: Matter, entry: JournalEntry, text: str, reason: str = "Virhe.") -> None:
    document = {"reason": reason, "corrected": {"heading": "", "information": text}}
    new = NewEntry(kind=EntryKind.CORRECTION, occurred_on=TODAY, office=Role.CURATOR, document=document)
    with matter.work(matter.saara, Permission.ENTRY_CORRECT) as (work, case):
        correct_entry(work, case, work.session.get_one(JournalEntry, entry.id), new)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_correction_without_a_reason_is_refused(matter: Matter) -> None:
    note = write(matter, EntryKind.NOTE, WHOLE[EntryKind.NOTE])
    with pytest.raises(CorrectionRefusedError) as caught:
        correct(matter, note, "Toinen.", reason="")
    assert caught.value.blocks == (CorrectionBlock.REASON,)


def test_of_two_who_correct_at_once_one_is_told_of_the_other(matter: Matter) -> None:
    note = write(matter, EntryKind.NOTE, WHOLE[EntryKind.NOTE])
    start, told = Barrier(4), []

    def attempt(number: int) -> None:
        start.wait()
        try:
            correct(matter, note, f"Korjaus {number}.")
        except OvertakenError as overtaken:
            told.append(overtaken.newest.corrects_id)

    threads = [Thread(target=attempt, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [note.id] * 3
    assert len(matter.rows()) == 2
