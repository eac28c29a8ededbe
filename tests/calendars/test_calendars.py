"""Calendars of the world learn when, and a link; read here by a strict parser that is not the writer's own."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from ical.calendar_stream import CalendarStream, IcsCalendarStream
from ical.event import Event

from tests.builders import moment
from welfare.calendars.times import NoSuchTimeError, moment_of
from welfare.calendars.writing import Voice, feed, invitation
from welfare.rules.orders import Appointment, Link, Page

UID, MEETING = uuid4(), UUID("0b9d8c1e-4b7e-4f5e-9d1c-3a2f6f0c1d2e")
VOICE = Voice("fi", "https://palvelu.example/")
CHANGED = moment("2026-10-01T09:00:00.123456+03:00")
ORDINARY = moment("2026-12-03T13:00:00+02:00")
AUTUMN, SPRING = date(2026, 10, 25), date(2026, 3, 29)
ALLOWED = {
    *("BEGIN", "END", "PRODID", "VERSION", "CALSCALE", "METHOD"),
    *("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "CLASS", "STATUS", "TRANSP", "URL"),
    *("ORGANIZER", "ATTENDEE"),
    *("TZID", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE", "X-LIC-LOCATION", "COMMENT"),
}


def an_appointment(
    starts_at: datetime = ORDINARY, *, sequence: int = 0, is_cancelled: bool = False, lasts: int = 45
) -> Appointment:
    return Appointment(
        uid=UID,
        sequence=sequence,
        starts_at=starts_at,
        ends_at=starts_at.astimezone(UTC) + timedelta(minutes=lasts),
        changed_at=CHANGED,
        link=Link(Page.MEETING, MEETING),
        is_cancelled=is_cancelled,
    )


def invited(appointment: Appointment, voice: Voice = VOICE) -> bytes:
    return invitation(appointment, voice, organiser="kokoukset@kunta.example", attendee="tiina@example.org")


def events_in(content: bytes) -> list[Event]:
    """As another programme reads them; anything malformed is an error."""
    return list(IcsCalendarStream.calendar_from_ics(content.decode()).events)


def lines_of(content: bytes) -> list[str]:
    """Content lines, unfolded (RFC 5545 3.1)."""
    return content.decode().replace("\r\n ", "").split("\r\n")


def starts_and_ends(content: bytes) -> list[tuple[datetime, datetime]]:
    found = []
    for event in events_in(content):
        assert isinstance(event.dtstart, datetime)
        assert isinstance(event.dtend, datetime)
        found.append((event.dtstart.astimezone(UTC), event.dtend.astimezone(UTC)))
    return found


def test_an_invitation_says_when_and_where_to_read_more() -> None:
    content = invited(an_appointment())
    (event,) = events_in(content)
    assert starts_and_ends(content) == [(ORDINARY.astimezone(UTC), ORDINARY.astimezone(UTC) + timedelta(minutes=45))]
    assert (event.uid, event.sequence, event.summary) == (str(UID), 0, "Kokous")
    assert str(event.url) == f"https://palvelu.example/meetings/{MEETING}"
    assert (event.classification, event.status) == ("CONFIDENTIAL", "CONFIRMED")
    assert event.dtstamp == CHANGED.replace(microsecond=0)
    assert [str(attendee.uri) for attendee in event.attendees] == ["mailto:tiina@example.org"]
    assert "METHOD:REQUEST" in lines_of(content)
    assert "DTSTART;TZID=Europe/Helsinki:20261203T130000" in lines_of(content)
    assert "BEGIN:VTIMEZONE" in lines_of(content)


def test_it_says_nothing_else() -> None:
    """No place, no text, nobody else; and answers are not asked for by mail."""
    lines = lines_of(invited(an_appointment()))
    names = {line.partition(":")[0].partition(";")[0] for line in lines if line}
    assert names - ALLOWED == set()
    (attendee,) = [line for line in lines if line.startswith("ATTENDEE")]
    assert "RSVP=FALSE" in attendee


@pytest.mark.parametrize(("language", "word"), [("fi", "Kokous"), ("sv", "Möte"), ("en", "Meeting"), ("se", "Kokous")])
def test_its_one_word_is_in_the_readers_language(language: str, word: str) -> None:
    (event,) = events_in(invited(an_appointment(), Voice(language, "https://palvelu.example")))
    assert event.summary == word


def test_a_change_is_the_same_appointment_with_a_larger_number() -> None:
    changed = invited(an_appointment(ORDINARY + timedelta(days=1), sequence=1))
    (event,) = events_in(changed)
    assert (event.uid, event.sequence) == (str(UID), 1)
    assert "METHOD:REQUEST" in lines_of(changed)


def test_one_that_falls_away_is_cancelled_under_its_own_name() -> None:
    content = invited(an_appointment(sequence=2, is_cancelled=True))
    (event,) = events_in(content)
    assert (event.uid, event.sequence, event.status) == (str(UID), 2, "CANCELLED")
    assert "METHOD:CANCEL" in lines_of(content)


def test_a_feed_publishes_everything_of_one_person_and_no_address() -> None:
    days = [an_appointment(ORDINARY + timedelta(days=number)) for number in range(40)]
    content = feed(days, VOICE)
    assert len(events_in(content)) == 40
    lines = lines_of(content)
    assert "METHOD:PUBLISH" in lines
    assert lines.count("BEGIN:VTIMEZONE") == 1
    assert "mailto" not in content.decode()


def test_an_empty_feed_is_a_calendar_too() -> None:
    assert events_in(feed([], VOICE)) == []


def test_the_same_appointment_is_written_in_the_same_bytes() -> None:
    assert invited(an_appointment()) == invited(an_appointment())


def test_lines_are_folded_and_end_as_the_standard_says() -> None:
    content = invited(an_appointment())
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")


NIGHT = [moment_of(AUTUMN, time(2, 45)) + timedelta(minutes=15) * number for number in range(11)]
"""From a quarter to three in summer time, through the hour that comes twice, to a quarter past four."""


@pytest.mark.parametrize("starts_at", NIGHT, ids=lambda moment: moment.strftime("%H%M"))
def test_in_the_night_of_25_october_every_time_is_right(starts_at: datetime) -> None:
    for content in (invited(an_appointment(starts_at)), feed([an_appointment(starts_at)], VOICE)):
        assert starts_and_ends(content) == [(starts_at, starts_at + timedelta(minutes=45))]


@pytest.mark.parametrize("day", [SPRING, AUTUMN])
def test_a_day_long_across_the_change_is_as_long_as_it_is(day: date) -> None:
    starts_at = moment_of(day - timedelta(days=1), time(12))
    content = invited(an_appointment(starts_at, lasts=24 * 60))
    assert starts_and_ends(content) == [(starts_at, starts_at + timedelta(hours=24))]


def test_the_written_zone_changes_the_clock_where_finland_does() -> None:
    """Read by the zone in the file alone, not by the reader's own knowledge of Helsinki."""
    content = feed(
        [an_appointment(moment_of(day, time(12))) for day in (date(2026, 10, 24), date(2026, 10, 26))], VOICE
    )
    renamed = content.decode().replace("Europe/Helsinki", "Somewhere/Else")
    found = [event.dtstart for calendar in CalendarStream.from_ics(renamed).calendars for event in calendar.events]
    offsets = [each.utcoffset() for each in found if isinstance(each, datetime)]
    assert offsets == [timedelta(hours=3), timedelta(hours=2)]


