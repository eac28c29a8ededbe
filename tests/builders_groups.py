"""Groups of communal work and their seats, put straight into the database."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from tests.builders import BEGINNING, Someone, Village
from welfare.communal.actions.meetings import TimeAndPlace, plan_meeting
from welfare.communal.actions.memos import close_memo, keep_attendance
from welfare.communal.models import CommunalDecision, CommunalMeeting, GroupSeat, WelfareGroup
from welfare.communal.queries.groups import seats_of
from welfare.communal.queries.meetings import items_of
from welfare.rules.actors import Role
from welfare.rules.communal_meetings import DecisionState
from welfare.rules.welfare_groups import Duty, GroupKind, SeatHolder

END = date(2027, 6, 5)
MET = datetime(2026, 11, 16, 12, 0, tzinfo=UTC)


def a_group(
    village: Village,
    namer: Someone,
    kind: GroupKind = GroupKind.SCHOOL,
    *,
    unit_id: UUID | None = None,
    begins_on: date = BEGINNING,
    ends_on: date = END,
) -> UUID:
    """A group of the school, or of another unit, for this school year."""
    group_id = uuid4()
    with village.work() as work:
        work.session.add(
            WelfareGroup(
                id=group_id,
                unit_id=unit_id or village.school_id,
                controller_id=village.provider_id,
                kind=kind,
                language="",
                begins_on=begins_on,
                ends_on=ends_on,
                tasks_fi="Suunnittelee ja arvioi.",
                tasks_sv="Planerar och utvärderar.",
                decision="12 §",
                named_at=work.now,
                named_by=namer.account_id,
            )
        )
    return group_id


def a_seat(
    village: Village,
    group_id: UUID,
    who: Someone | SeatHolder,
    *,
    role: Role = Role.TEACHER,
    duty: Duty = Duty.MEMBER,
    begins_on: date = BEGINNING,
    ends_on: date | None = None,
) -> UUID:
    """Somebody's seat, or two seats of pupils or guardians."""
    seat_id = uuid4()
    is_person = isinstance(who, Someone)
    with village.work() as work:
        group = work.session.get_one(WelfareGroup, group_id)
        work.session.add(
            GroupSeat(
                id=seat_id,
                group_id=group_id,
                holder=SeatHolder.STAFF if isinstance(who, Someone) else who,
                person_id=who.person_id if isinstance(who, Someone) else None,
                role=role if is_person else None,
                duty=duty,
                how_chosen="" if is_person else "Oppilaskunta valitsee",
                places=1 if is_person else 2,
                begins_on=begins_on,
                ends_on=ends_on,
                named_at=work.now,
                named_by=group.named_by,
            )
        )
    return seat_id


def a_group_at_work(
    village: Village, namer: Someone, *, chair: Someone, member: Someone, doer: Someone
) -> dict[str, UUID]:
    """The school's welfare group of the access matrix: one leads it, one is a member, one sees to something."""
    group_id = a_group(village, namer)
    a_seat(village, group_id, chair, role=Role.SENIOR_CURATOR, duty=Duty.CHAIR)
    seat_id = a_seat(village, group_id, member)
    meeting_id = a_meeting(village, group_id)
    return {
        "unit_id": village.school_id,
        "welfare_group_id": group_id,
        "seat_id": seat_id,
        "communal_meeting_id": meeting_id,
        "agenda_item_id": item_ids(village, meeting_id)[2],
        "decision_id": a_decision(village, meeting_id, doer),
    }


def a_meeting(village: Village, group_id: UUID, starts_at: datetime = MET) -> UUID:
    """A meeting of a group for an hour, a week ago unless another time is named, with the agenda of its kind."""
    with village.work() as work:
        group = work.session.get_one(WelfareGroup, group_id)
        work.actor = replace(work.actor, account_id=group.named_by)
        when = TimeAndPlace(starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), place="Opettajainhuone")
        return plan_meeting(work, group, when).id


def item_ids(village: Village, meeting_id: UUID) -> list[UUID]:
    """The items of a meeting in their order."""
    with village.ledger.transaction() as transaction:
        return [item.id for item in items_of(transaction.session, meeting_id)]


def a_decision(
    village: Village,
    meeting_id: UUID,
    doer: Someone,
    due_on: date = date(2026, 12, 4),
    what_fi: str = "Järjestetään ryhmäytymispäivä.",
) -> UUID:
    """Something that a meeting has decided."""
    decision_id = uuid4()
    with village.work() as work:
        meeting = work.session.get_one(CommunalMeeting, meeting_id)
        work.session.add(
            CommunalDecision(
                id=decision_id,
                meeting_id=meeting_id,
                unit_id=meeting.unit_id,
                controller_id=meeting.controller_id,
                what_fi=what_fi,
                what_sv="En grupperingsdag ordnas.",
                owner_id=doer.person_id,
                due_on=due_on,
                state=DecisionState.OPEN,
                decided_at=work.now,
                reason="",
                is_public=False,
            )
        )
    return decision_id


def a_memo(village: Village, group_id: UUID, chair: Someone, *, is_closed: bool = False) -> UUID:
    """A meeting that was held: its chair was there, something is written, and the memo may be closed."""
    meeting_id = a_meeting(village, group_id)
    with village.work() as work:
        work.actor = replace(work.actor, person_id=chair.person_id, account_id=chair.account_id)
        meeting = work.session.get_one(CommunalMeeting, meeting_id)
        items = items_of(work.session, meeting_id)
        items[2].text_fi, items[2].text_sv = "Ilmapiiri on parantunut.", "Klimatet har blivit bättre."
        items[3].text_fi = "Teemana olivat kaveritaidot."
        seats = seats_of(work.session, [group_id])
        keep_attendance(work, meeting, {seat.id: 1 for seat in seats if seat.person_id == chair.person_id})
        if is_closed:
            close_memo(work, meeting, [item.id for item in items if item.is_public])
    return meeting_id
