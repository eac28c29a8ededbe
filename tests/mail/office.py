"""A post office of a test: people with addresses, orders for mails, and workers that deliver them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import select

from tests.builders import Someone, Village, moment
from welfare.accounts.models import Account
from welfare.audit.ledger import Ledger
from welfare.jobs.worker import Handler, Tally, Worker
from welfare.mail.delivering import Postman, Transport
from welfare.mail.planning import MailJob
from welfare.mail.queries import Delivery, deliveries_about
from welfare.mail.transports.folder import FolderTransport
from welfare.people.models import Person
from welfare.rules.orders import Appointment, Link, MailKind, MailOrder, Page

SENDER = "kokoukset@kunta.example"
STARTS = moment("2026-12-03T13:00:00+02:00")


@dataclass(frozen=True)
class Office:
    """Orders for mails about one meeting."""

    ledger: Ledger
    village: Village
    meeting_id: UUID

    def order(
        self, who: Someone, kind: MailKind = MailKind.MEETING_INVITED, *, appointment: Appointment | None = None
    ) -> UUID:
        """Order one mail, as a deed does."""
        link = Link(Page.MEETING, self.meeting_id)
        with self.village.work() as work:
            order = MailOrder(
                kind=kind, person_id=who.person_id, about_id=self.meeting_id, link=link, appointment=appointment
            )
            return work.plan_mail(order)

    def deliver(self, transport: Transport) -> Tally:
        """Deliver what is due."""
        tally = Tally()
        Worker(self.ledger, {MailJob.DELIVER: Postman(transport, SENDER).handler()}).work_off(tally)
        return tally

    def run_jobs(self, folder: Path, handlers: Mapping[str, Handler]) -> Tally:
        """Do the jobs of a room that are due, and deliver what they have mailed into a folder."""
        tally, postman = Tally(), Postman(FolderTransport(folder), SENDER)
        Worker(self.ledger, {**handlers, MailJob.DELIVER: postman.handler()}).work_off(tally)
        return tally

    def deliveries(self) -> Sequence[Delivery]:
        """How far the mails about the meeting have come."""
        with self.ledger.transaction() as transaction:
            return deliveries_about(transaction.session, self.meeting_id)

    def only(self) -> Delivery:
        """How far the one mail has come."""
        (found,) = self.deliveries()
        return found

    def appointment(self, *, sequence: int = 0, is_cancelled: bool = False, at: datetime = STARTS) -> Appointment:
        """The meeting as calendars may know it."""
        return Appointment(
            uid=uuid4(),
            sequence=sequence,
            starts_at=at,
            ends_at=at + timedelta(minutes=45),
            changed_at=self.ledger.clock(),
            link=Link(Page.MEETING, self.meeting_id),
            is_cancelled=is_cancelled,
        )


def give_address(village: Village, who: Someone, address: str, locale: str | None = None) -> Someone:
    """Somebody with an address, who perhaps chose a language."""
    with village.work() as work:
        person = work.session.get_one(Person, who.person_id)
        work.encrypt_document(person, Person.contact, {"email": address, "phone": ""})
        account = work.session.scalars(select(Account).where(Account.person_id == who.person_id)).one()
        account.locale = locale
    return who


def read(content: bytes) -> EmailMessage:
    """A message as a mail programme reads it."""
    found = message_from_bytes(content, policy=default)
    assert isinstance(found, EmailMessage)
    assert found.defects == []
    return found


def text_of(message: EmailMessage) -> str:
    """What one reads."""
    body = message.get_body(("plain",))
    assert body is not None
    text: str = body.get_content()
    return text


def files_in(folder: Path) -> list[Path]:
    """Everything in a folder, hidden files as well."""
    return sorted(path for path in folder.rglob("*") if path.is_file())
