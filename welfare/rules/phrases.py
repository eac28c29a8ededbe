"""Phrases that a provider keeps for those who write: chosen from a list, never made of what was written of a pupil."""

from enum import StrEnum


class PhrasePlace(StrEnum):
    """Where a phrase is offered."""

    PLAN_STRENGTHS = "plan_strengths"
    PLAN_NEED = "plan_need"
    PLAN_GOAL = "plan_goal"
    PLAN_MEASURE = "plan_measure"
    MINUTES = "minutes"
    JOURNAL = "journal"


class PhraseKind(StrEnum):
    """What it is."""

    PHRASE = "phrase"
    TEMPLATE = "template"  # a whole section with its headings, to be filled in


PLAN_PLACES = (
    PhrasePlace.PLAN_STRENGTHS,
    PhrasePlace.PLAN_NEED,
    PhrasePlace.PLAN_GOAL,
    PhrasePlace.PLAN_MEASURE,
)
"""Those of a plan's sections."""
