"""What may be typed, and what is said when it is wrong."""

from welfare.meetings.forms.planning import CallOffForm, MoveForm, PlanForm

__all__ = ["CallOffForm", "MoveForm", "PlanForm"]
