"""Groups of communal work and their seats, put straight into the database."""

from datetime import date
from uuid import UUID, uuid4

from tests.builders import BEGINNING, Someone, Village
from welfare.communal.models import GroupSeat, WelfareGroup
from welfare.rules.actors import Role
from welfare.rules.welfare_groups import Duty, GroupKind, SeatHolder

END = date(2027, 6, 5)


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


def a_group_with_seats(village: Village, namer: Someone, *, chair: Someone, member: Someone) -> dict[str, UUID]:
    """The school's welfare group as the access matrix knows it: somebody leads it, and a teacher is a member."""
    group_id = a_group(village, namer)
    a_seat(village, group_id, chair, role=Role.SENIOR_CURATOR, duty=Duty.CHAIR)
    seat_id = a_seat(village, group_id, member)
    return {"unit_id": village.school_id, "welfare_group_id": group_id, "seat_id": seat_id}
