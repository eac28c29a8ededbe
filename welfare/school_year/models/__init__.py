"""Tables of the school year."""

from welfare.school_year.models.clock import ClockFeed, ClockTask

__all__ = ["ClockFeed", "ClockTask"]
