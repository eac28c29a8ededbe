"""The wall in the schema: no table of communal work points at a pupil's matter, and people there are staff alone.

What imports may not do, `setup.cfg` says; what rows may not know stands here. A new column that names a person goes
into `STAFF` only together with an action that takes nobody but staff (see welfare/communal/actions/seats.py).
"""

from sqlalchemy import ForeignKey, Table

from welfare.db.base import Base

ROOMS = ("communal", "guidance", "indicators", "insight", "participation", "programmes", "school_year")
OPEN_TO_THEM = {"account", "organisation", "person", "school_class"}
STAFF = {
    ("communal_decision", "owner_id"),
    ("communal_meeting", "finalised_by"),
    ("communal_memo_addition", "added_by"),
    ("welfare_group_seat", "person_id"),
}


def ties(*rooms: str) -> list[tuple[str, ForeignKey]]:
    """Every foreign key of the tables of some rooms, with the name of its table."""
    places = tuple(f"welfare.{room}." for room in rooms)
    tables = [each.local_table for each in Base.registry.mappers if each.class_.__module__.startswith(places)]
    return [(table.name, key) for table in tables if isinstance(table, Table) for key in table.foreign_keys]


def test_no_table_of_communal_work_points_at_a_pupils_matter() -> None:
    found = {(name, key.column.table.name) for name, key in ties(*ROOMS)}
    own = {name for name, _other in found}
    assert {other for _name, other in found} - own <= OPEN_TO_THEM
    assert ("communal_decision", "communal_meeting") in found


def test_people_in_the_tables_of_groups_and_meetings_are_those_whom_actions_have_found_to_be_staff() -> None:
    named = {(name, key.parent.name) for name, key in ties("communal") if key.column.table.name == "person"}
    assert named == STAFF
