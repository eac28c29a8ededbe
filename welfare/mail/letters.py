"""A mail as mail servers take it: the same bytes each time it is made."""

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Letter:
    """An opened mail on its way out."""

    id: UUID
    planned_at: datetime
    address: str
    language: str
    subject: str
    text: str
    calendar: str = ""
    method: str = ""

    @property
    def name(self) -> str:
        """A file name, by time and id; nothing of whom it goes to."""
        return f"{self.planned_at:%Y%m%dT%H%M%SZ}-{self.id.hex}.eml"


def message_of(letter: Letter, sender: str) -> EmailMessage:
    """The message. Its id and its date are those of the mail, however often it is made."""
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(addr_spec=sender)
    message["To"] = Address(addr_spec=letter.address)
    message["Subject"] = letter.subject
    message["Date"] = letter.planned_at.replace(microsecond=0)
    message["Message-ID"] = f"<{letter.id.hex}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text, cte="quoted-printable")
    if letter.calendar:
        message.add_alternative(letter.calendar, subtype="calendar", cte="base64", params={"method": letter.method})
        message.set_boundary(f"={letter.id.hex}=")
    message["Content-Language"] = letter.language  # last: a new content takes every such header with it
    return message
