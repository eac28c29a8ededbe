"""Naming a group for a term, and changing its tasks and days (OHL 14 § 1-2, 14 a §)."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date
from uuid import uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.communal.models import GroupSeat, WelfareGroup
from welfare.communal.queries.groups import seats_of
from welfare.organisations.models import Organisation
from welfare.rules.registers import Register
from welfare.rules.welfare_groups import GroupKind, Span, SpanLack, what_blocks_term


class TermRefusedError(ValueError):
    """The group cannot have these days."""

    def __init__(self, lacks: Collection[SpanLack]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = tuple(lacks)


class StaleGroupError(RuntimeError):
    """Somebody has saved the group since the form was drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTerms:
    """What a group is named for, and from when to when."""

    begins_on: date
    ends_on: date
    tasks_fi: str
    tasks_sv: str
    decision: str = ""

    @property
    def term(self) -> Span:
        """The days."""
        return Span(self.begins_on, self.ends_on)


def name_group(
    work: UnitOfWork, unit: Organisation, kind: GroupKind, terms: GroupTerms, language: str = ""
) -> WelfareGroup:
    """Name a group of a unit; its seats come after it. Raises TermRefusedError."""
    work.session.refresh(unit, with_for_update=True)
    group = WelfareGroup(
        id=uuid4(),
        unit_id=unit.id,
        controller_id=keeper_of(unit),
        kind=kind,
        language=language,
        named_at=work.now,
        named_by=work.actor.account_id,
        **asdict(terms),
    )
    _check_term(work, group, terms.term)
    work.session.add(group)
    work.session.flush()
    note_group(work, group, "named")
    return group


def change_group(work: UnitOfWork, group: WelfareGroup, terms: GroupTerms, revision: int) -> None:
    """Change tasks, decision or days; every seat must lie within. Raises StaleGroupError, TermRefusedError."""
    work.session.refresh(work.session.get_one(Organisation, group.unit_id), with_for_update=True)
    if group.revision != revision:
        raise StaleGroupError
    _check_term(work, group, terms.term)
    if any(not _lies_within(seat, terms.term) for seat in seats_of(work.session, [group.id])):
        raise TermRefusedError([SpanLack.OUTSIDE_TERM])
    for name, value in asdict(terms).items():
        setattr(group, name, value)
    work.session.flush()
    note_group(work, group, "changed")


def note_group(work: UnitOfWork, group: WelfareGroup, what: str) -> None:
    """Leave in the event what was done about a group."""
    work.note(group.controller_id, Register.COMMUNAL, ("unit", group.unit_id), ("welfare_group", group.id), group=what)


def _check_term(work: UnitOfWork, group: WelfareGroup, term: Span) -> None:
    """Beside the groups of the same kind: where one serves both languages, none of one language stands beside it."""
    rivals = select(WelfareGroup).where(
        WelfareGroup.unit_id == group.unit_id, WelfareGroup.kind == group.kind, WelfareGroup.id != group.id
    )
    others = [row.term for row in work.session.scalars(rivals) if not group.language or row.language != _other(group)]
    lacks = what_blocks_term(term, others)
    if lacks:
        raise TermRefusedError(lacks)


def _other(group: WelfareGroup) -> str:
    return {"fi": "sv", "sv": "fi"}[group.language]


def _lies_within(seat: GroupSeat, term: Span) -> bool:
    return term.holds_on(seat.begins_on) and (seat.ends_on is None or term.holds_on(seat.ends_on))
