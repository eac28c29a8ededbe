"""What the room answers when another asks: whether a copy waits to be fetched on the own page."""

from welfare.access_copies.queries import is_open_on, own_copies
from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.datarights.queries import may_be_told
from welfare.people.models import Person
from welfare.rules.events import CopiesReadyAsked


def tell_ready(work: UnitOfWork, asked: CopiesReadyAsked) -> None:
    """Those of the actor's own that were handed over and not fetched yet, as long as the right stands."""
    student, on = work.session.get_one(Person, asked.student_id), work.facts.on
    for row in own_copies(work.session, work.actor, student):
        waits = is_open_on(row, on) and row.fetched_at is None
        if waits and row.open_until and may_be_told(work.session, row, work.facts):
            asked.until.append(row.open_until)


LISTENERS: Listeners = {CopiesReadyAsked: (tell_ready,)}
