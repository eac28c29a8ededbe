"""The pages of the people room; importing this registers them all."""

from welfare.people.routes import deliveries, reviews, roster
from welfare.people.routes.room import bp

__all__ = ["bp", "deliveries", "reviews", "roster"]
