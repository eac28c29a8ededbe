"""A mail opened on its way out, and nowhere else."""

from welfare.audit.gap import GapDocument
from welfare.audit.unit_of_work import UnitOfWork
from welfare.mail.letters import Letter
from welfare.mail.models import Mail, MailText


def letter_of(work: UnitOfWork, mail: Mail, text: MailText) -> Letter | None:
    """The opened mail; None where it cannot be opened any more."""
    recipient = work.decrypt_document(text, MailText.recipient)
    content = work.decrypt_document(text, MailText.content)
    if isinstance(recipient, GapDocument) or isinstance(content, GapDocument):
        return None
    return Letter(mail.id, mail.planned_at, recipient["address"], **content)
