"""What the templates of this room are given."""

from welfare.communal.pages.lights import LightsPart, LightView, counts_text, view_of
from welfare.communal.pages.units import OverviewPage, UnitHead, UnitPage

__all__ = ["LightView", "LightsPart", "OverviewPage", "UnitHead", "UnitPage", "counts_text", "view_of"]
