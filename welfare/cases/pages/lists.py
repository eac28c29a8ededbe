"""Lists: one's matters, and the pupils for whom one may propose one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.pages.text import words_of
from welfare.cases.queries import SeenCase
from welfare.cases.words import STATE_LOOKS, STATE_WORDS
from welfare.consents.queries import people_by_id
from welfare.people.pages import PersonName, StudentLine, names_of, student_lines
from welfare.people.pages.seeking import MOST_FOUND, Sought, note_search, seek
from welfare.people.queries import Reach
from welfare.rules.cases import CaseState
from welfare.ui.formats import date_text

PAGE_SIZE = 25
SORTS = ("date", "number", "name")


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One matter in a list."""

    id: UUID
    number: str
    student: str
    title: str
    state: str
    state_look: tuple[str, str]
    part: str
    since: str


@dataclass(frozen=True, slots=True)
class CaseList:
    """One page of one's matters, and how many there are in each state."""

    lines: tuple[CaseLine, ...]
    counts: dict[CaseState, int]
    total: int

    @classmethod
    def of(
        cls, work: UnitOfWork, seen: Sequence[SeenCase], state: CaseState | None, sort: str, number: int
    ) -> "CaseList":
        """Open what the page shows; sorting by name opens every name of the state asked for."""
        counts = {each: sum(found.case.state is each for found in seen) for each in CaseState}
        chosen = [found for found in seen if state in {None, found.case.state}]
        ordered = sorted(chosen, key=_order(work, chosen, sort), reverse=sort == "date")
        shown = ordered[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        names = _names(work, shown)
        work.prefetch(found.case for found in shown)
        return cls(tuple(_line(work, found, names[found.case.student_id]) for found in shown), counts, len(chosen))


@dataclass(frozen=True, slots=True)
class StudentList:
    """Pupils who answer to the words asked for; without words all, where they are few."""

    lines: tuple[StudentLine, ...]
    sought: Sought | None = None
    is_long: bool = False
    """Whether there are more than a page would show, so that words are needed."""

    @classmethod
    def of(cls, work: UnitOfWork, reach: Reach, words: str) -> "StudentList":
        """Open the names that are shown, and no others by name."""
        if words.strip():
            sought = seek(work, reach, words)
            note_search(work, words, len(sought.lines))
            return cls(sought.lines, sought)
        ids = reach.ids(work.session, work.facts.on)
        if len(ids) > MOST_FOUND:
            return cls((), is_long=True)
        return cls(tuple(student_lines(work, reach.placed(work.session, work.facts.on, ids))))


def _order(work: UnitOfWork, chosen: Sequence[SeenCase], sort: str) -> Callable[[SeenCase], tuple[object, ...]]:
    if sort == "number":
        return lambda found: _number_key(found.case.number)
    if sort == "name":
        names = _names(work, chosen)
        return lambda found: (*names[found.case.student_id].sort_key, *_number_key(found.case.number))
    return lambda found: (found.case.proposed_at, found.case.number)


def _number_key(number: str) -> tuple[str, int]:
    series, _slash, running = number.rpartition("/")
    return series, int(running)


def _names(work: UnitOfWork, seen: Sequence[SeenCase]) -> dict[UUID, PersonName]:
    return names_of(work, people_by_id(work.session, (found.case.student_id for found in seen)).values())


def _line(work: UnitOfWork, found: SeenCase, name: PersonName) -> CaseLine:
    case: Case = found.case
    words, place = words_of(work, case), found.facts.membership
    return CaseLine(
        id=case.id,
        number=case.number,
        student=name.full,
        title=words.title,
        state=str(STATE_WORDS[case.state]),
        state_look=STATE_LOOKS[case.state],
        part=_("Responsible person") if place and place.is_responsible else _("Member"),
        since=date_text(case.opened_on or case.proposed_at),
    )
