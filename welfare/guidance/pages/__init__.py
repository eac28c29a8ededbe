"""What the templates of this room are given."""

from welfare.guidance.pages.instruction import InstructionPage
from welfare.guidance.pages.library import InstructionLine, LibraryPage, Standing
from welfare.guidance.pages.training import TrainingPage, grade_told

__all__ = ["InstructionLine", "InstructionPage", "LibraryPage", "Standing", "TrainingPage", "grade_told"]
