"""Ways into the plans room."""

from welfare.plans.routes import closing, family, listing, measuring, printing, rating, reading, writing
from welfare.plans.routes.blueprint import bp

__all__ = ["bp", "closing", "family", "listing", "measuring", "printing", "rating", "reading", "writing"]
