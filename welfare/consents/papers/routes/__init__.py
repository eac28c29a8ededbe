"""Routes of the papers: forms that are printed, and scans of what was signed."""

from welfare.consents.papers.routes import printing, scans
from welfare.consents.papers.routes.blueprint import bp

__all__ = ["bp", "printing", "scans"]
