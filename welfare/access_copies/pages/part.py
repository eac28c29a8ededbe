"""One record as the reviewer looks at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask_babel import force_locale

from welfare.access_copies.kinds import KINDS
from welfare.access_copies.models import AccessCopy, CopyPart
from welfare.access_copies.pages.binding import record_of
from welfare.access_copies.pages.opening import CopyField, Opener
from welfare.access_copies.pages.request import PartLine, part_lines
from welfare.access_copies.queries import parts_of
from welfare.audit.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class PartPage:
    """Where one stands in the copy, and what the record says in the language in which it will be given."""

    copy_id: UUID
    number: str
    line: PartLine
    of: int
    looked_at: int
    before: UUID | None
    after: UUID | None
    fields: Sequence[CopyField]
    is_gone: bool
    """The record has changed or gone since it was gathered."""
    hides_places: bool

    @classmethod
    def open(cls, work: UnitOfWork, copy: AccessCopy, part: CopyPart) -> "PartPage":
        """Open the record."""
        parts = parts_of(work.session, copy)
        lines = part_lines(work, parts)
        place = [each.id for each in parts].index(part.id)
        row, opener = record_of(work, part), Opener.for_copy(work, copy)
        with force_locale(copy.language):
            fields = opener.fields(KINDS[part.kind], row) if row is not None else []
        return cls(
            copy_id=copy.id,
            number=copy.number,
            line=lines[place],
            of=len(lines),
            looked_at=sum(line.is_looked_at for line in lines),
            before=lines[place - 1].id if place else None,
            after=lines[place + 1].id if place + 1 < len(lines) else None,
            fields=fields,
            is_gone=row is None,
            hides_places=opener.hides,
        )
