"""Ways into the indicators room."""

from welfare.indicators.routes import absences, discussions, importing, inspections, looking, results
from welfare.indicators.routes.blueprint import bp

__all__ = ["absences", "bp", "discussions", "importing", "inspections", "looking", "results"]
