"""The same programmes for pupils of another age: what is written for classes 7 to 9 fits those of any school."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.organisations.models import SchoolClass
from welfare.rules.programmes import ProgrammeKind
from welfare.web.seeding.programme_texts import Script

WRITTEN_FOR = "7-9"
LAST_CHILD, LAST_BASIC = 6, 9


@dataclass(frozen=True, slots=True)
class Ages:
    """The band of a school's pupils, what stands for each class that is written, and what they do not do."""

    band: str
    grades: Mapping[str, str] = field(default_factory=dict)
    without: frozenset[ProgrammeKind] = frozenset()

    def scripts(self, written: Iterable[Script]) -> Iterable[Script]:
        """The programmes of such a school."""
        if self.band == WRITTEN_FOR:
            return written
        return [self._moved(script) for script in written if script.kind not in self.without]

    def _moved(self, script: Script) -> Script:
        counts = [
            (tally, season, {name: self._value(value) for name, value in answers.items()}, numbers)
            for tally, season, answers, numbers in script.counts
        ]
        details: dict[str, Any] = {
            name: [self.band] if value == [WRITTEN_FOR] else value for name, value in script.details.items()
        }
        return replace(script, counts=counts, details=details)

    def _value(self, value: str) -> str:
        return self.band if value == WRITTEN_FOR else self.grades.get(value, value)


LITTLE = Ages(
    "pre",
    dict.fromkeys("789", "pre"),
    frozenset(
        {
            ProgrammeKind.KIVA,
            ProgrammeKind.MEDIATION,
            ProgrammeKind.SUPPORT_PUPILS,
            ProgrammeKind.TUTORS,
            ProgrammeKind.CLUB,
            ProgrammeKind.INCIDENTS,
        }
    ),
)
CHILDREN = Ages("3-6", {"7": "3", "8": "6", "9": "6"}, frozenset({ProgrammeKind.TUTORS}))
YOUTH = Ages(WRITTEN_FOR)
UPPER = Ages("upper", dict.fromkeys("789", "upper"), frozenset({ProgrammeKind.KIVA, ProgrammeKind.MEDIATION}))


def ages_in(session: Session, school_id: UUID) -> Ages:
    """How old the pupils of a school are, by the oldest of its classes."""
    grades = session.scalars(select(SchoolClass.grade).where(SchoolClass.school_id == school_id))
    years = [int(grade) for grade in grades if grade.isdecimal()]
    if not years:
        return LITTLE
    if max(years) <= LAST_CHILD:
        return CHILDREN
    return YOUTH if max(years) <= LAST_BASIC else UPPER
