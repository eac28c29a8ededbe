"""Who might attend an item: the group by consent, outside participants, the student and the guardians."""

from collections.abc import Iterator, Sequence
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.accounts.models import Account
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import place_of
from welfare.cases.family import guardians_at
from welfare.cases.group import group_of
from welfare.cases.models import Case
from welfare.meetings.models import Attendee, MeetingItem
from welfare.people.models import Person
from welfare.rules.cases import Part
from welfare.rules.invitations import Reply


def draw_up_attendees(work: UnitOfWork, item: MeetingItem, case: Case) -> Sequence[Attendee]:
    """List everybody who belongs at the item and is not listed yet; nobody is invited by it.

    A guardian whom the minor's prohibition shuts out is not even listed (OHL 18 § 2; rule 13).
    """
    listed = {attendee.known_as for attendee in attendees_of(work, item)}
    added = [row for row in everybody(work, item, case) if row.known_as not in listed]
    work.session.add_all(added)
    work.session.flush()
    return added


def attendees_of(work: UnitOfWork, item: MeetingItem) -> Sequence[Attendee]:
    """Everybody listed at an item: the family first, then experts, then those from outside."""
    order = list(Part)
    rows = work.session.scalars(select(Attendee).where(Attendee.item_id == item.id)).all()
    return sorted(rows, key=lambda row: (order.index(row.part), str(row.id)))


def everybody(work: UnitOfWork, item: MeetingItem, case: Case) -> Iterator[Attendee]:
    """Whoever belongs at the item today, each as a new row that is not kept."""
    student = work.session.get_one(Person, case.student_id)
    guardians = guardians_at(work.session, case, work.facts.on)
    accounts = _accounts(work, [student.id, *(guardian.id for guardian in guardians)])
    yield _row(item, case, Part.STUDENT, person_id=student.id, account_id=accounts.get(student.id))
    for guardian in guardians:
        yield _row(item, case, Part.GUARDIAN, person_id=guardian.id, account_id=accounts.get(guardian.id))
    group = group_of(work.session, case, work.facts.on)
    for place in group.places:
        member = place.member
        yield _row(
            item,
            case,
            Part.EXPERT,
            person_id=member.person_id,
            account_id=member.account_id,
            office=member.position,
        )
    for seat in group.seats:
        yield _row(item, case, Part.PARTNER, outsider_id=seat.participant.outsider_id)


def _accounts(work: UnitOfWork, person_ids: Sequence[UUID]) -> dict[UUID, UUID]:
    statement = select(Account.person_id, Account.id).where(Account.person_id.in_(person_ids), Account.is_enabled)
    return {person_id: id for person_id, id in work.session.execute(statement) if person_id is not None}


def _row(item: MeetingItem, case: Case, part: Part, **who: UUID | str | None) -> Attendee:
    return Attendee(
        id=uuid4(), meeting_id=item.meeting_id, item_id=item.id, part=part, reply=Reply.NONE, **place_of(case), **who
    )
