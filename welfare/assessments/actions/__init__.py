"""The verbs of the assessments room."""

from welfare.assessments.actions.assessing import (
    Ask,
    AskedWithoutEntryError,
    AssessmentEndedError,
    StartAssessment,
    StillWaitingError,
    ask,
    call_off,
    conclude,
    start_assessment,
)
from welfare.assessments.actions.observing import AnsweredAlreadyError, give_answers
from welfare.assessments.actions.processes import Model

__all__ = [
    "AnsweredAlreadyError",
    "Ask",
    "AskedWithoutEntryError",
    "AssessmentEndedError",
    "Model",
    "StartAssessment",
    "StillWaitingError",
    "ask",
    "call_off",
    "conclude",
    "give_answers",
    "start_assessment",
]
