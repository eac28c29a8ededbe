"""Ways into the insight room."""

from welfare.insight.routes import comparison, reviews, services
from welfare.insight.routes.blueprint import bp

__all__ = ["bp", "comparison", "reviews", "services"]
