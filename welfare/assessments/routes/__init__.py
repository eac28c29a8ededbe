"""Ways into the assessments room."""

from welfare.assessments.routes import assessing, observing, processes
from welfare.assessments.routes.blueprint import bp

__all__ = ["assessing", "bp", "observing", "processes"]
