"""The verbs of the guidance room."""

from welfare.guidance.actions.instructing import (
    StaleInstructionError,
    Wording,
    change_instruction,
    give_instruction,
    read_instruction,
    remind,
)
from welfare.guidance.actions.training import Event, StaleTrainingError, change_training, keep_need, plan_training

__all__ = [
    "Event",
    "StaleInstructionError",
    "StaleTrainingError",
    "Wording",
    "change_instruction",
    "change_training",
    "give_instruction",
    "keep_need",
    "plan_training",
    "read_instruction",
    "remind",
]
