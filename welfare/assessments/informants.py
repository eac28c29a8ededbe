"""Who may be asked in a matter: members of its group by consent, the student, and guardians nobody has shut out."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from welfare.assessments.actions import Ask
from welfare.cases.group import account_of, exclusions_of, group_of
from welfare.cases.models import Case
from welfare.consents.prohibitions import is_shut_out
from welfare.people.models import Person
from welfare.people.queries import guardians_of, is_minor
from welfare.rules.actors import Role
from welfare.rules.assessments import Informant, informant_of


def informants_of(session: Session, case: Case, on: date) -> Sequence[Ask]:
    """Everybody who may be asked and has an account: nobody outside the group learns that there is an assessment."""
    shut = {row.person_id for row in exclusions_of(session, case.id)}
    members = [
        Ask(informant_of(Role(place.member.position)), place.member.person_id, place.member.account_id)
        for place in group_of(session, case, on).places
        if place.consent.is_valid and place.member.person_id not in shut
    ]
    return [*_family(session, case, on), *members]


def _family(session: Session, case: Case, on: date) -> list[Ask]:
    student = session.get_one(Person, case.student_id)
    wanted = [(Informant.STUDENT, student)]
    if is_minor(student, on):
        guardians = (guardian for guardian, _bond in guardians_of(session, student.id, on))
        wanted += [
            (Informant.GUARDIAN, each)
            for each in guardians
            if not is_shut_out(session, each.id, student.id, on, case.id)
        ]
    found = ((informant, person, account_of(session, person.id)) for informant, person in wanted)
    return [Ask(informant, person.id, account.id) for informant, person, account in found if account is not None]
