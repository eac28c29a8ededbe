"""What a later roster ends and takes up again, and what it leaves to be looked at."""

from datetime import date

import pytest
from sqlalchemy import select

from tests.builders import system_work
from tests.rooms.people.roster.applied import (
    carry_out,
    contents,
    count,
    events,
    opened,
    person_of,
    read,
    rows_of,
)
from tests.rooms.people.roster.changes_scene import IDENTITY, TODAY, YESTERDAY, take_away_a_family
from tests.rooms.people.roster.small import (
    CLASS,
    PUPIL,
    SmallRoster,
)
from welfare.audit.ledger import Ledger
from welfare.organisations.models import Organisation, SchoolClass, Term
from welfare.people.models import Enrolment, Teaching
from welfare.people.roster.importing import apply, prepare


@pytest.mark.usefixtures("first")
def test_a_birth_date_that_comes_alone_is_applied_and_repeated_does_nothing(ledger: Ledger, small: SmallRoster) -> None:
    born = small.row("demographics", PUPIL) | {"status": "active", "birthDate": "2010-02-28"}
    small.send_delta(demographics=[born])
    row = carry_out(ledger, small.write())
    assert row is not None
    assert row.counts["demographics.change"] == 1
    assert person_of(ledger, PUPIL).of_age_on == date(2028, 2, 28)
    identity = opened(ledger, PUPIL)
    assert identity["birth_date"] == "2010-02-28"
    assert identity["given_name"]
    assert carry_out(ledger, small.write()) is None


def test_a_birth_date_once_told_outlives_a_row_that_does_not_tell_it(ledger: Ledger, small: SmallRoster) -> None:
    small.change("users", PUPIL, IDENTITY, "")
    carry_out(ledger, small.write())
    born = person_of(ledger, PUPIL).of_age_on
    assert born is not None
    small.send_delta(users=[small.row("users", PUPIL) | {"status": "active", "familyName": "Uusi"}])
    carry_out(ledger, small.write())
    assert person_of(ledger, PUPIL).of_age_on == born
    assert opened(ledger, PUPIL)["family_name"] == "Uusi"


@pytest.mark.usefixtures("first")
def test_a_code_taken_away_in_the_roster_is_taken_away_here(ledger: Ledger, small: SmallRoster) -> None:
    assert person_of(ledger, PUPIL).identity_code is not None
    small.change("users", PUPIL, IDENTITY, "")
    carry_out(ledger, small.write())
    person = person_of(ledger, PUPIL)
    assert (person.identity_code, person.identity_code_index) == (None, None)


@pytest.mark.usefixtures("first")
def test_an_error_in_the_middle_leaves_the_database_as_it_was(
    ledger: Ledger, small: SmallRoster, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.change("users", PUPIL, "familyName", "Uusi")
    take_away_a_family(small)
    reading = read(ledger, small.write())
    before, number = contents(ledger), events(ledger)

    def stumble(done: int, total: int) -> None:
        if done > total // 2:
            raise RuntimeError

    with pytest.raises(RuntimeError), system_work(ledger) as work:
        apply(work, prepare(work, reading), stumble)
    assert contents(ledger) == before
    assert events(ledger) == number
    monkeypatch.undo()
    with system_work(ledger) as work:
        apply(work, prepare(work, reading))
    assert contents(ledger) != before


@pytest.mark.usefixtures("first")
def test_the_meter_goes_from_nothing_to_all(ledger: Ledger, small: SmallRoster) -> None:
    take_away_a_family(small)
    small.change("users", PUPIL, "familyName", "Uusi")
    small.change("enrollments", f"ek{PUPIL}", "endDate", "2027-05-01")
    steps: list[tuple[int, int]] = []
    with system_work(ledger) as work:
        apply(work, prepare(work, read(ledger, small.write())), lambda done, total: steps.append((done, total)))
    assert steps[-1] == (10, 10)
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)


@pytest.mark.usefixtures("first")
def test_a_school_that_is_gone_is_ended_and_county_and_provider_stay(ledger: Ledger, small: SmallRoster) -> None:
    small.rows["orgs"].append(small.row("orgs", "o999-1") | {"sourcedId": "o9", "identifier": "9999", "name": "Toinen"})
    carry_out(ledger, small.write())
    small.remove("orgs", lambda row: row["sourcedId"] not in {"o9", "o18"})
    small.change("orgs", "o999", "parentSourcedId", "")
    carry_out(ledger, small.write())
    ended = {each.name_fi: each.ended_on for each in rows_of(ledger, select(Organisation))}
    assert ended == {
        "Toinen": TODAY,
        "Keksitty hyvinvointialue": None,
        "Keksitty kunta": None,
        "Koulu 1": None,
    }


@pytest.mark.usefixtures("first")
def test_a_term_that_is_gone_from_a_year_under_way_no_longer_makes_working_days(
    ledger: Ledger, small: SmallRoster
) -> None:
    term = small.row("academicSessions", "t2026")
    small.rows["academicSessions"].append(term | {"sourcedId": "t2026b", "endDate": "2026-10-01"})
    small.change("classes", CLASS, "termSourcedIds", "t2026b")
    carry_out(ledger, small.write())
    assert count(ledger, Term) == 2
    small.remove("academicSessions", lambda row: row["sourcedId"] != "t2026")
    for row in small.rows["classes"]:
        row["termSourcedIds"] = "t2026b"
    carry_out(ledger, small.write())
    (left,) = rows_of(ledger, select(Term))
    assert left.ends_on == date(2026, 10, 1)


@pytest.mark.usefixtures("first")
def test_classes_that_are_gone_end_with_their_teachers_posts_in_them(ledger: Ledger, small: SmallRoster) -> None:
    small.send_delta(
        classes=[{"sourcedId": CLASS, "status": "tobedeleted"}],
        enrollments=[{"sourcedId": f"ek{PUPIL}", "status": "tobedeleted"}],
    )
    carry_out(ledger, small.write())
    (ended,) = rows_of(ledger, select(SchoolClass).where(SchoolClass.ended_on.is_not(None)))
    assert ended.ended_on == TODAY
    assert count(ledger, Teaching, Teaching.class_id == ended.id, Teaching.ends_on == YESTERDAY) == 1
    assert count(ledger, Enrolment, Enrolment.class_id == ended.id, Enrolment.ends_on == YESTERDAY) == 1
