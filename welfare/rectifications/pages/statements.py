"""The text that the asker wants in the record, opened to be put into it beside the entry (GDPR 16)."""

from welfare.audit.unit_of_work import UnitOfWork
from welfare.rectifications.models import Rectification


def text_wanted(work: UnitOfWork, row: Rectification) -> str:
    """How it ought to read, in the asker's own words."""
    return str(work.decrypt_document(row, Rectification.document)["right"])
