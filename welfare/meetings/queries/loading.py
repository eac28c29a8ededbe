"""What the gate asks about a meeting, an item, an attendee, a measure: always found within what holds it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Loader, Reading
from welfare.cases.models import Case
from welfare.cases.queries import case_facts
from welfare.meetings.models import Attendee, Measure, Meeting, MeetingItem
from welfare.meetings.models.minutes import OfItem
from welfare.meetings.queries.seen import SeenItem, is_led, items_seen
from welfare.rules.actors import Actor, Facts, World
from welfare.rules.registers import Register


def load_meeting(reading: Reading, meeting_id: UUID) -> Loaded | None:
    """Loader of ``<meeting_id:meeting>``."""
    meeting = reading.session.get(Meeting, meeting_id)
    if meeting is None:
        return None
    items = items_seen(reading.session, reading.actor, reading.now, [meeting.id])[meeting.id]
    return Loaded(meeting, meeting_facts(meeting, items, reading.actor, reading.now.astimezone(HOME_ZONE).date()))


def meeting_facts(meeting: Meeting, items: Sequence[SeenItem], actor: Actor, on: date) -> Facts:
    """How the actor stands to a meeting, given the items of it that exist for the actor."""
    return Facts(
        on=on,
        subject_ids=(("meeting", meeting.id),),
        register=Register.WELFARE,
        controller_id=meeting.controller_id,
        owner_account_id=meeting.convenor_account_id if actor.posts else None,
        state=meeting.state.value,
        is_admitted=bool(items),
        leads_an_item=any(map(is_led, items)),
    )


def load_item(reading: Reading, item_id: UUID) -> Loaded | None:
    """Loader of ``<item_id:item>`` within a meeting; the facts are those of the item's matter."""
    meeting, item = reading.loaded.get("meeting"), reading.session.get(MeetingItem, item_id)
    if not isinstance(meeting, Meeting) or item is None or item.meeting_id != meeting.id:
        return None
    return Loaded(item, item_facts(reading, item))


def item_facts(reading: Reading, item: MeetingItem) -> Facts:
    """How the actor stands to the matter of an item; for the loaders of whatever lies within it."""
    subject = ("meeting_item", item.id)
    if reading.actor.world is not World.STAFF:
        own = items_seen(reading.session, reading.actor, reading.now, [item.meeting_id])[item.meeting_id]
        facts = next((seen.facts for seen in own if seen.item.id == item.id), None)
        facts = facts or Facts(on=reading.now.astimezone(HOME_ZONE).date())
    else:
        facts = case_facts(reading, reading.session.get_one(Case, item.case_id))
    return replace(facts, subject_ids=(*facts.subject_ids, subject), is_locked=item.locked_at is not None)


def load_attendee(reading: Reading, attendee_id: UUID) -> Loaded | None:
    """Loader of ``<attendee_id:attendee>`` within an item; the owner is who was asked."""
    item, attendee = reading.loaded.get("item"), reading.session.get(Attendee, attendee_id)
    if not isinstance(item, MeetingItem) or attendee is None or attendee.item_id != item.id:
        return None
    owner = attendee.account_id if attendee.invited_at is not None else None
    return Loaded(attendee, replace(item_facts(reading, item), owner_account_id=owner))


def load_measure(reading: Reading, measure_id: UUID) -> Loaded | None:
    """Loader of ``<measure_id:measure>`` within an item; owner carries it out, handler follows it up."""
    found = loader_within_item(Measure)(reading, measure_id)
    if found is None or not isinstance(found.thing, Measure):
        return None
    return Loaded(found.thing, facts_of_measure(found.facts, found.thing))


def facts_of_measure(facts: Facts, measure: Measure) -> Facts:
    """The facts of its matter, and whose task it is."""
    return replace(facts, owner_account_id=measure.doer_account_id, handler_account_id=measure.follower_account_id)


def loader_within_item(model: type[OfItem]) -> Loader:
    """A loader of something that belongs to an item."""

    def load(reading: Reading, row_id: UUID) -> Loaded | None:
        item, row = reading.loaded.get("item"), reading.session.get(model, row_id)
        if not isinstance(item, MeetingItem) or row is None or row.item_id != item.id:
            return None
        return Loaded(row, item_facts(reading, item))

    return load
