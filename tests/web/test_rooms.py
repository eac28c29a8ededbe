"""Rooms that listen to the same event both hear it."""

from tests.builders import Village
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.events import CalendarChanged, ConflictAsked
from welfare.web.rooms import together


def test_two_rooms_that_listen_to_one_event_both_hear_it_the_lower_floor_first(village: Village) -> None:
    heard: list[str] = []

    def below(work: UnitOfWork, event: CalendarChanged) -> None:
        heard.append(f"below {event.organisation_id == village.school_id} {work.now.year}")

    def above(work: UnitOfWork, event: CalendarChanged) -> None:
        heard.append(f"above {event.organisation_id == village.school_id} {work.now.year}")

    def other(work: UnitOfWork, event: ConflictAsked) -> None:
        heard.append(f"other {event} {work.now}")

    with village.work() as work:
        work.listeners = together({CalendarChanged: (below,)}, {ConflictAsked: (other,)}, {CalendarChanged: (above,)})
        work.tell(CalendarChanged(village.school_id))
    assert heard == ["below True 2026", "above True 2026"]
