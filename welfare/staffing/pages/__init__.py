"""What the templates of the staffing room are given."""

from welfare.staffing.pages.overview import (
    StaffingPage,
    staffing_blocks,
    staffing_csv,
    staffing_part,
    standing_words,
)
from welfare.staffing.pages.tables import Staffing

__all__ = ["Staffing", "StaffingPage", "staffing_blocks", "staffing_csv", "staffing_part", "standing_words"]
