"""The log of one person in one register, as it is given to whoever may have it: who, in which post, when, what, why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select

from welfare.audit.reading import Happening
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.models import LogRequest
from welfare.datarights.queries import CITIZENS, events_asked_for, hides_places
from welfare.documents.comma_separated import csv_text
from welfare.organisations.models import Organisation
from welfare.oversight.pages.names import role_text, staff_names
from welfare.oversight.words import deed_words, ground_words
from welfare.rules.registers import Register
from welfare.ui.formats import clock_text, date_text, local
from welfare.ui.locale import current_locale

UNTOLD = frozenset(
    {"is_staff", "is_citizen", "is_owner", "not_excluded", "not_shut_out", "has_no_conflict", "not_declined"}
)
"""Clauses that say nothing of why: they hold for everybody who comes so far."""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One visit: what one person did one after the other on one day, of one kind and for one reason."""

    day: date
    first_at: datetime
    last_at: datetime
    count: int
    who: str
    role: str
    unit: str
    what: str
    why: str

    @property
    def clock(self) -> str:
        """When on the day."""
        first, last = clock_text(self.first_at), clock_text(self.last_at)
        return first if first == last else f"{first}–{last}"

    @property
    def deed(self) -> str:
        """What was done, and how often."""
        return self.what if self.count == 1 else f"{self.what} × {self.count}"


@dataclass(frozen=True, slots=True)
class Report:
    """The log, newest first. ``hides_places``: without names, units and hours (661/2009 36 §)."""

    lines: tuple[ReportLine, ...]
    events: int
    hides_places: bool

    @classmethod
    def of(cls, work: UnitOfWork, row: LogRequest, *, by_visit: bool = True) -> "Report":
        """Open the names of the staff who acted; note in the chain what was put together."""
        found = events_asked_for(work.session, row, work.now)
        hides = hides_places(work.session, row)
        work.note(row.controller_id, Register.AUDIT, *row.about(), listed=len(found))
        words = _Words.of(work, found, hides=hides)
        visits = _visits(found) if by_visit else ([event] for event in found)
        return cls(tuple(_line(visit, words) for visit in visits), len(found), hides)

    @property
    def heads(self) -> list[str]:
        """Over the columns."""
        if self.hides_places:
            return [_("Day"), _("Post"), _("What"), _("Why")]
        return [_("Day"), _("Time"), _("Who"), _("Post and unit"), _("What"), _("Why")]

    def rows(self) -> Iterator[list[str]]:
        """The lines under the heads."""
        days = {line.day: date_text(line.day) for line in self.lines}
        for line in self.lines:
            post = f"{line.role}, {line.unit}" if line.unit else line.role
            when = [days[line.day]] if self.hides_places else [days[line.day], line.clock, line.who]
            yield [*when, post, line.deed, line.why]

    def csv(self) -> str:
        """The same as comma-separated values."""
        return csv_text(self.heads, self.rows())


@dataclass(frozen=True, slots=True)
class _Words:
    """Names, units, and what is said again and again: each thing is put into words once."""

    names: dict[UUID, str] = field(default_factory=dict)
    units: dict[UUID, str] = field(default_factory=dict)
    roles: dict[tuple[str, ...], str] = field(default_factory=dict)
    deeds: dict[str, str] = field(default_factory=dict)
    reasons: dict[tuple[str, ...], str] = field(default_factory=dict)

    @classmethod
    def of(cls, work: UnitOfWork, found: Sequence[Happening], *, hides: bool) -> "_Words":
        words = cls() if hides else cls(*_opened(work, found))
        for event in found:
            if event.roles not in words.roles:
                words.roles[event.roles] = role_text(event.roles)
            if event.permission not in words.deeds:
                words.deeds[event.permission] = deed_words(event.permission)
            if event.grounds not in words.reasons:
                words.reasons[event.grounds] = ", ".join(_reasons(event.grounds))
        return words


def _opened(work: UnitOfWork, found: Sequence[Happening]) -> tuple[dict[UUID, str], dict[UUID, str]]:
    """The names of the staff who acted, and of where they worked."""
    actors = {event.actor_id for event in found if event.actor_id and not CITIZENS & set(event.roles)}
    units = {event.organisation_id for event in found if event.organisation_id}
    locale = current_locale()
    places = work.session.scalars(select(Organisation).where(Organisation.id.in_(units))) if units else ()
    return staff_names(work, actors), {place.id: place.name(locale) for place in places}


def _visits(found: Iterable[Happening]) -> Iterator[list[Happening]]:
    visit: list[Happening] = []
    for event in found:
        if visit and _kind(event) != _kind(visit[0]):
            yield visit
            visit = []
        visit.append(event)
    if visit:
        yield visit


def _kind(event: Happening) -> tuple[object, ...]:
    return local(event.at).date(), event.actor_id, event.permission, event.grounds


def _line(visit: Sequence[Happening], words: _Words) -> ReportLine:
    event, earliest = visit[0], visit[-1]
    return ReportLine(
        day=local(event.at).date(),
        first_at=earliest.at,
        last_at=event.at,
        count=len(visit),
        who=words.names.get(event.actor_id, "") if event.actor_id else _("The system"),
        role=words.roles[event.roles],
        unit=words.units.get(event.organisation_id, "") if event.organisation_id else "",
        what=words.deeds[event.permission],
        why=words.reasons[event.grounds],
    )


def _reasons(grounds: Sequence[str]) -> Iterator[str]:
    """Why, without what holds for everybody and without the state that a record was in."""
    state = _("it was in a state that allows it")
    words = (ground_words(ground) for ground in grounds if ground not in UNTOLD)
    return (said for said in words if said != state)
