"""What the assessments room shows; aims and answers are opened here."""

from welfare.assessments.pages.asking import ask_of, informant_options
from welfare.assessments.pages.assessment import (
    AssessmentPage,
    assessment_lines,
    entry_of,
    process_options,
)
from welfare.assessments.pages.observation import ObservationPage, Waiting, questions_of, waiting_observations
from welfare.assessments.pages.processes import asked_in, processes_page

__all__ = [
    "AssessmentPage",
    "ObservationPage",
    "Waiting",
    "ask_of",
    "asked_in",
    "assessment_lines",
    "entry_of",
    "informant_options",
    "process_options",
    "processes_page",
    "questions_of",
    "waiting_observations",
]
