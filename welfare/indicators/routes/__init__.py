"""Ways into the indicators room."""

from welfare.indicators.routes import looking, results
from welfare.indicators.routes.blueprint import bp

__all__ = ["bp", "looking", "results"]
