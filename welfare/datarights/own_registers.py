"""Which registers somebody may ask about on the own pages, whose each is, and what has been asked already.

The same are offered to everybody, whether anything is kept in them or not, so that the offer tells nothing.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from welfare.datarights.asked import IdentityWay, SentBy
from welfare.datarights.models import LogRequest
from welfare.datarights.queries import OPEN, asker_of
from welfare.organisations.models import Organisation
from welfare.people.models import Enrolment, Person
from welfare.rules.actors import Actor
from welfare.rules.log_requests import Asker
from welfare.rules.registers import Register

COUNTYS = (Register.SOCIAL, Register.PSYCHOLOGY, Register.HEALTH)


def own_registers(session: Session, student: Person) -> Mapping[Register, UUID]:
    """The controller of each: the education provider, and the county of the school entered last (OHL 20-21 §)."""
    newest = (Enrolment.begins_on.desc(), Enrolment.id)
    of_student = Enrolment.student_id == student.id
    statement = select(Organisation.county_id).join(Enrolment, Enrolment.school_id == Organisation.id)
    county_id = session.scalars(statement.where(of_student).order_by(*newest).limit(1)).first()
    found = {Register.WELFARE: student.controller_id}
    return found | (dict.fromkeys(COUNTYS, county_id) if county_id else {})


def answered_requests(session: Session, actor: Actor, student: Person) -> Sequence[LogRequest]:
    """The actor's own requests about a student whose answer went by the own page, the newest first."""
    answered = (LogRequest.sent_by == SentBy.OWN_PAGE, LogRequest.state.not_in(OPEN))
    statement = select(LogRequest).where(*_own(actor, student), *answered)
    return session.scalars(statement.order_by(LogRequest.sent_on.desc(), LogRequest.id)).all()


def open_requests(session: Session, actor: Actor, student: Person) -> Sequence[LogRequest]:
    """The actor's own requests about a student that wait for their answers, the newest of each register.

    One of which it has not been made sure that it is the actor's is not shown, and stands in nobody's way.
    """
    wanted = (*_own(actor, student), LogRequest.state.in_(OPEN))
    oldest_first = (LogRequest.recorded_at, LogRequest.id)
    registers = own_registers(session, student)
    found: dict[Register, LogRequest] = {}
    for row in session.scalars(select(LogRequest).where(*wanted).order_by(*oldest_first)):
        if registers.get(row.register) == row.controller_id:
            found[row.register] = row
    return [found[register] for register in registers if register in found]


def _own(actor: Actor, student: Person) -> tuple[ColumnElement[bool], ...]:
    asker = asker_of(actor, student)
    return (
        LogRequest.subject_id == student.id,
        LogRequest.identity_way != IdentityWay.NOT_SURE,
        LogRequest.asker == asker,
        LogRequest.asker_id == (None if asker is Asker.ONESELF else actor.person_id),
    )
