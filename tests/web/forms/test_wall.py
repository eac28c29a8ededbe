"""The wall: no table, import or page of communal work knows a named pupil or guardian (OHL 4 §; COM §2).

The imports are contracts of setup.cfg. Here the schema is read, and every page of every communal room is walked with
every statement written down: none names a table of a pupil's matter, and the directory is asked for staff alone.
"""

import re
from configparser import ConfigParser

import pytest

from tests.architecture.tree import ROOT
from tests.web.forms.apart import Statements, listening, tables_of
from tests.web.forms.scene import Scene
from tests.web.forms.test_addresses import address, gets, who_may
from welfare.db.base import Base

COMMUNAL = (
    "communal",
    "indicators",
    "school_year",
    "statutory_plans",
    "programmes",
    "participation",
    "guidance",
    "staffing",
)
"""Rooms behind the wall; one that does not exist yet has no tables and no pages."""
NEITHER = frozenset({"access", "accounts", "audit", "drafts", "insight", "jobs", "mail", "organisations", "people"})
"""Rooms with tables that both sides stand on, and `insight`, which counts on both."""
DIRECTORY = frozenset({"organisation", "school_class", "person", "account"})
"""Where somebody works, which class an idea comes from, and who of the staff does what."""
OF_PUPILS = frozenset({"enrolment", "guardianship"})
"""Tables of the directory that tell who is a pupil or whose guardian somebody is."""
OWN_CLASS = "participation.own"
"""The page where a pupil or a guardian reads what became of the ideas of the own class: it must know which that is."""
COUNTED = ("communal.show", frozenset({"feedback_tally", "meeting_feedback_tally"}))
"""On the page of a unit `insight` tells what pupils say of the services: counts that belong to nobody (COM F33)."""
STAFF = {
    ("communal_decision", "owner_id"),
    ("communal_meeting", "finalised_by"),
    ("communal_memo_addition", "added_by"),
    ("welfare_group_seat", "person_id"),
}
ASKED = re.compile(r"(?:from|join|into|update|,)\s+([a-z_]+)")
NAMING = re.compile(r"^(student|pupil|guardian|child)(_id|_name|_number)?$")


def rooms_of_the_contract(side: str) -> set[str]:
    parser = ConfigParser()
    parser.read(ROOT / "setup.cfg")
    modules = parser["importlinter:contract:wall"][side].split()
    return {module.removeprefix("welfare.") for module in modules}


PUPILS_SIDE = tuple(sorted(rooms_of_the_contract("forbidden_modules")))


def pointers_of(rooms: tuple[str, ...]) -> set[tuple[str, str]]:
    """Which tables the tables of rooms point to."""
    keys = (key for name in tables_of(*rooms) for key in Base.metadata.tables[name].foreign_keys)
    return {(key.parent.table.name, key.column.table.name) for key in keys}


def test_the_people_of_groups_and_meetings_are_those_whom_actions_have_found_to_be_staff() -> None:
    """A new column that names a person goes in here only with an action that takes nobody but staff."""
    keys = [key for name in tables_of("communal") for key in Base.metadata.tables[name].foreign_keys]
    named = {(key.parent.table.name, key.parent.name) for key in keys if key.column.table.name == "person"}
    assert named == STAFF


def test_a_communal_table_points_to_its_own_side_and_to_who_works_where() -> None:
    own = tables_of(*COMMUNAL)
    assert {to for _from, to in pointers_of(COMMUNAL)} <= own | DIRECTORY


def test_no_table_of_a_pupils_matter_points_behind_the_wall() -> None:
    assert {pair for pair in pointers_of(PUPILS_SIDE) if pair[1] in tables_of(*COMMUNAL)} == set()


def test_the_pointers_are_seen_at_all() -> None:
    assert ("welfare_group_seat", "welfare_group") in pointers_of(COMMUNAL)
    assert ("journal_entry", "case_file") in pointers_of(PUPILS_SIDE)


def test_no_communal_column_names_a_pupil_or_a_guardian() -> None:
    columns = [(name, column.name) for name in tables_of(*COMMUNAL) for column in Base.metadata.tables[name].columns]
    assert [pair for pair in columns if NAMING.match(pair[1])] == []
    assert NAMING.match("student_id")


def test_every_room_behind_the_wall_is_in_the_contract() -> None:
    existing = {room for room in COMMUNAL if (ROOT / "welfare" / room).is_dir()}
    assert rooms_of_the_contract("source_modules") == existing


def test_every_room_with_tables_stands_on_one_side_of_the_wall() -> None:
    """A new room of a pupil's matter goes into the contract, or its tables would be looked for on no communal page."""
    rooms = {path.parent.name for path in (ROOT / "welfare").glob("*/__init__.py")}
    with_tables = {room for room in rooms if tables_of(room)}
    assert with_tables - NEITHER == (rooms_of_the_contract("source_modules") | set(PUPILS_SIDE)) & with_tables
    assert with_tables >= NEITHER


def trespasses(heard: Statements) -> set[str]:
    """The tables that a page of communal work may not have asked for. A column may bear such a name."""
    asked = {name for statement, _tables in heard for name in ASKED.findall(statement.lower())}
    return asked & (tables_of(*PUPILS_SIDE) | OF_PUPILS)


@pytest.mark.parametrize("house", ["sqlite"], indirect=True)
def test_no_communal_page_asks_for_a_pupil(house: Scene) -> None:
    faults, walked = [], set()
    for rule, passage in gets(house):
        room = rule.endpoint.partition(".")[0]
        if room not in COMMUNAL:
            continue
        client, url = house.client(who_may(passage)), address(house, rule, house.company.things)
        with listening(house) as heard:
            status = client.flask.get(url).status_code
        walked |= {room} if status == 200 else set()
        lawful = {OWN_CLASS: OF_PUPILS, COUNTED[0]: COUNTED[1]}
        wrong = trespasses(heard) - lawful.get(rule.endpoint, frozenset())
        faults += [f"{rule.endpoint} names {sorted(wrong)}"] if wrong else []
    assert faults == []
    assert walked == rooms_of_the_contract("source_modules")


def test_a_trespass_would_be_seen() -> None:
    heard = Statements()
    heard.hear(None, None, "SELECT * FROM welfare_group JOIN enrolment ON true")
    assert trespasses(heard) == {"enrolment"}
