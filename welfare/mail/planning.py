"""Putting a mail into the outbox, in the transaction of the deed it tells of."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.calendars.writing import Voice, invitation
from welfare.mail.addresses import BadAddressError, sendable
from welfare.mail.models import Mail, MailState, MailText
from welfare.mail.rendering import spoken, words_of, words_outside
from welfare.rules.orders import JobOrder, MailOrder
from welfare.rules.registers import Register

NO_ADDRESS, BAD_ADDRESS = "no_address", "bad_address"


class MailJob(StrEnum):
    """The kinds of job of the outbox."""

    DELIVER = "mail:deliver"
    CLEAR = "mail:clear"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a mail goes to: address and language, and whose key seals them."""

    address: str
    language: str | None
    controller_id: UUID
    key_subject_id: UUID
    register: Register = Register.DIRECTORY

    @property
    def has_account(self) -> bool:
        """Whether the recipient can open the link; an outside participant cannot."""
        return self.register is Register.DIRECTORY


class NoSuchRecipientError(LookupError):
    """Neither the directory nor a consent knows the person a mail was ordered for."""


@dataclass(frozen=True)
class MailPlanner:
    """Keeps orders for mails."""

    recipient_of: Callable[[UnitOfWork, MailOrder], Recipient | None]
    sender: str
    base_url: str

    def plan(self, work: UnitOfWork, order: MailOrder) -> UUID:
        """Put one mail into the outbox; its id. To somebody without a usable address it has failed from the start.

        Raises NoSuchRecipientError, WriteOutsideUnitOfWorkError.
        """
        recipient = self.recipient_of(work, order)
        if recipient is None:
            raise NoSuchRecipientError(order.person_id)
        address, failure = _checked(recipient.address)
        mail = Mail(
            id=uuid4(),
            kind=order.kind,
            person_id=order.person_id,
            about_id=order.about_id,
            planned_at=work.now,
            state=MailState.FAILED if failure else MailState.PLANNED,
            tries=0,
            failure=failure,
            ended_at=work.now if failure else None,
        )
        work.session.add(mail)
        work.session.flush()
        if not failure:
            self._write(work, mail, order, replace(recipient, address=address))
            work.plan_job(_delivery_of(mail, recipient))
        return mail.id

    def _write(self, work: UnitOfWork, mail: Mail, order: MailOrder, recipient: Recipient) -> None:
        text = MailText(
            mail_id=mail.id,
            person_id=mail.person_id,
            controller_id=recipient.controller_id,
            register=recipient.register,
            key_subject_id=recipient.key_subject_id,
        )
        work.encrypt_document(text, MailText.recipient, {"address": recipient.address})
        work.encrypt_document(text, MailText.content, self._content(order, recipient))
        work.session.add(text)
        work.session.flush()

    def _content(self, order: MailOrder, recipient: Recipient) -> dict[str, str]:
        language = spoken(recipient.language)
        url = self.base_url.rstrip("/") + order.link.path
        words = words_of(order.kind, language, url) if recipient.has_account else words_outside(order.kind, language)
        content = {"language": language, "subject": words.subject, "text": words.text}
        if order.appointment is not None:
            calendar = invitation(
                order.appointment, Voice(language, self.base_url), organiser=self.sender, attendee=recipient.address
            )
            content["calendar"] = calendar.decode()
            content["method"] = "CANCEL" if order.appointment.is_cancelled else "REQUEST"
        return content


def _checked(address: str) -> tuple[str, str]:
    """A sendable address, or why there is none."""
    if not address:
        return "", NO_ADDRESS
    try:
        return sendable(address), ""
    except BadAddressError:
        return "", BAD_ADDRESS


def _delivery_of(mail: Mail, recipient: Recipient) -> JobOrder:
    return JobOrder(
        kind=MailJob.DELIVER,
        key=(mail.id,),
        controller_id=recipient.controller_id,
        register=recipient.register,
        payload={"mail": mail.id},
    )
