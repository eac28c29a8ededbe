"""Which shell a page stands in: roomy for students and guardians, dense for staff."""

from welfare.rules.actors import Actor, World

APP = "_layout/app.html"
PORTAL = "_layout/portal.html"
GATE = "_layout/gate.html"


def layout_for(actor: Actor) -> str:
    """The layout template of this actor's pages."""
    return PORTAL if actor.world is World.CITIZEN else APP
