"""One event, with everything it says, in words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select

from welfare.audit.models import AuditEvent
from welfare.audit.reading import Happening, happening_of
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.oversight.pages.names import actor_name, chain_name, person_names, role_text
from welfare.oversight.thing_words import SUBJECT_WORDS, TABLE_WORDS
from welfare.oversight.words import (
    OUTCOME_LOOKS,
    OUTCOME_WORDS,
    REGISTER_WORDS,
    deed_words,
    ground_words,
    place_words,
)
from welfare.requests.models import ContactRequest
from welfare.rules.registers import Register

MOST_NAMES = 20
"""More people than these are only counted: an import is about thousands."""
Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class EventPage:
    """What one event says. Names are the only thing opened; of records it knows ids and codes."""

    at: datetime
    what: str
    outcome: str
    look: tuple[str, str]
    who: str
    role: str
    registers: str
    grounds: tuple[str, ...]
    people: tuple[str, ...]
    people_left: int
    others: Counts
    numbers: tuple[str, ...]
    opened: Counts
    written: Counts
    removed: Counts
    broken: Counts
    codes: tuple[tuple[str, str], ...]
    technical: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, work: UnitOfWork, event: AuditEvent) -> "EventPage":
        """Open who acted and whom it was about; note the reading in the event's own chain."""
        said = happening_of(event)
        people = sorted({found for kind, found in said.subjects if kind == "person"})
        subjects = [("person", person_id) for person_id in people[:MOST_NAMES]]
        work.note(said.chain_id, Register.AUDIT, *subjects, event=said.seq)
        names = person_names(work, people[:MOST_NAMES])
        return cls(
            at=said.at,
            what=deed_words(said.permission),
            outcome=str(OUTCOME_WORDS[said.outcome]),
            look=OUTCOME_LOOKS[said.outcome],
            who=actor_name(work, said.actor_id),
            role=role_text(said.roles),
            registers=", ".join(_register(code) for code in said.registers),
            grounds=tuple(ground_words(ground) for ground in said.grounds),
            people=tuple(names.values()),
            people_left=len(people) - len(names),
            others=_counted(SUBJECT_WORDS.get(kind, kind) for kind, _found in said.subjects if kind != "person"),
            numbers=_numbers(work, said),
            opened=tuple((place_words(place), len(ids)) for place, ids in sorted(said.opened.items())),
            written=_counted(TABLE_WORDS.get(table, table) for table, *_rest in said.written),
            removed=_counted(TABLE_WORDS.get(table, table) for table, *_rest in said.removed),
            broken=_counted(place_words(place) for place, _row in said.broken),
            codes=tuple((name, _code(value)) for name, value in sorted(said.codes.items())),
            technical=_technical(work, said),
        )


def _numbers(work: UnitOfWork, said: Happening) -> tuple[str, ...]:
    """Numbers of the matters and receipts of the requests it names: they tell an officer what to ask about."""
    ids: dict[str, list[UUID]] = {"case": [], "request": []}
    for kind, found in said.subjects:
        if kind in ids and len(ids[kind]) < MOST_NAMES:
            ids[kind].append(found)
    matters = select(Case.number).where(Case.id.in_(ids["case"]))
    requests = select(ContactRequest.receipt).where(ContactRequest.id.in_(ids["request"]))
    return tuple(sorted([*work.session.scalars(matters), *work.session.scalars(requests)]))


def _technical(work: UnitOfWork, said: Happening) -> tuple[tuple[str, str], ...]:
    return (
        (_("Chain"), chain_name(work, said.chain_id)),
        (_("Number in the chain"), str(said.seq)),
        (_("Reached by"), said.way),
        (_("Address of the client"), said.address or "–"),
        (_("Request"), said.request_id or "–"),
    )


def _register(code: str) -> str:
    known = next((register for register in Register if register.value == code), None)
    return code if known is None else str(REGISTER_WORDS[known])


def _counted(words: Iterable[object]) -> Counts:
    return tuple(sorted(Counter(map(str, words)).items()))


def _code(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
