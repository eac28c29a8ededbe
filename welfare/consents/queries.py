"""What has been said in a matter. Facts alone: no key is needed to know who may see."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.accounts.models import Account
from welfare.consents.models import ExpressionOfWill
from welfare.consents.prohibitions import Shut, shut_out_in
from welfare.consents.wills import Matter, Said
from welfare.people.bonds import holds_on
from welfare.people.models import Guardianship, Person
from welfare.people.queries import load_student
from welfare.rules.consent import ConsentKind
from welfare.rules.registers import Register

NEVER = date.max
"""When a student whose birthday nobody has entered comes of age: until then a minor."""


def said_about(session: Session, matter: Matter, on: date) -> Said:
    """Everything said in one matter, as it stands on a day."""
    return said_in(session, [matter], on)[matter.id]


def said_in(session: Session, matters: Sequence[Matter], on: date) -> Mapping[UUID, Said]:
    """The same of many matters, by their ids; a fixed number of queries."""
    students = {matter.student_id for matter in matters}
    rows = _expressions(session, [matter.id for matter in matters])
    of_age = _coming_of_age(session, students)
    deciding = _deciding(session, students, on)
    shut = shut_out_in(session, students, on)
    return {
        matter.id: Said(
            student_id=matter.student_id,
            on=on,
            adult_from=of_age.get(matter.student_id) or NEVER,
            rows=tuple(rows[matter.id]),
            closed_at=matter.closed_at,
            guardianships=tuple(
                row
                for row in deciding[matter.student_id]
                if not _is_shut(shut[matter.student_id], matter.id, row.guardian_id)
            ),
        )
        for matter in matters
    }


def people_by_id(session: Session, ids: Iterable[UUID | None]) -> Mapping[UUID, Person]:
    """The people of these ids."""
    wanted = {id for id in ids if id is not None}
    return {person.id: person for person in session.scalars(select(Person).where(Person.id.in_(wanted)))}


def account_people(session: Session, account_ids: Iterable[UUID]) -> Mapping[UUID, UUID | None]:
    """The person behind each account."""
    found = session.execute(select(Account.id, Account.person_id).where(Account.id.in_(set(account_ids))))
    return {row.id: row.person_id for row in found}


def load_prohibition(reading: Reading, consent_id: UUID) -> Loaded | None:
    """Loader of ``<prohibition_id:prohibition>`` under a student; None for anything that is not that student's."""
    student, row = reading.loaded.get("student"), reading.session.get(ExpressionOfWill, consent_id)
    if not isinstance(student, Person) or row is None or row.student_id != student.id:
        return None
    found = load_student(reading, student.id)
    if found is None or row.kind is not ConsentKind.MINOR_PROHIBITION:
        return None
    return Loaded(row, replace(found.facts, subject_ids=row.about(), register=Register.WELFARE))


def _is_shut(shut: frozenset[Shut], case_id: UUID, guardian_id: UUID) -> bool:
    return (case_id, guardian_id) in shut or (None, guardian_id) in shut


def _expressions(session: Session, case_ids: Sequence[UUID]) -> defaultdict[UUID, list[ExpressionOfWill]]:
    order = (ExpressionOfWill.given_on, ExpressionOfWill.recorded_at, ExpressionOfWill.id)
    statement = select(ExpressionOfWill).where(ExpressionOfWill.case_id.in_(case_ids)).order_by(*order)
    found: defaultdict[UUID, list[ExpressionOfWill]] = defaultdict(list)
    for row in session.scalars(statement):
        if row.case_id is not None:
            found[row.case_id].append(row)
    return found


def _coming_of_age(session: Session, student_ids: set[UUID]) -> Mapping[UUID, date | None]:
    statement = select(Person.id, Person.of_age_on).where(Person.id.in_(student_ids))
    return {row.id: row.of_age_on for row in session.execute(statement)}


def _deciding(session: Session, student_ids: set[UUID], on: date) -> defaultdict[UUID, list[Guardianship]]:
    statement = (
        select(Guardianship)
        .where(
            Guardianship.student_id.in_(student_ids),
            Guardianship.decides,
            holds_on(Guardianship, on),
        )
        .order_by(Guardianship.begins_on, Guardianship.guardian_id)
    )
    found: defaultdict[UUID, list[Guardianship]] = defaultdict(list)
    for row in session.scalars(statement):
        found[row.student_id].append(row)
    return found
