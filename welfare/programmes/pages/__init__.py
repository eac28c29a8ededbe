"""What the templates of this room are given."""

from welfare.programmes.pages.hobbies import HobbiesPage
from welfare.programmes.pages.overview import OverviewPage, ProgrammeLine, current_lines
from welfare.programmes.pages.programme import ProgrammePage, steps_lines

__all__ = ["HobbiesPage", "OverviewPage", "ProgrammeLine", "ProgrammePage", "current_lines", "steps_lines"]
