"""Ways into the guidance room."""

from welfare.guidance.routes import instructions, training
from welfare.guidance.routes.blueprint import bp

__all__ = ["bp", "instructions", "training"]
