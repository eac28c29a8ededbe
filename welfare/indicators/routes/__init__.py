"""Ways into the indicators room."""

from welfare.indicators.routes import importing, looking, results
from welfare.indicators.routes.blueprint import bp

__all__ = ["bp", "importing", "looking", "results"]
