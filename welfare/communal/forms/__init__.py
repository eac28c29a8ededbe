"""Forms of the communal room."""

from welfare.communal.forms.groups import ChangeGroupForm, FollowGroupForm, NameGroupForm
from welfare.communal.forms.seats import EndSeatForm, OtherSeatForm, StaffSeatForm

__all__ = [
    "ChangeGroupForm",
    "EndSeatForm",
    "FollowGroupForm",
    "NameGroupForm",
    "OtherSeatForm",
    "StaffSeatForm",
]
