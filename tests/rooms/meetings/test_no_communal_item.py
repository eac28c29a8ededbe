"""An item of a meeting is one matter of one student, by the schema itself: nothing communal can stand on its agenda.

Communal work has meetings of its own, which never know a named student (OHL 14 § 2; IND §1.2). So the room of expert
groups' meetings has no place where a topic could be written, no row without a matter, and no way in that takes one.
"""

from dataclasses import fields
from inspect import signature
from uuid import uuid4

import pytest
from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.builders import Village
from tests.builders_meetings import a_meeting
from tests.rooms.meetings.conftest import Sitting
from welfare.cases.models import Case
from welfare.db.base import Base
from welfare.meetings import actions
from welfare.meetings.models import Meeting, MeetingItem
from welfare.rules.meetings import ItemState
from welfare.rules.registers import Register

MEETING, ITEM, CASE = (Base.metadata.tables[model.__tablename__] for model in (Meeting, MeetingItem, Case))


def of_meetings() -> list[str]:
    """Every table that belongs to a meeting or to something within one, near or far."""
    found, size = {"meeting"}, 0
    while size != len(found):
        size = len(found)
        for table in Base.metadata.sorted_tables:
            if any(key.column.table.name in found for key in table.foreign_keys if not key.parent.nullable):
                found.add(table.name)
    return sorted(found - {"meeting"})


def test_whatever_lies_within_a_meeting_belongs_to_exactly_one_matter() -> None:
    assert {"meeting_item", "meeting_attendee", "minute_section", "measure", "amendment"} <= set(of_meetings())
    for name in of_meetings():
        column = Base.metadata.tables[name].c.get("case_id")
        assert column is not None, name
        assert not column.nullable, name
        assert [key.column.table.name for key in column.foreign_keys] == ["case_file"], name


def test_a_matter_is_always_one_students_in_the_welfare_register() -> None:
    assert not CASE.c.student_id.nullable
    assert [key.column.table.name for key in CASE.c.student_id.foreign_keys] == ["person"]
    item = MeetingItem(case_id=uuid4(), student_id=uuid4(), controller_id=uuid4())
    assert item.key_holder().register is Register.WELFARE


def test_a_meeting_has_words_for_its_place_alone() -> None:
    sealed = [column.name for column in MEETING.c if column.info["data"] not in {"internal", "public"}]
    assert sealed == ["document"]
    words = [field.name for field in fields(actions.PlanMeeting) if field.type in {str, "str"}]
    assert words == ["place", "link"]
    assert [column.name for column in ITEM.c if column.info["data"] == "secret"] == []


def test_the_only_way_onto_an_agenda_takes_a_matter() -> None:
    assert signature(actions.add_item).parameters["case"].annotation is Case
    assert "cases" in signature(actions.plan_meeting).parameters


def _row(sitting: Sitting, session: Session, meeting_id: object) -> dict[str, object]:
    item = session.get_one(MeetingItem, sitting.aadas)
    same = {name: getattr(item, name) for name in ("case_id", "student_id", "controller_id")}
    return {"id": uuid4(), "meeting_id": meeting_id, "place": 3, "minutes": 10, "state": ItemState.WAITING, **same}


@pytest.mark.parametrize("missing", ["case_id", "student_id", "controller_id"])
def test_the_database_takes_no_item_without_its_matter(village: Village, sitting: Sitting, missing: str) -> None:
    other = a_meeting(village, sitting.saara)
    with village.work() as work:
        session = work.session
        row = {**_row(sitting, session, other), "revision": 1}
        session.execute(insert(ITEM).values(**row))
        spoilt = {**row, "id": uuid4(), "case_id": sitting.eliass_case, missing: None}
        with pytest.raises(IntegrityError), session.begin_nested():
            session.execute(insert(ITEM).values(**spoilt))
        with pytest.raises(IntegrityError), session.begin_nested():
            session.execute(update(ITEM).where(ITEM.c.id == row["id"]).values({missing: None}))
