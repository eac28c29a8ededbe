"""What can be done in the indicators room."""

from welfare.indicators.actions.recording import (
    Cell,
    Number,
    StaleSheetError,
    TypedSheet,
    record,
    record_sheet,
)

__all__ = ["Cell", "Number", "StaleSheetError", "TypedSheet", "record", "record_sheet"]
