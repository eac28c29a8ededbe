"""Which landing page is whose: students and guardians never share a page with staff."""

from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.actors import World
from welfare.worklist.pages.desk import Desk
from welfare.worklist.pages.home import Home

LANDINGS: dict[World, type[Desk] | type[Home]] = {World.STAFF: Desk, World.CITIZEN: Home}


def landing_of(work: UnitOfWork) -> Desk | Home:
    """The landing page of the actor at work."""
    return LANDINGS[work.actor.world].of(work)
