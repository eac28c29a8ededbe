"""The verbs of the participation room."""

from welfare.participation.actions.hearing import Heeded, StaleHearingError, change_hearing, keep_hearing
from welfare.participation.actions.ideas import IdeaStepRefusedError, StaleIdeaError, Step, give_idea, take_step

__all__ = [
    "Heeded",
    "IdeaStepRefusedError",
    "StaleHearingError",
    "StaleIdeaError",
    "Step",
    "change_hearing",
    "give_idea",
    "keep_hearing",
    "take_step",
]
