"""Ways to the rights desk, and to ask on the own pages."""

from welfare.datarights.routes import desk, own
from welfare.datarights.routes.blueprint import bp

__all__ = ["bp", "desk", "own"]
