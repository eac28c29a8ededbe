"""What the outbox does when somebody has a delivery tried again."""

from uuid import UUID

from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.mail.models import Mail, MailState
from welfare.mail.planning import MailJob
from welfare.rules.events import JobRevived


def wait_again(work: UnitOfWork, told: JobRevived) -> None:
    """A mail that had failed is on its way again."""
    if told.kind != MailJob.DELIVER:
        return
    mail = work.session.get_one(Mail, UUID(str(told.payload["mail"])))
    mail.state, mail.tries, mail.ended_at = MailState.PLANNED, 0, None
    work.session.flush()


LISTENERS: Listeners = {JobRevived: (wait_again,)}
