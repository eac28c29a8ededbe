"""What is shown of an opened matter, and of openings to be reviewed."""

from welfare.emergencies.pages.opened import OpenedPage
from welfare.emergencies.pages.reviews import OpeningPage, OpeningsPage

__all__ = ["OpenedPage", "OpeningPage", "OpeningsPage"]
