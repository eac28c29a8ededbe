"""Ways into the journal: reading and searching, writing, disclosing, correcting."""

from welfare.journal.routes import correcting, disclosing, drafts, reading, writing
from welfare.journal.routes.blueprint import bp

__all__ = ["bp", "correcting", "disclosing", "drafts", "reading", "writing"]
