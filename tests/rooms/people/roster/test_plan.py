"""What an import would do, compared with what an earlier one left."""

import hmac
from datetime import date
from functools import partial

import pytest

from tests.rooms.people.roster.small import (
    CLASS,
    GUARDIAN,
    OTHER_PUPIL,
    PUPIL,
    SCHOOL,
    SIBLING,
    TEACHER,
    SmallRoster,
    codes,
)
from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.demo import LAKEUSKOSKI
from welfare.people.roster.fingerprints import canonical
from welfare.people.roster.known import NOTHING_KNOWN, KnownRecords, KnownState
from welfare.people.roster.names import RosterFile
from welfare.people.roster.plan import EndReason, RosterPlan, UnsoundRosterError, plan_roster
from welfare.people.roster.reading import Reading, ReadingRules, read_path

ON = date(2026, 11, 23)
fingerprint = partial(hmac.digest, b"a key of thirty-two bytes, for us", digest="sha256")
IDENTITY = "metadata.personalIdentityCode"


def plan(reading: Reading, known: KnownState = NOTHING_KNOWN) -> RosterPlan:
    """The plan of this day under the test's key."""
    return plan_roster(reading, known, fingerprint, ON)


def after(made: RosterPlan, known: KnownState = NOTHING_KNOWN) -> KnownState:
    """What is known once a plan has been carried out."""
    files = {}
    for file, part in made:
        gone = {ending.source_id for ending in part.ended}
        active = {id_: mark for id_, mark in known.of(file).active.items() if id_ not in gone}
        active |= {each.record.source_id: each.fingerprint for each in (*part.add, *part.change, *part.back)}
        files[file] = KnownRecords(active, frozenset(known.of(file).ended).union(gone) - active.keys())
    return KnownState(files, municipality_codes=frozenset({"999"}))


def ids(stamped: tuple[object, ...]) -> list[str]:
    """The source ids of stamped records."""
    return [each.record.source_id for each in stamped]  # type: ignore[attr-defined]


@pytest.fixture
def known(small: SmallRoster) -> KnownState:
    """What the small roster leaves behind."""
    return after(plan(small.read()))


def test_the_first_import_adds_everything() -> None:
    made = plan(read_path(LAKEUSKOSKI, ReadingRules()))
    assert [(file, len(part.add)) for file, part in made] == [
        (RosterFile.ORGS, 9),
        (RosterFile.ACADEMIC_SESSIONS, 3),
        (RosterFile.CLASSES, 167),
        (RosterFile.USERS, 3269),
        (RosterFile.ENROLLMENTS, 3523),
    ]
    assert not any(part.change or part.back or part.ended for _, part in made)


def test_a_second_import_of_the_same_files_changes_nothing() -> None:
    first = plan(read_path(LAKEUSKOSKI, ReadingRules()))
    second = plan(read_path(LAKEUSKOSKI, ReadingRules()), after(first))
    assert second.is_empty
    assert second.users.unchanged == 3269


def test_moving_a_row_or_reordering_a_list_changes_nothing(small: SmallRoster, known: KnownState) -> None:
    small.rows["users"].reverse()
    small.change("users", GUARDIAN, "agentSourcedIds", f"{SIBLING}, {PUPIL}")
    assert plan(small.read(), known).is_empty


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("familyName", "Uusi"),
        ("metadata.addressRestricted", "false"),
        ("metadata.streetAddress", "Toinen katu 2"),
        ("metadata.language", "ar"),
        (IDENTITY, ""),
    ],
)
def test_a_changed_cell_changes_that_person_alone(
    small: SmallRoster, known: KnownState, column: str, value: str
) -> None:
    assert small.row("users", PUPIL)[column] != value
    small.change("users", PUPIL, column, value)
    made = plan(small.read(), known)
    assert ids(made.users.change) == [PUPIL]
    assert not made.users.add
    assert made.classes.is_empty


def test_an_unused_column_changes_nothing(small: SmallRoster, known: KnownState) -> None:
    small.change("users", PUPIL, "dateLastModified", "2026-11-20T10:00:00Z")
    small.change("demographics", PUPIL, "countryOfBirthCode", "SO")
    assert plan(small.read(), known).is_empty


def without_last_family(small: SmallRoster) -> None:
    """The roster after one family has moved away."""
    gone = {OTHER_PUPIL, "p0000003", "g0000002", "g0000003"}
    small.remove("users", lambda row: row["sourcedId"] not in gone)
    small.remove("demographics", lambda row: row["sourcedId"] not in gone)
    small.remove("enrollments", lambda row: row["userSourcedId"] not in gone)


def test_who_vanishes_from_a_full_list_is_ended_with_the_day_and_never_deleted(
    small: SmallRoster, known: KnownState
) -> None:
    without_last_family(small)
    made = plan(small.read(), known)
    assert [(ending.source_id, ending.reason, ending.on) for ending in made.users.ended] == [
        ("g0000002", EndReason.VANISHED, ON),
        ("g0000003", EndReason.VANISHED, ON),
        (OTHER_PUPIL, EndReason.VANISHED, ON),
        ("p0000003", EndReason.VANISHED, ON),
    ]
    assert len(made.enrollments.ended) == 4
    assert plan(small.read(), after(made, known)).is_empty


