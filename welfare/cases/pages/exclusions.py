"""Workers shut out of a matter, for the one who leads it."""

from dataclasses import dataclass
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.group import exclusions_of
from welfare.cases.models import Case, Exclusion
from welfare.consents.pages import Names
from welfare.ui.formats import date_text


@dataclass(frozen=True, slots=True)
class ExclusionLine:
    """One worker, since when and why."""

    id: UUID
    name: str
    since: str
    reason: str


@dataclass(frozen=True, slots=True)
class ExclusionList:
    """Those shut out today."""

    number: str
    lines: tuple[ExclusionLine, ...]

    @classmethod
    def of(cls, work: UnitOfWork, case: Case) -> "ExclusionList":
        """Open names and reasons."""
        rows = exclusions_of(work.session, case.id)
        names = Names.of(work, [], (row.person_id for row in rows))
        work.prefetch(rows)
        return cls(case.number, tuple(_line(work, row, names) for row in rows))

    def line(self, exclusion_id: UUID) -> ExclusionLine:
        """One of them."""
        return next(line for line in self.lines if line.id == exclusion_id)


def _line(work: UnitOfWork, row: Exclusion, names: Names) -> ExclusionLine:
    reason = work.decrypt(row, Exclusion.reason)
    return ExclusionLine(row.id, names.of_person(row.person_id), date_text(row.excluded_at), reason)
