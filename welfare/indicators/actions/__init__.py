"""What can be done in the indicators room."""

from welfare.indicators.actions.importing import (
    ChangedSinceShownError,
    FileGoneError,
    HandOver,
    UnsoundFileError,
    approve,
    hand_over,
    leave,
    name_indicator,
    plan_for,
)
from welfare.indicators.actions.recording import StaleSheetError, TypedSheet, record, record_sheet

__all__ = [
    "ChangedSinceShownError",
    "FileGoneError",
    "HandOver",
    "StaleSheetError",
    "TypedSheet",
    "UnsoundFileError",
    "approve",
    "hand_over",
    "leave",
    "name_indicator",
    "plan_for",
    "record",
    "record_sheet",
]
