"""Who may have taken part in a meeting: those whom the act or a consent lets in, each with a position."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.gap import Gap
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case, CaseMember, OutsideParticipant
from welfare.consents.prohibitions import shut_out_in
from welfare.journal.forms.meeting import Participant
from welfare.people.models import Person
from welfare.people.pages import names_of
from welfare.people.queries import guardians_of, is_minor
from welfare.rules.actors import Role


def possible_participants(work: UnitOfWork, case: Case) -> list[Participant]:
    """The student, a minor's guardians whom no prohibition shuts out, the members, and the outside participants."""
    return [*_family(work, case), *_members(work, case), *_outsiders(work, case)]


def with_earlier(offered: Sequence[Participant], kept: Sequence[dict[str, str]]) -> list[Participant]:
    """Those offered, and before them those an entry names already, as it has them."""
    earlier = [Participant(UUID(each["id"]), each["name"], each["position"]) for each in kept]
    known = {each.id for each in earlier}
    return earlier + [each for each in offered if each.id not in known]


def _family(work: UnitOfWork, case: Case) -> Iterator[Participant]:
    on = work.facts.on
    student = work.session.get_one(Person, case.student_id)
    guardians = [each for each, _ in guardians_of(work.session, student.id, on)] if is_minor(student, on) else []
    shut = {id for matter, id in shut_out_in(work.session, [student.id], on)[student.id] if matter in {None, case.id}}
    present = [student, *(each for each in guardians if each.id not in shut)]
    names = names_of(work, present)
    for person in present:
        position = _("pupil") if person is student else _("guardian")
        yield Participant(person.id, names[person.id].full, position)


def _members(work: UnitOfWork, case: Case) -> list[Participant]:
    statement = (
        select(CaseMember, Person)
        .join(Person, Person.id == CaseMember.person_id)
        .where(CaseMember.case_id == case.id, CaseMember.ended_at.is_(None))
        .order_by(CaseMember.is_responsible.desc(), CaseMember.since, CaseMember.id)
    )
    rows = [(row[0], row[1]) for row in work.session.execute(statement)]
    names = names_of(work, (person for _, person in rows))
    return [Participant(person.id, names[person.id].full, _position(member)) for member, person in rows]


def _position(member: CaseMember) -> str:
    words = str(ROLE_WORDS[Role(member.position)]).lower()
    return _("%(office)s, responsible person", office=words) if member.is_responsible else words


def _outsiders(work: UnitOfWork, case: Case) -> list[Participant]:
    statement = select(OutsideParticipant).where(
        OutsideParticipant.case_id == case.id, OutsideParticipant.ended_at.is_(None)
    )
    rows = work.session.scalars(statement.order_by(OutsideParticipant.since, OutsideParticipant.id)).all()
    work.prefetch(rows)
    return [_outsider(work, row) for row in rows]


def _outsider(work: UnitOfWork, row: OutsideParticipant) -> Participant:
    document = work.decrypt_document(row, OutsideParticipant.document)
    name, role, place = (document.get(part, "") for part in ("name", "role", "organisation"))
    if isinstance(name, Gap):
        return Participant(row.id, name, "")
    return Participant(row.id, name, ", ".join(filter(None, (role, place))) or _("outside participant"))
