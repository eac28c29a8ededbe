"""Ways into the indicators room."""

from welfare.indicators.routes import absences, climate, discussions, importing, inspections, looking, own, results
from welfare.indicators.routes.blueprint import bp

__all__ = ["absences", "bp", "climate", "discussions", "importing", "inspections", "looking", "own", "results"]
