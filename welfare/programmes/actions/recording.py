"""Counting what is done, and naming the staff who do it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.programmes.actions.keeping import note
from welfare.programmes.models import Programme, ProgrammeEntry, ProgrammeStaff
from welfare.programmes.queries import staff_of
from welfare.rules.terms import Season


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """How many, under which answers, in which term."""

    tally: str
    season: Season
    answers: Mapping[str, str]
    count: int


def record_entry(work: UnitOfWork, programme: Programme, new: NewEntry) -> ProgrammeEntry:
    """Add to a tally."""
    entry = ProgrammeEntry(
        programme_id=programme.id,
        tally=new.tally,
        season=new.season,
        answers=dict(new.answers),
        count=new.count,
        saved_at=work.now,
        saved_by=work.actor.account_id,
    )
    work.session.add(entry)
    work.session.flush()
    note(work, programme, "counted")
    return entry


def remove_entry(work: UnitOfWork, programme: Programme, entry: ProgrammeEntry) -> None:
    """Take an own entry out of its tally: it was wrong."""
    work.session.delete(entry)
    work.session.flush()
    note(work, programme, "count_removed")


def name_staff(work: UnitOfWork, programme: Programme, account_id: UUID, since: date) -> None:
    """Put a worker on the list, or save since when anew."""
    named = next((row for row in staff_of(work.session, [programme.id]) if row.account_id == account_id), None)
    if named is None:
        named = ProgrammeStaff(programme_id=programme.id, account_id=account_id)
        work.session.add(named)
    named.since = since
    work.session.flush()
    note(work, programme, "staff_named")


def remove_staff(work: UnitOfWork, programme: Programme, named: ProgrammeStaff) -> None:
    """Take a worker off the list."""
    work.session.delete(named)
    work.session.flush()
    note(work, programme, "staff_removed")
