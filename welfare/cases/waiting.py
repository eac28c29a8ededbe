"""What the matters that somebody leads wait for, each said once: facts alone, no key is needed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy.orm import Session

from welfare.cases.group import Group, groups_in
from welfare.cases.models import Case
from welfare.cases.queries import SeenCase
from welfare.consents.prohibitions import status_of_row
from welfare.consents.wills import PROHIBITION, Question, Said
from welfare.organisations.queries import WEEKDAYS, institution_calendars
from welfare.rules.cases import CaseState
from welfare.rules.prohibition import ProhibitionStatus
from welfare.rules.working_days import SchoolDays, SchoolDaysElseWeekdays, WorkingDays, working_days_between

PROPOSAL = "proposal"
"""The purpose of the draft of a matter that has not been proposed yet; its subject is the student."""
WORDS = "case_words"
"""The purpose of the draft of a change of a matter's words."""
WARNED_DAYS = 10
"""Working days before its end from which a consent stands among the next things."""


class Want(StrEnum):
    """What a matter waits for."""

    CONSENTS = auto()
    OPENING = auto()
    JOINING = auto()
    ASSESSMENT = auto()
    RENEWAL = auto()


@dataclass(frozen=True, slots=True)
class Wait:
    """One thing that a matter waits for, and the day by which if there is one."""

    case: Case
    want: Want
    on: date | None = None


def waits_of(session: Session, seen: Sequence[SeenCase]) -> list[Wait]:
    """What those of these matters wait for that the reader leads; each kind of thing once for a matter."""
    led = [found for found in seen if _is_led(found) and found.case.state is not CaseState.CLOSED]
    groups = groups_in(session, {found.case.id: found.said for found in led})
    calendars = institution_calendars(session, {found.case.school_id for found in led})
    return [
        wait
        for found in led
        for wait in _waits(session, found.case, groups[found.case.id], calendar_for(calendars, found.case.school_id))
    ]


def calendar_for(calendars: Mapping[UUID, SchoolDays], school_id: UUID) -> WorkingDays:
    """The days by which a consent's end is counted at a school."""
    return SchoolDaysElseWeekdays(calendars.get(school_id), WEEKDAYS)


def endings(said: Said, calendar: WorkingDays) -> Iterator[tuple[Question, date, int]]:
    """The consents about to end: the question, the last day, and the working days left."""
    for question in said.questions:
        standing = said.standing(*question)
        if standing.is_valid and standing.valid_to is not None:
            left = working_days_between(calendar, said.on, standing.valid_to, most=WARNED_DAYS + 1)
            if left <= WARNED_DAYS:
                yield question, standing.valid_to, left


def awaits_assessment(session: Session, said: Said) -> bool:
    """Whether a minor's wish to leave a guardian out lies unassessed."""
    wished = (row for row in said.rows if row.kind is PROHIBITION)
    return any(status_of_row(session, row, said.on) is ProhibitionStatus.AWAITS_ASSESSMENT for row in wished)


def _is_led(found: SeenCase) -> bool:
    return found.facts.membership is not None and found.facts.membership.is_responsible


def _waits(session: Session, case: Case, group: Group, calendar: WorkingDays) -> Iterator[Wait]:
    if group.lacks():
        yield Wait(case, Want.CONSENTS)
    elif case.state is CaseState.PROPOSED:
        yield Wait(case, Want.OPENING)
    if group.consented_outside:
        yield Wait(case, Want.JOINING)
    if awaits_assessment(session, group.said):
        yield Wait(case, Want.ASSESSMENT)
    days = [last_day for _question, last_day, _left in endings(group.said, calendar)]
    if days:
        yield Wait(case, Want.RENEWAL, min(days))
