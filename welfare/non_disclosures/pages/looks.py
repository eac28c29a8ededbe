"""Who has opened where a pupil is found, or changed the protection: every time, from the chain."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.reading import Happening, Mark, mark_text
from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.queries import people_by_id
from welfare.non_disclosures.queries import OPENED, looks_at
from welfare.non_disclosures.words import REASON_WORDS
from welfare.people.models import Person
from welfare.people.pages import PersonName, names_of
from welfare.rules.actors import Role
from welfare.rules.non_disclosure import PlaceReason
from welfare.rules.permissions import Permission


@dataclass(frozen=True, slots=True)
class LookLine:
    """One event."""

    at: datetime
    who: str
    role: str
    what: str
    why: str
    is_opening: bool
    """Whether an address or a contact was opened."""


@dataclass(frozen=True, slots=True)
class LooksPage:
    """The newest first."""

    student: str
    lines: Sequence[LookLine]
    older: str | None

    @classmethod
    def of(cls, work: UnitOfWork, student: Person, before: Mark | None) -> "LooksPage":
        """Read the chain and open the names of those who acted."""
        found, mark = looks_at(work.session, student, before)
        people = people_by_id(work.session, (event.person_id for event in found))
        names = names_of(work, people.values())
        lines = [_line(event, names, student) for event in found]
        return cls(PersonName.of(work, student).full, lines, mark_text(mark) if mark else None)


def _line(event: Happening, names: dict[UUID, PersonName], student: Person) -> LookLine:
    opened = {column for column, ids in event.opened.items() if column in OPENED and student.id.hex in ids}
    name = names.get(event.person_id) if event.person_id else None
    code = event.codes.get("place_reason")
    reason = next((each for each in PlaceReason if each.value == code), None)
    return LookLine(
        at=event.at,
        who=name.full if name else _("The system"),
        role=", ".join(str(ROLE_WORDS[Role(role)]) for role in event.roles if role in set(Role)),
        what=_what(event, opened),
        why=str(REASON_WORDS[reason]) if reason else "",
        is_opening="person.place" in opened or reason is not None,
    )


def _what(event: Happening, opened: set[str]) -> str:
    step = event.codes.get("protection")
    if step is not None:
        return {
            "set": _("Set the protection"),
            "renewed": _("Gave it a later day"),
            "end_proposed": _("Proposed its end"),
            "kept": _("Left it standing"),
            "ended": _("Confirmed its end"),
        }[step]
    if event.permission == Permission.PLACE_READ:
        return _("Opened the address and the contacts") if opened else _("Opened the form of the address")
    if "person.place" in opened:
        return _("Opened the address or the home municipality on another page")
    if "person.contact" in opened:
        return _("Opened the contacts on another page")
    return _("Looked at the protection")
