"""What a person's own feed is made of: times of rooms on either side of the wall, which know nothing of each other."""

from collections.abc import Callable, Sequence

from flask import current_app

from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.actors import Actor
from welfare.rules.orders import Appointment

Source = Callable[[UnitOfWork, Actor], Sequence[Appointment]]
"""The times of one room that an actor has."""


def own_times(work: UnitOfWork, actor: Actor) -> Sequence[Appointment]:
    """The times of all rooms in their order."""
    sources: Sequence[Source] = current_app.extensions["calendar_sources"]
    found = [each for source in sources for each in source(work, actor)]
    return sorted(found, key=lambda each: (each.starts_at, str(each.uid)))
