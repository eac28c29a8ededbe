"""What has been said in a matter. Facts alone: no key is needed to know who may see."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.accounts.models import Account
from welfare.consents.models import ExpressionOfWill
from welfare.consents.prohibitions import IS_PROHIBITION, Shut, shut_out_by
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
    found = _expressions(session, [matter.id for matter in matters], students)
    shut = shut_out_by(session, found, on)
    rows: defaultdict[UUID | None, list[ExpressionOfWill]] = defaultdict(list)
    for row in found:
        rows[row.case_id].append(row)
    of_age, deciding = _deciding(session, students, on)
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


def _expressions(session: Session, case_ids: Sequence[UUID], student_ids: set[UUID]) -> Sequence[ExpressionOfWill]:
    """Every word in these matters, and every prohibition of these students wherever it was said, in order."""
    here = ExpressionOfWill.case_id.in_(case_ids)
    prohibition = and_(IS_PROHIBITION, ExpressionOfWill.student_id.in_(student_ids))
    order = (ExpressionOfWill.given_on, ExpressionOfWill.recorded_at, ExpressionOfWill.id)
    return session.scalars(select(ExpressionOfWill).where(or_(here, prohibition)).order_by(*order)).all()


def _deciding(
    session: Session, student_ids: set[UUID], on: date
) -> tuple[Mapping[UUID, date | None], defaultdict[UUID, list[Guardianship]]]:
    """When each of these students comes of age, and who decides for them on a day."""
    decides = and_(
        Guardianship.student_id == Person.id,
        Guardianship.decides,
        holds_on(Guardianship, on),
    )
    statement = (
        select(Person.id, Person.of_age_on, Guardianship)
        .outerjoin(Guardianship, decides)
        .where(Person.id.in_(student_ids))
        .order_by(Guardianship.begins_on, Guardianship.guardian_id)
    )
    of_age: dict[UUID, date | None] = {}
    found: defaultdict[UUID, list[Guardianship]] = defaultdict(list)
    for student_id, of_age_on, row in session.execute(statement):
        of_age[student_id] = of_age_on
        if row is not None:
            found[student_id].append(row)
    return of_age, found
