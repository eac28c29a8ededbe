"""Invitations and feeds, written as iCalendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from icalendar import Calendar, Event, Timezone, vCalAddress, vText

from welfare.access.gate import HOME_ZONE
from welfare.calendars.times import comes_again
from welfare.rules.orders import Appointment

WORDS = {"fi": "Kokous", "sv": "Möte", "en": "Meeting"}
"""All that a calendar says of an appointment."""
_FINNISH = "fi"
_ZONE = Timezone.from_ical(
    "\r\n".join(
        (
            "BEGIN:VTIMEZONE",
            f"TZID:{HOME_ZONE.key}",
            *("BEGIN:DAYLIGHT", "TZNAME:EEST", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0300"),
            *("DTSTART:19960331T030000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT"),
            *("BEGIN:STANDARD", "TZNAME:EET", "TZOFFSETFROM:+0300", "TZOFFSETTO:+0200"),
            *("DTSTART:19961027T040000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD"),
            "END:VTIMEZONE\r\n",
        )
    )
)
"""Finnish time by rule (directive 2000/84/EC), for programmes that do not know it; it ends in no year."""


@dataclass(frozen=True, slots=True)
class Voice:
    """In which language a calendar speaks, and where the service is."""

    language: str
    base_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedDay:
    """A day by which something is done: what, and where to read more. It keeps nobody busy and names nobody."""

    uid: UUID
    on: date
    words: str
    changed_at: datetime
    path: str


def invitation(appointment: Appointment, voice: Voice, *, organiser: str, attendee: str) -> bytes:
    """An invitation, a change or the end of an appointment for one person, whose address is the only one in it."""
    calendar = _calendar("CANCEL" if appointment.is_cancelled else "REQUEST")
    event = _event(appointment, voice)
    event.add("organizer", vCalAddress(f"mailto:{organiser}"))
    guest = vCalAddress(f"mailto:{attendee}")
    guest.params.update({"ROLE": vText("REQ-PARTICIPANT"), "PARTSTAT": vText("NEEDS-ACTION"), "RSVP": vText("FALSE")})
    event.add("attendee", guest)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def feed(appointments: Iterable[Appointment], voice: Voice) -> bytes:
    """Everything of one person, for a calendar that comes to fetch it."""
    calendar = _calendar("PUBLISH")
    for appointment in appointments:
        calendar.add_component(_event(appointment, voice))
    return bytes(calendar.to_ical())


def day_feed(days: Iterable[MarkedDay], voice: Voice) -> bytes:
    """Days of a year of work, for a calendar that comes to fetch them."""
    calendar = _calendar("PUBLISH")
    for each in days:
        calendar.add_component(_whole_day(each, voice))
    return bytes(calendar.to_ical())


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Meetings//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    calendar.add_component(_ZONE)
    return calendar


def _event(appointment: Appointment, voice: Voice) -> Event:
    is_ambiguous = comes_again(appointment.starts_at) or comes_again(appointment.ends_at)
    zone = UTC if is_ambiguous else HOME_ZONE
    event = Event()
    event.add("uid", str(appointment.uid))
    event.add("dtstamp", _whole(appointment.changed_at).astimezone(UTC))
    event.add("sequence", appointment.sequence)
    event.add("dtstart", _whole(appointment.starts_at).astimezone(zone))
    event.add("dtend", _whole(appointment.ends_at).astimezone(zone))
    event.add("summary", WORDS.get(voice.language, WORDS[_FINNISH]))
    event.add("class", "CONFIDENTIAL")
    event.add("status", "CANCELLED" if appointment.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if appointment.is_cancelled else "OPAQUE")
    event.add("url", voice.base_url.rstrip("/") + appointment.link.path)
    return event


def _whole_day(day: MarkedDay, voice: Voice) -> Event:
    event = Event()
    event.add("uid", str(day.uid))
    event.add("dtstamp", _whole(day.changed_at).astimezone(UTC))
    event.add("dtstart", day.on)
    event.add("dtend", day.on + timedelta(days=1))
    event.add("summary", day.words)
    event.add("class", "CONFIDENTIAL")
    event.add("transp", "TRANSPARENT")
    event.add("url", voice.base_url.rstrip("/") + day.path)
    return event


def _whole(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)
