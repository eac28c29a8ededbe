"""Ways into the arrangements room."""

from welfare.arrangements.routes import catalogue, using
from welfare.arrangements.routes.blueprint import bp

__all__ = ["bp", "catalogue", "using"]
