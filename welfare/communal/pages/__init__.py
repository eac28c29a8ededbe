"""What the templates of this room are given."""

from welfare.communal.pages.units import OverviewPage, UnitHead, UnitPage

__all__ = ["OverviewPage", "UnitHead", "UnitPage"]
