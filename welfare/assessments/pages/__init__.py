"""What the assessments room shows; aims and answers are opened here."""

from welfare.assessments.pages.assessment import (
    AssessmentPage,
    ask_of,
    assessment_lines,
    entry_of,
    informant_options,
    process_options,
)
from welfare.assessments.pages.observation import ObservationPage, Waiting, questions_of, waiting_observations
from welfare.assessments.pages.processes import ProcessesPage

__all__ = [
    "AssessmentPage",
    "ObservationPage",
    "ProcessesPage",
    "Waiting",
    "ask_of",
    "assessment_lines",
    "entry_of",
    "informant_options",
    "process_options",
    "questions_of",
    "waiting_observations",
]
