"""Who may be asked in a matter: its group, the student and guardians, and by written consent others at the school.

That a group assesses a pupil is secret (OHL 22 § 1; JulkL 24 § 1 mom 30 k.), and asking tells it. A member of the group
knows already; whoever takes no part - a subject teacher, the nurse of the school - is asked only where a specific
written consent names that person (OHL 22 § 2 mom 1 k.), and the asking is written down as what it is, a disclosure
(20 § 5). The responsible person asks them, who answers for what leaves the group (20 § 3).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from welfare.assessments.actions import Ask
from welfare.cases.group import Group, account_of, exclusions_of, group_of
from welfare.cases.models import Case
from welfare.consents.prohibitions import is_shut_out
from welfare.consents.queries import said_about
from welfare.consents.staff import staff_at
from welfare.people.models import Person
from welfare.people.queries import guardians_of, is_minor
from welfare.rules.actors import Role, World
from welfare.rules.assessments import Informant, informant_of
from welfare.rules.consent import ConsentKind


def informants_of(session: Session, case: Case, on: date, *, by_lead: bool) -> Sequence[Ask]:
    """Everybody who may be asked and has an account; with ``by_lead`` also those whom a consent alone lets be asked."""
    shut = {row.person_id for row in exclusions_of(session, case.id)}
    group = group_of(session, case, on)
    members = [
        Ask(informant_of(Role(place.member.position)), place.member.person_id, place.member.account_id)
        for place in group.places
        if place.consent.is_valid and place.member.person_id not in shut
    ]
    others = _by_consent(session, case, group, on) if by_lead else []
    return [*_family(session, case, on), *members, *(each for each in others if each.person_id not in shut)]


def consents_to_ask(session: Session, case: Case, on: date) -> Mapping[UUID, UUID]:
    """The consent on which somebody who takes no part may be asked today, by whom it names."""
    said = said_about(session, case, on)
    named = {row.named_person_id for row in said.rows if row.kind is ConsentKind.DISCLOSURE and row.named_person_id}
    standing = {person_id: said.standing(ConsentKind.DISCLOSURE, person_id) for person_id in named}
    return {person_id: found.grounds[0] for person_id, found in standing.items() if found.is_valid and found.grounds}


def _by_consent(session: Session, case: Case, group: Group, on: date) -> list[Ask]:
    """Staff of the school and of the services given there, whom a written consent names and who take no part."""
    consents = consents_to_ask(session, case, on)
    asked = []
    for each in staff_at(session, case.school_id, on):
        account = account_of(session, each.person.id) if each.person.id in consents else None
        if account is not None and account.world is World.STAFF and each.person.id not in group.person_ids:
            ask = Ask(informant_of(each.role), each.person.id, account.id)
            asked.append(replace(ask, consent_id=consents[each.person.id]))
    return asked


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
