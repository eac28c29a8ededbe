"""Ways into the insight room."""

from welfare.insight.routes import reviews
from welfare.insight.routes.blueprint import bp

__all__ = ["bp", "reviews"]
