"""Records of communal work end by the rule of the controller, with what hangs on them; what goes on stays."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from tests.rooms.retention.conftest import Keeping
from welfare.communal.models.groups import WelfareGroup
from welfare.communal.models.meetings import AgendaItem, CommunalDecision, CommunalMeeting
from welfare.participation.models import Hearing
from welfare.retention.models import ItemState
from welfare.rules.communal_meetings import AgendaKind, CommunalState, DecisionState
from welfare.rules.participation import Heard, HearingWay
from welfare.rules.retention_ends import Thing
from welfare.rules.welfare_groups import GroupKind

HELD = datetime(2014, 3, 4, 11, tzinfo=UTC)


def a_group(keeping: Keeping, ends_on: date) -> UUID:
    """A welfare group of the school."""
    row_id = uuid4()
    with keeping.village.work() as work:
        work.session.add(
            WelfareGroup(
                id=row_id,
                unit_id=keeping.village.school_id,
                controller_id=keeping.village.provider_id,
                kind=next(iter(GroupKind)),
                begins_on=date(2013, 8, 1),
                ends_on=ends_on,
                tasks_fi="",
                tasks_sv="",
                named_by=keeping.kaisa.account_id,
                named_at=work.now,
            )
        )
    return row_id


def a_meeting(keeping: Keeping, group_id: UUID, state: CommunalState, at: datetime = HELD) -> UUID:
    """A meeting with an item and a decision."""
    row_id = uuid4()
    of_meeting = {"meeting_id": row_id}
    of_unit = {"unit_id": keeping.village.school_id, "controller_id": keeping.village.provider_id}
    with keeping.village.work() as work:
        meeting = CommunalMeeting(
            id=row_id,
            group_id=group_id,
            starts_at=at,
            ends_at=at + timedelta(hours=1),
            state=state,
            calendar_uid=uuid4(),
            planned_at=at,
            planned_by=keeping.kaisa.account_id,
            **of_unit,
        )
        work.session.add(meeting)
        work.session.flush()
        item = AgendaItem(**of_meeting, place=1, kind=next(iter(AgendaKind)), is_public=True, text_fi="Pihan valot.")
        decision = CommunalDecision(
            **of_meeting,
            **of_unit,
            what_fi="Valot korjataan.",
            owner_id=keeping.kaisa.person_id,
            due_on=at.date(),
            state=next(iter(DecisionState)),
            decided_at=at,
            is_public=False,
        )
        work.session.add_all([item, decision])
    return row_id


def test_a_meeting_goes_with_agenda_and_decisions_and_its_group_once_no_meeting_is_left(keeping: Keeping) -> None:
    old, standing = a_group(keeping, date(2014, 7, 31)), a_group(keeping, date(2027, 7, 31))
    gone = a_meeting(keeping, old, CommunalState.FINAL)
    called_off = a_meeting(keeping, old, CommunalState.CANCELLED)
    kept = {
        a_meeting(keeping, standing, CommunalState.PLANNED),
        a_meeting(keeping, standing, CommunalState.FINAL, datetime(2026, 3, 4, 11, tzinfo=UTC)),
    }
    first = communal(keeping)
    assert first == {gone: ItemState.DESTROYED, called_off: ItemState.DESTROYED}
    assert {row.id for row in keeping.rows(CommunalMeeting)} == kept
    assert {row.meeting_id for row in keeping.rows(AgendaItem)} == kept
    assert {row.meeting_id for row in keeping.rows(CommunalDecision)} == kept
    assert communal(keeping) == {old: ItemState.DESTROYED}
    assert [row.id for row in keeping.rows(WelfareGroup)] == [standing]


def communal(keeping: Keeping) -> dict[UUID, ItemState]:
    """What of communal work a list made now takes."""
    items = keeping.items(keeping.destroy_all())
    return {item.thing_id: item.state for item in items if item.thing is Thing.COMMUNAL}


def test_a_hearing_of_ten_years_ago_goes_and_a_newer_one_stays(keeping: Keeping) -> None:
    ids = []
    for held_on in (date(2014, 3, 4), date(2026, 3, 4)):
        with keeping.village.work() as work:
            row = Hearing(
                id=uuid4(),
                unit_id=keeping.village.school_id,
                controller_id=keeping.village.provider_id,
                held_on=held_on,
                heard=next(iter(Heard)),
                whom="Oppilaskunta",
                way=next(iter(HearingWay)),
                about="Välitunnit",
                said="Lisää pelejä.",
                effect="",
                saved_by=keeping.kaisa.account_id,
            )
            ids.append(row.id)
            work.session.add(row)
    assert communal(keeping) == {ids[0]: ItemState.DESTROYED}
    assert [row.id for row in keeping.rows(Hearing)] == [ids[1]]
