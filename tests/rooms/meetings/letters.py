"""What has come into the letter boxes of invited people, read as their programmes read it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

from tests.builders import Village
from tests.mail.office import Office, files_in, read, text_of
from welfare.mail.transports.folder import FolderTransport


@dataclass(frozen=True)
class Got:
    """One mail and the calendar in it."""

    address: str
    subject: str
    text: str
    method: str
    calendar: str

    @property
    def event(self) -> Event:
        """The one appointment."""
        (found,) = IcsCalendarStream.calendar_from_ics(self.calendar).events
        return found

    @property
    def span(self) -> tuple[datetime, datetime]:
        """From when to when, in UTC: a local time that comes twice equals no other."""
        begins, ends = self.event.dtstart, self.event.dtend
        assert isinstance(begins, datetime)
        assert isinstance(ends, datetime)
        return begins.astimezone(UTC), ends.astimezone(UTC)

    @property
    def sequence(self) -> int:
        """The count of changes."""
        return self.event.sequence or 0


class LetterBoxes:
    """Everybody's letter boxes in one folder."""

    def __init__(self, village: Village, folder: Path) -> None:
        self._office, self._folder = Office(village.ledger, village, uuid4()), folder

    def got(self, address: str) -> list[Got]:
        """What has come to an address since one last looked, in the order sent; the other boxes are emptied as well."""
        return [each for each in self._emptied() if each.address == address]

    def all(self) -> dict[str, Got]:
        """The one new mail of each address."""
        found = self._emptied()
        assert len({each.address for each in found}) == len(found)
        return {each.address: each for each in found}

    def _emptied(self) -> list[Got]:
        self._office.deliver(FolderTransport(self._folder))
        paths = files_in(self._folder)
        found = [_got(path.read_bytes()) for path in paths]
        for path in paths:
            path.unlink()
        return found


def _got(content: bytes) -> Got:
    message = read(content)
    part = next(each for each in message.walk() if each.get_content_type() == "text/calendar")
    return Got(
        address=str(message["To"]),
        subject=str(message["Subject"]),
        text=text_of(message),
        method=str(part.get_param("method")),
        calendar=part.get_content(),
    )
