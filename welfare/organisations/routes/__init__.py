"""The pages of the organisations room."""

from welfare.organisations.routes import adding, calendars, days, overview
from welfare.organisations.routes.room import bp

__all__ = ["adding", "bp", "calendars", "days", "overview"]
