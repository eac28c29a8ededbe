"""The family of a matter's student, as far as it has a part in the matter."""

from datetime import date

from sqlalchemy.orm import Session

from welfare.cases.models import Case
from welfare.consents.prohibitions import is_shut_out
from welfare.people.models import Person
from welfare.people.queries import guardians_of, is_minor


def guardians_at(session: Session, case: Case, on: date) -> list[Person]:
    """A minor's guardians whom no prohibition shuts out of the matter (OHL 18 § 2; rules 12 and 35)."""
    if not is_minor(session.get_one(Person, case.student_id), on):
        return []
    found = (guardian for guardian, _guardianship in guardians_of(session, case.student_id, on))
    return [each for each in found if not is_shut_out(session, each.id, case.student_id, on, case.id)]
