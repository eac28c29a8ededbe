"""Minutes become an entry of the journal, all at once or not at all (OHL 20 § 4; rules 17-20)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import account_at
from welfare.cases.models import Case
from welfare.journal.actions import NewEntry, write_entry
from welfare.journal.models import JournalEntry
from welfare.meetings.actions.locking import plan_lock
from welfare.meetings.actions.minuting import StaleTextError, lock
from welfare.meetings.models import Meeting, MeetingItem
from welfare.meetings.queries.minutes import draft_measures_of, sections_of
from welfare.organisations.queries import WEEKDAYS, institution_calendar
from welfare.rules.actors import Role
from welfare.rules.amendments import last_day_of_round
from welfare.rules.journal import EntryKind
from welfare.rules.measures import MeasureState
from welfare.rules.meetings import ItemState
from welfare.rules.minutes import MinutesLack
from welfare.rules.working_days import CalendarEndsError, SchoolDaysElseWeekdays


class UnfinishedError(ValueError):
    """Something besides the act's own points keeps the minutes from becoming final."""

    def __init__(self, lacks: Sequence[MinutesLack]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = tuple(lacks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finalise:
    """What becomes final: the opened minutes as the entry's document, what they lack, the revisions that were read."""

    document: dict[str, Any]
    lacks: Sequence[MinutesLack]
    places: frozenset[int]
    """Of the lines of the plan those that hold something; an emptied one is no measure."""
    revisions: int
    office: Role
    round_days: int


def finalise(work: UnitOfWork, meeting: Meeting, item: MeetingItem, command: Finalise) -> JournalEntry:
    """Write the entry, let the sections go, give the measures to their parties, begin the round of amendments.

    Raises MinutesClosedError, StaleTextError, UnfinishedError, IncompleteEntryError, ForeignOfficeError.
    """
    lock(work, item)
    sections, measures = sections_of(work.session, item.id), draft_measures_of(work.session, item.id)
    if command.revisions != sum(row.revision for row in (*sections.values(), *measures.values())):
        raise StaleTextError(item.id)
    if command.lacks:
        raise UnfinishedError(command.lacks)
    case = work.session.get_one(Case, item.case_id)
    met_at = item.began_at or meeting.began_at or meeting.starts_at
    new = NewEntry(
        kind=EntryKind.MEETING,
        occurred_on=met_at.astimezone(HOME_ZONE).date(),
        office=command.office,
        document=command.document,
        replaces_draft=False,
    )
    entry = write_entry(work, case, new)
    for section in sections.values():
        work.session.delete(section)
    for place, measure in measures.items():
        if place in command.places:
            measure.state, measure.entry_id = MeasureState.OPEN, entry.id
        else:
            work.session.delete(measure)
    _close(work, case, item, entry, command.round_days)
    work.session.flush()
    return entry


def _close(work: UnitOfWork, case: Case, item: MeetingItem, entry: JournalEntry, round_days: int) -> None:
    item.state, item.entry_id = ItemState.FINAL, entry.id
    item.ended_at = item.ended_at or work.now
    item.finalised_at, item.finalised_by = work.now, account_at(work)
    days = SchoolDaysElseWeekdays(institution_calendar(work.session, case.school_id), WEEKDAYS)
    try:
        item.amend_until = last_day_of_round(work.facts.on, days, round_days)
    except CalendarEndsError:
        item.amend_until = last_day_of_round(work.facts.on, WEEKDAYS, round_days)
    plan_lock(work, item)
