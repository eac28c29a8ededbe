"""The list of events."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.anchors import AnchorFolder
from welfare.audit.reading import Happening, read_body
from welfare.audit.unit_of_work import UnitOfWork
from welfare.oversight.asked import Asked
from welfare.oversight.pages.chains import ChainState, chain_states
from welfare.oversight.pages.names import actor_name, person_names, role_text, staff_names
from welfare.oversight.queries import Found, find_events, own_controllers
from welfare.oversight.thing_words import SUBJECT_WORDS
from welfare.oversight.words import DEEDS_WORDS, OUTCOME_LOOKS, OUTCOME_WORDS, deed_words
from welfare.rules.registers import Register
from welfare.ui.formats import date_text

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event in the list: who, in which role, what, how it ended, about how many of what."""

    chain_id: UUID
    seq: int
    at: datetime
    who: str
    role: str
    what: str
    outcome: str
    look: tuple[str, str]
    about: str
    has_broken: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """One part of the question, and the address without it."""

    words: str
    args: dict[str, str]


@dataclass(frozen=True, slots=True)
class EventsPage:
    """A page of the trail, newest first."""

    lines: tuple[EventLine, ...]
    asked: Asked
    filters: tuple[Filter, ...]
    chains: tuple[ChainState, ...]
    older: dict[str, str] | None

    @classmethod
    def of(cls, work: UnitOfWork, asked: Asked, folder: AnchorFolder) -> "EventsPage":
        """Open the names of the staff who acted, and of those asked for; note the reading in every chain served."""
        found = find_events(work.session, work.actor, asked, PAGE_SIZE + 1)
        shown = found[:PAGE_SIZE]
        note_reading(work, asked, len(shown))
        older = replace(asked, before=shown[-1].mark).args() if len(found) > PAGE_SIZE else None
        return cls(event_lines(work, shown), asked, _filters(work, asked), tuple(chain_states(work, folder)), older)


def note_reading(work: UnitOfWork, asked: Asked, count: int) -> None:
    """Leave in each controller's own chain what was asked, and about whom."""
    subjects = [("person", asked.about_id)] if asked.about_id else []
    question = [f"{name}={value}" for name, value in asked.args().items() if name != "before"]
    for controller_id in own_controllers(work.actor):
        work.note(controller_id, Register.AUDIT, *subjects, question=question, listed=count)


def event_lines(work: UnitOfWork, found: Sequence[Found]) -> tuple[EventLine, ...]:
    """Events in words, with the names of the staff among those who acted."""
    names = staff_names(work, (event.actor_id for event in found))
    return tuple(_line(event, names) for event in found)


def happening_in(event: Found) -> Happening | None:
    """What an event of a list says; None where it is too long for a list."""
    return None if event.body is None else read_body(event.chain_id, event.seq, event.at, event.body)


def _line(event: Found, names: dict[UUID, str]) -> EventLine:
    said = happening_in(event)
    role = role_text(said.roles) if said else ""
    who = names.get(event.actor_id, "") if event.actor_id else _("Nobody signed in, or the system")
    return EventLine(
        chain_id=event.chain_id,
        seq=event.seq,
        at=event.at,
        who=who or role or _("Somebody of another controller"),
        role=role if who else "",
        what=deed_words(event.permission),
        outcome=str(OUTCOME_WORDS[event.outcome]),
        look=OUTCOME_LOOKS[event.outcome],
        about=_about(said) if said else _("very many"),
        has_broken=bool(said and said.broken),
    )


def _about(said: Happening) -> str:
    kinds = Counter(kind for kind, _id in said.subjects)
    parts = [(str(SUBJECT_WORDS.get(kind, kind)), count) for kind, count in sorted(kinds.items())]
    return ", ".join(words if count == 1 else f"{words} × {count}" for words, count in parts)


def _filters(work: UnitOfWork, asked: Asked) -> tuple[Filter, ...]:
    found: list[tuple[str, str]] = []
    if asked.actor_id:
        found.append(("actor_id", _("Acted: %(name)s", name=actor_name(work, asked.actor_id))))
    if asked.about_id:
        name = person_names(work, [asked.about_id]).get(asked.about_id) or _("Somebody of another controller")
        found.append(("about_id", _("About: %(name)s", name=name)))
    if asked.deeds:
        found.append(("deeds", str(DEEDS_WORDS[asked.deeds])))
    if asked.outcome:
        found.append(("outcome", str(OUTCOME_WORDS[asked.outcome])))
    if asked.since:
        found.append(("since", _("From %(day)s", day=date_text(asked.since))))
    if asked.until:
        found.append(("until", _("Until %(day)s", day=date_text(asked.until))))
    return tuple(Filter(words, asked.without(name).args()) for name, words in found)
