"""Reads of the outbox: what has been delivered and what has not. Nothing is opened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.mail.models import Mail, MailState, MailText
from welfare.rules.orders import MailKind


@dataclass(frozen=True, slots=True)
class Delivery:
    """How far one mail has come."""

    mail_id: UUID
    person_id: UUID
    kind: MailKind
    state: MailState
    tries: int
    failure: str
    planned_at: datetime
    ended_at: datetime | None

    @property
    def is_delivered(self) -> bool:
        """Whether it has left the house; a "not yet delivered" is planned, or has failed for good."""
        return self.state is MailState.DELIVERED


def deliveries_about(session: Session, about_id: UUID) -> Sequence[Delivery]:
    """Every mail about one thing, the newest first."""
    columns = (Mail.id, Mail.person_id, Mail.kind, Mail.state, Mail.tries, Mail.failure, Mail.planned_at, Mail.ended_at)
    statement = select(*columns).where(Mail.about_id == about_id).order_by(Mail.planned_at.desc(), Mail.id)
    return [Delivery(*row) for row in session.execute(statement)]


def text_of(session: Session, mail_id: UUID) -> MailText:
    """What a mail says, sealed."""
    return session.scalars(select(MailText).where(MailText.mail_id == mail_id)).one()


def undelivered_about(session: Session, about_id: UUID) -> Sequence[Delivery]:
    """Mails about one thing that have not been delivered, yet or for good, the newest first."""
    return [delivery for delivery in deliveries_about(session, about_id) if not delivery.is_delivered]
