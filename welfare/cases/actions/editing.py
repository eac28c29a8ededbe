"""Changing the words of a matter; its subject stays, for another subject is another matter (rule 39)."""

from welfare.audit.unit_of_work import Document, UnitOfWork
from welfare.cases.actions.placing import account_at
from welfare.cases.actions.stepping import lock
from welfare.cases.models import Case


class StaleTextError(RuntimeError):
    """Somebody saved the text after it had been read."""


def edit_text(work: UnitOfWork, case: Case, words: Document, seen: int) -> None:
    """Save title and background over the revision that was seen. Raises StaleTextError."""
    lock(work, case)
    if case.revision != seen:
        raise StaleTextError
    case.text_saved_at, case.text_saved_by = work.now, account_at(work)
    work.encrypt_document(case, Case.document, words)
    work.session.flush()
