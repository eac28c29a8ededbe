"""Seeking pupils by name, for every room: names are opened in memory, and the event names those found alone."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from flask import current_app

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.finding import NameIndex, normal
from welfare.people.identity_codes import looks_like_code, students_with_code
from welfare.people.models import Person
from welfare.people.name_cache import Looked, NameCache, NameOpened, Searcher
from welfare.people.pages.names import StudentLine, student_lines
from welfare.people.queries import Placed, Reach
from welfare.rules.actors import Facts
from welfare.rules.permissions import Permission, decide
from welfare.rules.registers import HOUSE, Register
from welfare.ui.locale import name_key

MOST_FOUND = 50
AT_ONCE = 2000
"""Names that are opened before it is asked whether a reader has waited long enough."""
PATIENCE = 1.0
"""Seconds after which the page says how far the search is, and asks again, rather than let its reader wait."""


@dataclass(frozen=True, slots=True)
class Sought:
    """The pupils found, the best first; or how far the search has come."""

    lines: tuple[StudentLine, ...] = ()
    placed: Mapping[UUID, Placed] = field(default_factory=dict)
    has_more: bool = False
    done: int = 0
    total: int = 0

    @property
    def is_under_way(self) -> bool:
        """Whether names are still to be looked at."""
        return self.done < self.total


def seek(work: UnitOfWork, reach: Reach, text: str) -> Sought:
    """Who of those reached answers to these words; the event has whom the page shows and how many were looked at."""
    if looks_like_code(text):
        return _by_code(work, reach, text)
    cache: NameCache = current_app.extensions["name_cache"]
    searcher = Searcher(work.actor.account_id, work.actor.session_id, reach)
    looked = cache.find(searcher, work.now) or Looked(work.now, (), tuple(reach.ids(work.session, work.facts.on)))
    if looked.pending or not looked.names:
        looked = _look_on(work, reach, looked)
        work.at_commit.append(lambda _session: cache.keep(searcher, looked))
    if looked.pending:
        return Sought(done=len(looked.names), total=looked.total)
    return _shown(work, reach, looked.index.find(text), text)


def note_search(work: UnitOfWork, text: str, hits: int) -> None:
    """Leave in the event that somebody searched: a keyed hash of the words, and of an identity code not even that."""
    post = work.actor.leading_post()
    controller = post.controller_id if post else HOUSE
    if looks_like_code(text):
        work.note(controller, Register.DIRECTORY, sought="identity_code", may=int(may_seek_by_code(work)), hits=hits)
        return
    digest = work.fingerprint(controller, "search", normal(text))
    work.note(controller, Register.DIRECTORY, search=digest.hex(), hits=hits)


def may_seek_by_code(work: UnitOfWork) -> bool:
    """Whether the task of the actor calls for telling people apart by their codes."""
    return decide(work.actor, Permission.IDENTITY_CODE_SEEK, Facts(on=work.facts.on)).is_granted


def _by_code(work: UnitOfWork, reach: Reach, text: str) -> Sought:
    """Nobody, for whoever may not ask so and for a code that nobody within reach has: the page is the same."""
    placed = students_with_code(work, reach, text) if may_seek_by_code(work) else []
    return Sought(tuple(student_lines(work, placed)), {place.student.id: place for place in placed})


def _look_on(work: UnitOfWork, reach: Reach, looked: Looked) -> Looked:
    """Open more names, until there are none left or the reader has waited long enough."""
    began, names, pending = time.monotonic(), list(looked.names), looked.pending
    while pending:
        placed = {p.student.id: p for p in reach.placed(work.session, work.facts.on, pending[:AT_ONCE])}
        opened = work.skim([place.student for place in placed.values()], Person.identity)
        names += [_opened(placed[person.id], identity) for person, identity in opened]
        pending = pending[AT_ONCE:]
        if time.monotonic() - began >= PATIENCE:
            break
    return Looked(work.now, tuple(names), pending)


def _opened(place: Placed, identity: Mapping[str, str]) -> NameOpened:
    """A name with the class, unless that would tell where somebody is whose school not everybody may know."""
    given, family = identity["given_name"], identity["family_name"]
    class_name = "" if place.student.is_restricted else place.school_class.name
    return NameOpened(place.student.id, f"{given} {family} {class_name}", (name_key(family), name_key(given)))


def _shown(work: UnitOfWork, reach: Reach, ids: Sequence[UUID], text: str) -> Sought:
    """Load the hits anew, as one may see them now, and open them for the page."""
    placed: dict[UUID, Placed] = {}
    for start in range(0, len(ids), MOST_FOUND * 2):
        some = ids[start : start + MOST_FOUND * 2]
        reached = {place.student.id: place for place in reach.placed(work.session, work.facts.on, some)}
        placed |= {id: reached[id] for id in some if id in reached}
        if len(placed) > MOST_FOUND:
            break
    lines = student_lines(work, list(placed.values())[:MOST_FOUND])
    by_id = {line.id: line for line in lines}
    ranked = NameIndex((line.id, f"{line.name.full} {line.class_name}") for line in lines).find(text)
    return Sought(tuple(by_id[id] for id in ranked), placed, len(placed) > MOST_FOUND)
