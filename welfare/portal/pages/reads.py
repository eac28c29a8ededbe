"""Who has read what is kept about a student: visits, the newest first, each with who, when, what and why.

The trail holds ids and codes; here the names of those who acted are opened. To a guardian only what is about matters
that the guardian may know of is shown, by staff alone: what the student or another guardian did is theirs (rule 37).
Where the student is under non-disclosure, a guardian is told neither names nor times of the day (rule 32).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from welfare.access.gate import HOME_ZONE
from welfare.accounts.words import ROLE_WORDS
from welfare.audit.reading import Happening, Mark, events_about_any, mark_text
from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.queries import people_by_id
from welfare.emergencies.queries import is_of, not_told_yet
from welfare.people.models import Person, PersonKind
from welfare.people.pages import PersonName, names_of
from welfare.portal.pages.reader import Reader
from welfare.portal.queries import matters_told
from welfare.portal.reading_words import PRINTED, deed_of, why_of
from welfare.rules.actors import Role
from welfare.rules.portal import VISIT, is_shown_in_log, look_back_from

EVENTS_AT_ONCE = 500
FEW_EVENTS, FEW_VISITS = 100, 3
Paged = tuple[Sequence[Happening], Mark | None]
"""The events of a page, and where the next begins."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One visit of one person: from when to when, what was done, and why it was allowed."""

    who: str
    role: str
    began: datetime
    ended: datetime
    deeds: Sequence[str]
    whys: Sequence[str]
    is_to_the_day: bool
    """Whether only the day is told."""


@dataclass(frozen=True, slots=True)
class ReadsPage:
    """A page of visits."""

    reader: Reader
    visits: Sequence[Reading]
    older: str | None
    since: datetime

    @classmethod
    def of(cls, work: UnitOfWork, student: Person, before: Mark | None) -> "ReadsPage":
        """Read the trail and open the names of those who acted."""
        reader = Reader.of(work, student)
        found, older = (_paged if reader.may_know_where else _paged_by_days)(work, reader, before)
        return cls(reader, visits_in(work, reader, found), mark_text(older) if older else None, _since(work))


def newest_visits(work: UnitOfWork, reader: Reader) -> Sequence[Reading]:
    """The first few, for the home."""
    return visits_in(work, reader, _events(work, reader, None, FEW_EVENTS))[:FEW_VISITS]


def visits_in(work: UnitOfWork, reader: Reader, events: Iterable[Happening]) -> Sequence[Reading]:
    """Events that may be shown, the newest first, as visits with names; a delayed emergency is shown when it may be."""
    later = not_told_yet(work.session, reader.student_id, work.facts.on)
    shown = [
        each
        for each in events
        if each.person_id not in {None, work.actor.person_id}
        and is_shown_in_log(each.permission, each.registers, is_student=reader.is_student)
        and not is_of(each, later)
    ]
    people = people_by_id(work.session, (each.person_id for each in shown))
    kept = [each for each in shown if _is_told(_who(each, people), reader)]
    told = {who.id: who for each in kept if (who := _who(each, people)) is not None}
    names = names_of(work, told.values()) if reader.may_know_where else {}
    return [_told(visit, names, reader) for visit in _grouped(kept)]


def _paged(work: UnitOfWork, reader: Reader, before: Mark | None) -> Paged:
    found = _events(work, reader, before, EVENTS_AT_ONCE + 1)
    return found[:EVENTS_AT_ONCE], found[EVENTS_AT_ONCE - 1].mark if len(found) > EVENTS_AT_ONCE else None


def _paged_by_days(work: UnitOfWork, reader: Reader, before: Mark | None) -> Paged:
    """Whole days: where a page could begin at any moment, trying the moments would tell the time of each visit."""
    start = _midnight(before[0]) if before else None
    found = _events(work, reader, start, EVENTS_AT_ONCE)
    if len(found) < EVENTS_AT_ONCE:
        return found, None
    day = _midnight(found[-1].at)
    rest = _events(work, reader, found[-1].mark, None, since=day[0])
    return [*found, *rest], day if _events(work, reader, day, 1) else None


def _midnight(at: datetime) -> Mark:
    """The beginning of a day in Finland as a mark; nothing that comes at it or after it comes before it."""
    return datetime.combine(at.astimezone(HOME_ZONE).date(), time.min, HOME_ZONE), UUID(int=0), 0


def _events(
    work: UnitOfWork, reader: Reader, before: Mark | None, limit: int | None, since: datetime | None = None
) -> Sequence[Happening]:
    subjects = {reader.student_id} if reader.is_student else _matters_of(work, reader)
    first = max(_since(work), since or _since(work))
    return events_about_any(work.session, subjects, first, before, limit) if subjects else []


def _matters_of(work: UnitOfWork, reader: Reader) -> set[UUID]:
    return {case.id for case in matters_told(work.session, work.actor, reader.student_id, work.facts)}


def _since(work: UnitOfWork) -> datetime:
    return datetime.combine(look_back_from(work.facts.on), time.min, HOME_ZONE)


def _who(event: Happening, people: Mapping[UUID, Person]) -> Person | None:
    return people.get(event.person_id) if event.person_id else None


def _is_told(who: Person | None, reader: Reader) -> bool:
    return who is not None and (reader.is_student or who.kind is PersonKind.STAFF)


def _grouped(events: Sequence[Happening]) -> list[list[Happening]]:
    """Each person's events by visits; the visits stand by their newest event."""
    open_visits: dict[UUID | None, list[Happening]] = {}
    visits: list[list[Happening]] = []
    for event in events:
        visit = open_visits.get(event.person_id)
        if visit is None or visit[-1].at - event.at > VISIT:
            visit = open_visits[event.person_id] = []
            visits.append(visit)
        visit.append(event)
    return visits


def _told(visit: Sequence[Happening], names: Mapping[UUID, PersonName], reader: Reader) -> Reading:
    newest, first = visit[0], visit[-1]
    roles = ", ".join(str(ROLE_WORDS[Role(role)]) for role in newest.roles if role in set(Role))
    name = names.get(newest.person_id) if newest.person_id else None
    deeds = dict.fromkeys(deed_of(each.permission, has_written=bool(each.written)) for each in reversed(visit))
    if any(each.codes.get("way") == "print" for each in visit):
        deeds[str(PRINTED)] = None
    return Reading(
        who=name.full if name else roles,
        role=roles if name else "",
        began=first.at,
        ended=newest.at,
        deeds=list(deeds),
        whys=list(dict.fromkeys(why_of(each.grounds) for each in reversed(visit))),
        is_to_the_day=not reader.may_know_where,
    )
