"""What is shown of retention: codes, ids and days, never a name of a pupil."""

from welfare.retention.pages.due import DuePage
from welfare.retention.pages.holds import HoldPage, HoldsPage
from welfare.retention.pages.overview import OverviewPage
from welfare.retention.pages.rules import RulePage, RulesPage
from welfare.retention.pages.runs import RunPage

__all__ = ["DuePage", "HoldPage", "HoldsPage", "OverviewPage", "RulePage", "RulesPage", "RunPage"]
