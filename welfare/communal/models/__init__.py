"""Tables of the communal room."""

from welfare.communal.models.groups import GroupSeat, WelfareGroup

__all__ = ["GroupSeat", "WelfareGroup"]