def test_who_comes_back_is_taken_up_again_and_not_added_twice(small: SmallRoster, known: KnownState) -> None:
    full = {file: list(rows) for file, rows in small.rows.items()}
    without_last_family(small)
    left = after(plan(small.read(), known), known)
    small.rows = full
    made = plan(small.read(), left)
    assert ids(made.users.back) == ["g0000002", "g0000003", OTHER_PUPIL, "p0000003"]
    assert not made.users.add
    assert plan(small.read(), after(made, left)).is_empty


def test_a_delta_changes_and_ends_what_it_names_and_leaves_the_rest(small: SmallRoster, known: KnownState) -> None:
    renamed = small.row("classes", CLASS) | {"status": "active", "title": "1B"}
    small.send_delta(
        classes=[renamed],
        enrollments=[{"sourcedId": f"em{PUPIL}", "status": "tobedeleted"}],
    )
    reading = small.read(known)
    assert codes(reading) == set()
    made = plan(reading, known)
    assert ids(made.classes.change) == [CLASS]
    assert [(ending.source_id, ending.reason) for ending in made.enrollments.ended] == [
        (f"em{PUPIL}", EndReason.MARKED)
    ]
    assert made.users.is_empty
    assert made.orgs.is_empty


def test_a_delta_repeated_does_nothing_more(small: SmallRoster, known: KnownState) -> None:
    small.send_delta(enrollments=[{"sourcedId": f"em{PUPIL}", "status": "tobedeleted"}])
    left = after(plan(small.read(known), known), known)
    assert plan(small.read(left), left).is_empty


def test_a_delta_may_add_a_person_to_a_known_school_and_class(small: SmallRoster, known: KnownState) -> None:
    newcomer = small.row("users", TEACHER) | {"sourcedId": "t9", "status": "active", "username": "t9", IDENTITY: ""}
    place = small.row("enrollments", f"ek{TEACHER}") | {"sourcedId": "e9", "userSourcedId": "t9", "primary": "false"}
    small.send_delta(users=[newcomer], enrollments=[place | {"status": "active"}])
    reading = small.read(known)
    assert codes(reading) == set()
    assert ids(plan(reading, known).users.add) == ["t9"]


def test_a_delta_may_not_refer_to_what_nobody_knows_or_has_been_marked(small: SmallRoster, known: KnownState) -> None:
    place = small.row("enrollments", f"ek{PUPIL}") | {"status": "active"}
    small.send_delta(
        classes=[{"sourcedId": CLASS, "status": "tobedeleted"}],
        enrollments=[place, place | {"sourcedId": "e9", "userSourcedId": "p9"}],
    )
    reading = small.read(known)
    assert [problem.place for problem in reading.problems] == [
        "enrollments.csv:2:classSourcedId",
        "enrollments.csv:3:classSourcedId",
        "enrollments.csv:3:userSourcedId",
    ]
    assert codes(reading) == {ProblemCode.UNKNOWN_REFERENCE}


def test_a_delta_row_must_say_its_status(small: SmallRoster, known: KnownState) -> None:
    small.send_delta(classes=[small.row("classes", CLASS)])
    assert codes(small.read(known)) == {ProblemCode.BLANK}


def test_a_birth_date_alone_is_handed_on(small: SmallRoster, known: KnownState) -> None:
    small.send_delta(demographics=[small.row("demographics", PUPIL) | {"status": "active"}])
    made = plan(small.read(known), known)
    assert [told.source_id for told in made.birth_dates] == [PUPIL]
    assert not made.is_empty


def test_a_roster_with_errors_has_no_plan(small: SmallRoster) -> None:
    small.change("orgs", SCHOOL, "name", "")
    with pytest.raises(UnsoundRosterError):
        plan(small.read())


def test_losing_most_people_at_once_is_pointed_out(small: SmallRoster, known: KnownState) -> None:
    full = after(plan(read_path(LAKEUSKOSKI, ReadingRules())))
    assert plan(small.read(), full).ends_unusually_many
    without_last_family(small)
    assert not plan(small.read(), known).ends_unusually_many


def test_the_fingerprint_is_keyed_and_covers_all_but_the_row(small: SmallRoster) -> None:
    user = small.read().content.users.records[PUPIL]
    form = canonical(user)
    assert user.identity_code.encode() in form
    small.rows["users"].reverse()
    moved = small.read().content.users.records[PUPIL]
    assert moved.row != user.row
    assert canonical(moved) == form
    assert fingerprint(form) != hmac.digest(b"another key", form, "sha256")


def test_kinds_with_the_same_cells_have_different_forms(small: SmallRoster) -> None:
    content = small.read().content
    forms = {canonical(record) for record in (content.users.records[PUPIL], content.demographics.records[PUPIL])}
    assert len(forms) == 2