def test_the_rule_of_the_zone_is_finlands_in_every_year_one_plans_for() -> None:
    """By every change from this year on for ten years, the day before it and its own."""
    changes = [
        moment_of(day, time(12)) for year in range(2026, 2037) for day in (last_sunday(year, 3), last_sunday(year, 10))
    ]
    moments = [change + timedelta(days=days) for change in changes for days in (-1, 0)]
    renamed = (
        feed([an_appointment(each) for each in moments], VOICE).decode().replace("Europe/Helsinki", "Somewhere/Else")
    )
    (calendar,) = CalendarStream.from_ics(renamed).calendars
    assert [
        event.dtstart.astimezone(UTC) for event in calendar.events if isinstance(event.dtstart, datetime)
    ] == moments


def last_sunday(year: int, month: int) -> date:
    return max(day for number in range(25, 32) if (day := date(year, month, number)).weekday() == 6)


def test_planned_times_are_those_of_finnish_clocks() -> None:
    assert moment_of(date(2026, 7, 1), time(9)) == datetime(2026, 7, 1, 6, tzinfo=UTC)
    assert moment_of(date(2026, 12, 1), time(9)) == datetime(2026, 12, 1, 7, tzinfo=UTC)
    assert moment_of(AUTUMN, time(3, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert moment_of(AUTUMN, time(3, 30), is_second=True) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_the_hour_that_is_left_out_in_spring_cannot_be_planned() -> None:
    assert moment_of(SPRING, time(2, 59)) == datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
    assert moment_of(SPRING, time(4)) == datetime(2026, 3, 29, 1, tzinfo=UTC)
    for clock in (time(3), time(3, 30), time(3, 59)):
        with pytest.raises(NoSuchTimeError):
            moment_of(SPRING, clock)
