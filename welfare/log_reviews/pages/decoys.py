"""Decoys, and finding the invented pupil who is to be one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.pages import Names
from welfare.log_reviews.queries import decoys_of, pupils_of
from welfare.oversight.family import near_to
from welfare.people.models import Person
from welfare.people.pages import names_of
from welfare.ui.locale import name_key

MOST_FOUND = 20


@dataclass(frozen=True, slots=True)
class DecoyLine:
    """One decoy."""

    id: UUID
    name: str
    set_at: datetime


@dataclass(frozen=True, slots=True)
class DecoysPage:
    """The decoys of the controllers served; and after a search, who answers to the name and is none yet."""

    lines: Sequence[DecoyLine]
    found: Sequence[tuple[UUID, str]] | None = None
    has_more: bool = False

    @classmethod
    def of(cls, work: UnitOfWork, sought: str = "") -> "DecoysPage":
        """Open the names of the decoys, and of those found."""
        rows, near = decoys_of(work.session, work.actor), near_to(work.session, work.actor)
        names = Names.of(work, [], [row.student_id for row in rows])
        lines = [DecoyLine(row.student_id, names.of_person(row.student_id), row.set_at) for row in rows]
        if not sought:
            return cls(lines)
        taken = near | {row.student_id for row in rows}
        people = [each for each in pupils_of(work.session, work.actor) if each.id not in taken]
        hits = work.sift(people, Person.identity, _answers_to(sought))
        shown = names_of(work, hits[:MOST_FOUND])
        found = sorted(((id, name.full) for id, name in shown.items()), key=lambda pair: name_key(pair[1]))
        return cls(lines, found, len(hits) > MOST_FOUND)


def _answers_to(sought: str) -> Any:  # noqa: ANN401 - whether a document fits
    parts = sought.casefold().split()

    def fits(identity: Mapping[str, Any]) -> bool:
        name = f"{identity.get('given_name', '')} {identity.get('family_name', '')}".casefold()
        return all(part in name for part in parts)

    return fits
