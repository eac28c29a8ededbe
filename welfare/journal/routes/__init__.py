"""Ways into the journal: reading and searching, writing, correcting."""

from welfare.journal.routes import correcting, drafts, reading, writing
from welfare.journal.routes.blueprint import bp

__all__ = ["bp", "correcting", "drafts", "reading", "writing"]
