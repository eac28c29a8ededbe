"""What the officer's desks have in common: seeking the person, making sure who asks, the mandate, and a longer time.

A desk names its routes alike (``desk`` for its list, ``show`` for one request, loaded as ``asked``), so that these
pages are one.
"""

from welfare.datarights.desks.desk import Desk
from welfare.datarights.desks.extending import add_extending
from welfare.datarights.desks.identity import add_identity
from welfare.datarights.desks.mandate import add_mandate
from welfare.datarights.desks.seeking import add_seeking

__all__ = ["Desk", "add_shared"]


def add_shared(desk: Desk) -> None:
    """Give a desk the steps that all of them have."""
    add_seeking(desk)
    add_identity(desk)
    add_mandate(desk)
    add_extending(desk)
