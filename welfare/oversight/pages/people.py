"""Choosing a person by name, so that addresses hold ids alone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.oversight.asked import Asked
from welfare.oversight.queries import accounts_of, own_controllers, people_of
from welfare.people.models import Person, PersonKind
from welfare.people.pages import names_of

MOST_PEOPLE = 50


class Sought(StrEnum):
    """What the trail is to be asked about the person."""

    ACTED = "acted"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person found, and the question about them."""

    name: str
    kind: str
    args: dict[str, str]


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Who answers to a name."""

    lines: tuple[PersonLine, ...]
    has_more: bool

    @classmethod
    def of(cls, work: UnitOfWork, sought: Sought, words: str, asked: Asked) -> "PeoplePage":
        """Look through the directories served; only those found are noted as opened."""
        parts = words.casefold().split()

        def fits(identity: Mapping[str, Any]) -> bool:
            name = f"{identity.get('given_name', '')} {identity.get('family_name', '')}".casefold()
            return all(part in name for part in parts)

        found = work.sift(people_of(work.session, own_controllers(work.actor)), Person.identity, fits)
        accounts = accounts_of(work.session, {person.id for person in found})
        chosen = [person for person in found if sought is Sought.ABOUT or person.id in accounts]
        names = names_of(work, chosen[:MOST_PEOPLE])
        kinds = {PersonKind.STUDENT: _("Pupil"), PersonKind.GUARDIAN: _("Guardian"), PersonKind.STAFF: _("Staff")}

        def question(person: Person) -> dict[str, str]:
            if sought is Sought.ABOUT:
                return replace(asked, about_id=person.id, before=None).args()
            return replace(asked, actor_id=accounts[person.id], before=None).args()

        ordered = sorted(chosen[:MOST_PEOPLE], key=lambda person: names[person.id].sort_key)
        lines = tuple(PersonLine(names[p.id].full, kinds[p.kind], question(p)) for p in ordered)
        return cls(lines, len(chosen) > MOST_PEOPLE)
