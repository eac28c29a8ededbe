"""Holds: what is kept beyond its time, why, and since when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.retention.looking import Key
from welfare.retention.models import RetentionHold
from welfare.retention.pages.people import who_did
from welfare.retention.queries import holds_of
from welfare.retention.things import numbers_of
from welfare.retention.words import REASON_WORDS, THING_WORDS
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class HoldLine:
    """One hold."""

    id: UUID
    what: str
    number: str
    """What people know the record by, where it has one."""
    thing_id: UUID
    reason: str
    placed_at: datetime
    who: str
    review_on: date
    is_to_review: bool


@dataclass(frozen=True, slots=True)
class HoldsPage:
    """Those that stand at a controller."""

    keeper_id: UUID
    keeper: str
    lines: Sequence[HoldLine]

    @classmethod
    def of(cls, work: UnitOfWork, keeper: Organisation) -> "HoldsPage":
        """Open the names of those who placed them; the reasons in words stay closed."""
        rows = holds_of(work.session, keeper.id)
        names = who_did(work, [row.placed_by for row in rows])
        numbers = numbers_of(work.session, [(row.thing, row.thing_id) for row in rows])
        return cls(keeper.id, keeper.name(current_locale()), [_line(work, row, names, numbers) for row in rows])


@dataclass(frozen=True, slots=True)
class HoldPage:
    """One hold, with its reason in words."""

    keeper_id: UUID
    keeper: str
    line: HoldLine
    words: str
    lifted_at: datetime | None
    lifting: str

    @classmethod
    def of(cls, work: UnitOfWork, row: RetentionHold) -> "HoldPage":
        """Open the words."""
        keeper = work.session.get_one(Organisation, row.controller_id)
        words = work.decrypt_document(row, RetentionHold.document)["words"]
        lifting = work.decrypt_document(row, RetentionHold.lifting)["words"] if row.lifting else ""
        numbers = numbers_of(work.session, [(row.thing, row.thing_id)])
        line = _line(work, row, who_did(work, [row.placed_by]), numbers)
        return cls(keeper.id, keeper.name(current_locale()), line, words, row.lifted_at, lifting)


def _line(work: UnitOfWork, row: RetentionHold, names: dict[UUID, str], numbers: dict[Key, str]) -> HoldLine:
    return HoldLine(
        id=row.id,
        what=str(THING_WORDS[row.thing]),
        number=numbers.get((row.thing, row.thing_id), ""),
        thing_id=row.thing_id,
        reason=str(REASON_WORDS[row.reason]),
        placed_at=row.placed_at,
        who=names.get(row.placed_by, ""),
        review_on=row.review_on,
        is_to_review=row.review_on <= work.facts.on,
    )
