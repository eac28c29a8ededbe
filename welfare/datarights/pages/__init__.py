"""What the rights desk shows."""

from welfare.datarights.pages.choosing import FoundPage, guardian_options
from welfare.datarights.pages.lists import DeskList, stated
from welfare.datarights.pages.request import LogRequestPage

__all__ = ["DeskList", "FoundPage", "LogRequestPage", "guardian_options", "stated"]
