"""The verbs of the arrangements room."""

from welfare.arrangements.actions.catalogue import (
    NameTakenError,
    StaleArrangementError,
    Wording,
    add_arrangement,
    change_arrangement,
)
from welfare.arrangements.actions.using import AgreeOn, UseEndedError, UseRefusedError, agree_on, end_use

__all__ = [
    "AgreeOn",
    "NameTakenError",
    "StaleArrangementError",
    "UseEndedError",
    "UseRefusedError",
    "Wording",
    "add_arrangement",
    "agree_on",
    "change_arrangement",
    "end_use",
]
