"""Ways into the participation room."""

from welfare.participation.routes import hearings, ideas, own
from welfare.participation.routes.blueprint import bp

__all__ = ["bp", "hearings", "ideas", "own"]
