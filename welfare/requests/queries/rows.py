"""What a list of requests is drawn from: a fixed number of queries for any number of rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.accounts.models import Account
from welfare.organisations.calendar import SuccessiveCalendars
from welfare.organisations.models import Organisation
from welfare.organisations.queries import institution_calendars, schools_by_id
from welfare.people.models import Person
from welfare.people.queries import Placed, placements_of
from welfare.requests.models import ContactRequest, Talk


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One request with everything a row shows, still sealed."""

    request: ContactRequest
    student: Person
    place: Placed | None
    """Class and school today; None when the student has left."""
    school: Organisation
    handler: Person | None
    talks: Sequence[Talk]
    calendar: SuccessiveCalendars | None


def request_rows(session: Session, ids: Sequence[UUID], on: date) -> list[RequestRow]:
    """The rows of these requests, in the order of the ids."""
    requests = {found.id: found for found in session.scalars(select(ContactRequest).where(ContactRequest.id.in_(ids)))}
    placed = placements_of(session, {found.student_id for found in requests.values()}, on)
    places = {(place.student.id, place.school.id): place for place in reversed(placed)}
    students = {place.student.id: place.student for place in placed}
    students |= students_by_id(session, {found.student_id for found in requests.values()} - students.keys())
    schools = {place.school.id: place.school for place in placed}
    schools |= schools_by_id(session, {found.school_id for found in requests.values()} - schools.keys())
    handlers = people_of_accounts(session, (found.handler_account_id for found in requests.values()))
    talks = talks_of(session, requests)
    calendars = institution_calendars(session, {found.school_id for found in requests.values()})
    return [
        RequestRow(
            request=found,
            student=students[found.student_id],
            place=places.get((found.student_id, found.school_id)),
            school=schools[found.school_id],
            handler=handlers.get(found.handler_account_id) if found.handler_account_id else None,
            talks=talks[found.id],
            calendar=calendars.get(found.school_id),
        )
        for id in ids
        if (found := requests.get(id))
    ]


def talks_of(session: Session, request_ids: Iterable[UUID]) -> defaultdict[UUID, list[Talk]]:
    """The talks of requests, by the time they were offered for."""
    statement = select(Talk).where(Talk.request_id.in_(list(request_ids))).order_by(Talk.offered_for, Talk.id)
    found: defaultdict[UUID, list[Talk]] = defaultdict(list)
    for talk in session.scalars(statement):
        found[talk.request_id].append(talk)
    return found


def people_of_accounts(session: Session, account_ids: Iterable[UUID | None]) -> dict[UUID, Person]:
    """The people behind accounts."""
    wanted = {id for id in account_ids if id is not None}
    if not wanted:
        return {}
    statement = select(Account.id, Person).join(Person, Person.id == Account.person_id).where(Account.id.in_(wanted))
    return {row[0]: row[1] for row in session.execute(statement)}


def students_by_id(session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Person]:
    """The students of requests one may see, also those who have left."""
    wanted = set(ids)
    found = session.scalars(select(Person).where(Person.id.in_(wanted))) if wanted else ()
    return {person.id: person for person in found}
