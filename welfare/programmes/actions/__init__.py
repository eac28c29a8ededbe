"""The verbs of the programmes room."""

from welfare.programmes.actions.keeping import (
    CarriedOnError,
    Content,
    InUseError,
    StaleProgrammeError,
    carry_on,
    change_programme,
    start_programme,
)
from welfare.programmes.actions.recording import NewEntry, name_staff, record_entry, remove_entry, remove_staff
from welfare.programmes.actions.stepping import StaleStepsError, write_steps

__all__ = [
    "CarriedOnError",
    "Content",
    "InUseError",
    "NewEntry",
    "StaleProgrammeError",
    "StaleStepsError",
    "carry_on",
    "change_programme",
    "name_staff",
    "record_entry",
    "remove_entry",
    "remove_staff",
    "start_programme",
    "write_steps",
]
