"""The verbs of the consents room: record, withdraw, assess. There is none that changes or removes."""

from welfare.consents.actions.assessing import AssessInterest, assess_interest, professions_of
from welfare.consents.actions.recording import (
    INFORMATION_VERSION,
    AtSchool,
    IncompleteWillError,
    RecordWill,
    Where,
    number_in,
    record_will,
)
from welfare.consents.actions.withdrawing import WithdrawalError, WithdrawWill, withdraw_will

__all__ = [
    "INFORMATION_VERSION",
    "AssessInterest",
    "AtSchool",
    "IncompleteWillError",
    "RecordWill",
    "Where",
    "WithdrawWill",
    "WithdrawalError",
    "assess_interest",
    "number_in",
    "professions_of",
    "record_will",
    "withdraw_will",
]
