"""Finding a pupil whom a breach concerns, by a name that no address holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.breaches.models import Breach
from welfare.breaches.pages.file import BreachPage
from welfare.breaches.queries import people_of, pupils_known_to
from welfare.oversight.family import near_to
from welfare.people.models import Person
from welfare.people.pages import names_of
from welfare.ui.locale import name_key

MOST_FOUND = 20


@dataclass(frozen=True, slots=True)
class NamingPage:
    """The file, and after a search who answers to the name and is not in it yet."""

    file: BreachPage
    found: Sequence[tuple[UUID, str]] | None = None
    has_more: bool = False

    @classmethod
    def of(cls, work: UnitOfWork, row: Breach, sought: str = "") -> "NamingPage":
        """Look among the pupils whom the controller knows; those near to the officer are somebody else's to name."""
        file = BreachPage.of(work, row)
        if not sought:
            return cls(file)
        taken = near_to(work.session, work.actor) | {each.student_id for each in people_of(work.session, row.id)}
        theirs = pupils_known_to(work.session, row.controller_id)
        known = work.session.scalars(theirs.where(Person.id.not_in(taken))).all()
        hits = work.sift(known, Person.identity, lambda identity: _answers(identity, sought))
        names = names_of(work, hits[:MOST_FOUND])
        found = sorted(((id, name.full) for id, name in names.items()), key=lambda pair: name_key(pair[1]))
        return cls(file, found, len(hits) > MOST_FOUND)


def _answers(identity: Mapping[str, Any], sought: str) -> bool:
    name = f"{identity.get('given_name', '')} {identity.get('family_name', '')}".casefold()
    return all(part in name for part in sought.casefold().split())
