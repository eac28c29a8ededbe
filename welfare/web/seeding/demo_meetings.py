"""The meeting of the demonstration: two pupils' groups in one sitting, planned, invited to and partly answered."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from welfare.cases.models import Case
from welfare.meetings.actions import GiveReply, PlanMeeting, attendees_of, give_reply, invite, plan_meeting
from welfare.meetings.models import Meeting, MeetingItem
from welfare.meetings.queries import load_attendee, load_item, load_meeting
from welfare.people.models import Person
from welfare.rules.cases import Part
from welfare.rules.invitations import Reply
from welfare.rules.permissions import Permission
from welfare.web.seeding.demo_matters import Matter
from welfare.web.seeding.director import Thread
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe

LEAD, PLACE = "elli", "Tila Honka"


def called_together(troupe: Troupe, matters: Sequence[Matter]) -> Thread:
    """The curator calls two groups together for the day after tomorrow; the nurse has said that she comes."""
    yield troupe.at(-3, "10.05")
    lead = troupe.players[LEAD].id
    items = _plan(troupe, lead, [matter.case_id for matter in matters], troupe.at(2, "9.15"))
    _lose_an_address(troupe, items[0][1])
    yield troupe.at(-3, "10.12")
    for meeting_id, item_id in items:
        with troupe.stage.scene(lead, Permission.INVITATION_MANAGE, *_item(meeting_id, item_id)) as (work, item):
            meeting, case = work.session.get_one(Meeting, meeting_id), work.session.get_one(Case, item.case_id)
            invite(work, meeting, item, case)
    yield troupe.at(-2, "8.20")
    for meeting_id, item_id in items:
        _answer(troupe, "maria", meeting_id, item_id)


def _plan(troupe: Troupe, lead: UUID, case_ids: Sequence[UUID], starts_at: datetime) -> list[tuple[UUID, UUID]]:
    """The meeting, by the ids of itself and of each item."""
    with troupe.stage.scene(lead, Permission.MEETING_PLAN) as (work, _):
        cases = [work.session.get_one(Case, id) for id in case_ids]
        meeting = plan_meeting(work, cases, PlanMeeting(starts_at=starts_at, minutes=30, place=PLACE))
        items = select(MeetingItem.id).where(MeetingItem.meeting_id == meeting.id).order_by(MeetingItem.place)
        return [(meeting.id, item_id) for item_id in work.session.scalars(items)]


def _lose_an_address(troupe: Troupe, item_id: UUID) -> None:
    """One guardian has no address: the consent desk says so, and the administrator sees that a mail failed."""
    with troupe.stage.behind_the_scenes() as work:
        listed = attendees_of(work, work.session.get_one(MeetingItem, item_id))
        guardian = next(row for row in listed if row.part is Part.GUARDIAN)
        person = work.session.get_one(Person, guardian.person_id)
        work.encrypt_document(person, Person.contact, {"email": "", "phone": "040 555 0100"})


def _answer(troupe: Troupe, name: str, meeting_id: UUID, item_id: UUID) -> None:
    """One of the cast comes, if asked."""
    player = troupe.players[name]
    with troupe.stage.behind_the_scenes() as work:
        item = work.session.get_one(MeetingItem, item_id)
        asked = [row.id for row in attendees_of(work, item) if row.account_id == player.id and row.invited_at]
    for attendee_id in asked:
        about = (*_item(meeting_id, item_id), Asked("attendee", load_attendee, attendee_id))
        with troupe.stage.scene(player.id, Permission.INVITATION_REPLY, *about) as (work, attendee):
            give_reply(work, attendee, GiveReply(answer=Reply.ACCEPTED))


def _item(meeting_id: UUID, item_id: UUID) -> tuple[Asked, Asked]:
    return Asked("meeting", load_meeting, meeting_id), Asked("item", load_item, item_id)
