"""What the rights desk shows."""

from welfare.datarights.pages.choosing import FoundPage, guardian_options
from welfare.datarights.pages.lists import LogRequestsPage
from welfare.datarights.pages.request import LogRequestPage

__all__ = ["FoundPage", "LogRequestPage", "LogRequestsPage", "guardian_options"]
