"""What the templates of this room are given."""

from welfare.communal.pages.groups import GroupPage, GroupsPage, group_lines
from welfare.communal.pages.lights import LightsPart, LightView, counts_text, view_of
from welfare.communal.pages.seats import language_options, seat_lines, seat_name, staff_options
from welfare.communal.pages.units import OverviewPage, UnitHead, UnitPage

__all__ = [
    "GroupPage",
    "GroupsPage",
    "LightView",
    "LightsPart",
    "OverviewPage",
    "UnitHead",
    "UnitPage",
    "counts_text",
    "group_lines",
    "language_options",
    "seat_lines",
    "seat_name",
    "staff_options",
    "view_of",
]
