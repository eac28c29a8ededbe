"""The verbs of the assessments room."""

from welfare.assessments.actions.assessing import (
    Ask,
    AssessmentEndedError,
    StartAssessment,
    StillWaitingError,
    ask,
    call_off,
    conclude,
    start_assessment,
)
from welfare.assessments.actions.observing import AnsweredAlreadyError, give_answers
from welfare.assessments.actions.processes import Model, StaleProcessError, add_process, change_process

__all__ = [
    "AnsweredAlreadyError",
    "Ask",
    "AssessmentEndedError",
    "Model",
    "StaleProcessError",
    "StartAssessment",
    "StillWaitingError",
    "add_process",
    "ask",
    "call_off",
    "change_process",
    "conclude",
    "give_answers",
    "start_assessment",
]
