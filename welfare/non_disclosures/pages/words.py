"""What is known of a protection, opened so that more can be written after it."""

from welfare.audit.unit_of_work import UnitOfWork
from welfare.non_disclosures.models import Protection


def words_with(work: UnitOfWork, row: Protection, more: str) -> str:
    """What was written of it before, and then what is written now."""
    before = work.decrypt_document(row, Protection.document).get("words")
    return "\n".join(filter(None, (before, more)))
