"""A meeting of the demonstration that has been held, with its record: pupil and guardian are asked how it was."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from welfare.cases.models import Case
from welfare.meetings.actions import (
    Finalise,
    MeasureLine,
    PlanMeeting,
    attendees_of,
    begin,
    end,
    finalise,
    invite,
    plan_meeting,
    save_measure,
    take_up,
)
from welfare.meetings.models import Meeting, MeetingItem
from welfare.meetings.queries import load_item, load_meeting
from welfare.rules.actors import Role
from welfare.rules.permissions import Permission
from welfare.web.seeding.demo_matters import Matter
from welfare.web.seeding.director import Thread
from welfare.web.seeding.meeting_texts import HELD, MEASURE, POSITIONS
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe

LEAD, CAME, ROUND_DAYS = "elli", ("milja", "elina", "maria", "elli"), 5


def held(troupe: Troupe, matter: Matter) -> Thread:
    """Planned, invited to and held in one week; its record is in the journal the day after."""
    yield troupe.at(-14, "10.30")
    lead = troupe.players[LEAD].id
    with troupe.stage.scene(lead, Permission.MEETING_PLAN) as (work, _):
        case = work.session.get_one(Case, matter.case_id)
        planned = PlanMeeting(starts_at=troupe.at(-10, "9.15"), minutes=30, place="Tila Honka")
        meeting_id = plan_meeting(work, [case], planned).id
        item_id = work.session.query(MeetingItem.id).filter_by(meeting_id=meeting_id).one()[0]
    about = Asked("meeting", load_meeting, meeting_id), Asked("item", load_item, item_id)
    with troupe.stage.scene(lead, Permission.INVITATION_MANAGE, *about) as (work, item):
        invite(work, work.session.get_one(Meeting, meeting_id), item, work.session.get_one(Case, item.case_id))
    yield troupe.at(-10, "9.15")
    came = {troupe.players[name].id for name in CAME}
    with troupe.stage.scene(lead, Permission.MEETING_RUN, about[0]) as (work, meeting):
        begin(work, meeting)
        item = work.session.get_one(MeetingItem, item_id)
        take_up(work, meeting, item, [row.id for row in attendees_of(work, item) if row.account_id in came])
    yield troupe.at(-10, "9.45")
    with troupe.stage.scene(lead, Permission.MEETING_RUN, about[0]) as (work, meeting):
        end(work, meeting)
    yield troupe.at(-9, "14.10")
    _record(troupe, matter, about, meeting_id)


def _record(troupe: Troupe, matter: Matter, about: tuple[Asked, Asked], meeting_id: UUID) -> None:
    lead = troupe.players[LEAD].id
    until = troupe.diary.day(10)
    with troupe.stage.scene(lead, Permission.MINUTES_FINALISE, *about) as (work, item):
        what, by, followed_by = MEASURE["what"], MEASURE["by"], MEASURE["followed_by"]
        revision = save_measure(work, item, 1, MeasureLine(what=what, by=by, followed_by=followed_by, until=until), 0)
        finalise(
            work,
            work.session.get_one(Meeting, meeting_id),
            item,
            Finalise(
                document=_document(troupe, matter, until),
                lacks=(),
                places=frozenset({1}),
                revisions=revision,
                office=Role.CURATOR,
                round_days=ROUND_DAYS,
            ),
        )


def _document(troupe: Troupe, matter: Matter, until: date) -> dict[str, object]:
    shared = {"subject": matter.words.title, "background": matter.words.background, "initiator": matter.initiator.value}
    measures: Sequence[Mapping[str, str]] = [{**MEASURE, "until": until.isoformat()}]
    return {**shared, **HELD, "participants": [_present(troupe, name) for name in CAME], "measures": measures}


def _present(troupe: Troupe, name: str) -> dict[str, str]:
    player = troupe.players[name]
    return {"id": player.person_id.hex, "name": player.part.name, "position": POSITIONS[name]}
