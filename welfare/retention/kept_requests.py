"""What the services keep of their clients, and what was asked and answered at the desk of rights."""

from collections.abc import Iterator

from sqlalchemy import select

from welfare.access_copies.models import AccessCopy
from welfare.access_copies.queries import OPEN as COPIES_OPEN
from welfare.datarights.models import LogRequest
from welfare.datarights.queries import OPEN
from welfare.people.models import Person
from welfare.rectifications.models import Rectification
from welfare.requests.models import ContactRequest
from welfare.retention.looking import Found, Looking, day_of
from welfare.rules.rectifications import RectificationState
from welfare.rules.registers import Register
from welfare.rules.retention import RecordKind
from welfare.rules.retention_ends import Life, Thing, birth_of, kinds_of_service
from welfare.service_notes.models import ClientFile


def requests(look: Looking) -> Iterator[Found]:
    """Requests for support."""
    row = ContactRequest
    columns = (row.id, row.student_id, row.receipt, row.closed_at)
    for each in look.session.execute(select(*columns).where(look.own(row)).order_by(row.closed_at, row.id)):
        life = Life(is_open=each.closed_at is None, closed_on=day_of(each.closed_at))
        found = look.judge([RecordKind.SUPPORT_REQUEST], life)
        yield Found(Thing.REQUEST, each.id, each.student_id, each.receipt, found, each.closed_at)


def client_files(look: Looking) -> Iterator[Found]:
    """The client files of the services."""
    row = ClientFile
    columns = (row.id, row.student_id, row.register, row.started_on, row.ended_on, Person.of_age_on)
    wanted = select(*columns).join(Person, Person.id == row.student_id).where(look.own(row))
    for each in look.session.execute(wanted.order_by(row.ended_on, row.id)):
        was_adult = each.of_age_on is not None and each.started_on >= each.of_age_on
        kind = kinds_of_service(is_social=each.register is Register.SOCIAL, was_adult=was_adult)
        life = Life(is_open=each.ended_on is None, closed_on=each.ended_on, born_on=birth_of(each.of_age_on))
        yield Found(Thing.CLIENT_FILE, each.id, each.student_id, "", look.judge([kind], life))


def log_requests(look: Looking) -> Iterator[Found]:
    """Requests for log information."""
    row = LogRequest
    columns = (row.id, row.subject_id, row.number, row.state, row.closed_at, row.sent_on)
    for each in look.session.execute(select(*columns).where(look.own(row)).order_by(row.sent_on, row.id)):
        ended_on = max((day for day in (day_of(each.closed_at), each.sent_on) if day), default=None)
        life = Life(is_open=each.state in OPEN, closed_on=ended_on)
        found = look.judge([RecordKind.LOG_REQUEST], life)
        yield Found(Thing.LOG_REQUEST, each.id, each.subject_id, each.number, found, each.closed_at)


def access_copies(look: Looking) -> Iterator[Found]:
    """Requests for copies of data, and the copies."""
    row = AccessCopy
    columns = (row.id, row.subject_id, row.number, row.state, row.closed_at, row.sent_on)
    for each in look.session.execute(select(*columns).where(look.own(row)).order_by(row.sent_on, row.id)):
        ended_on = max((day for day in (day_of(each.closed_at), each.sent_on) if day), default=None)
        life = Life(is_open=each.state in COPIES_OPEN, closed_on=ended_on)
        found = look.judge([RecordKind.ACCESS_COPY], life)
        yield Found(Thing.ACCESS_COPY, each.id, each.subject_id, each.number, found, each.closed_at)


def rectifications(look: Looking) -> Iterator[Found]:
    """Corrections asked for where there is no matter, or none was found; the others go with their matter."""
    row = Rectification
    columns = (row.id, row.subject_id, row.number, row.state, row.closed_at, row.sent_on)
    alone = select(*columns).where(look.own(row), row.case_id.is_(None))
    for each in look.session.execute(alone.order_by(row.sent_on, row.id)):
        ended_on = max((day for day in (day_of(each.closed_at), each.sent_on) if day), default=None)
        life = Life(is_open=each.state is not RectificationState.TOLD, closed_on=ended_on)
        found = look.judge([RecordKind.RECTIFICATION], life)
        yield Found(Thing.RECTIFICATION, each.id, each.subject_id, each.number, found, each.closed_at)
