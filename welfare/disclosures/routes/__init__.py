"""Ways into the disclosures room: giving, what has been given, and what one has been given oneself."""

from welfare.disclosures.routes import giving, managing, notifying, parcels, partners, receiving, teacher_notes
from welfare.disclosures.routes.blueprint import bp

__all__ = ["bp", "giving", "managing", "notifying", "parcels", "partners", "receiving", "teacher_notes"]
