"""What the pages show: one matter with a large group and a long record, and a queue of any length."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import select

from bench.plain import make_plain
from config.settings import Settings
from tests.builders import Someone, Village
from tests.builders_cases import BEGAN, a_case
from tests.signing_in import signed_in_client
from welfare.audit.models import AuditEvent
from welfare.audit.reading import events_about, happening_of
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import OutsideParticipant
from welfare.consents.models import ExpressionOfWill
from welfare.journal.models import JournalEntry
from welfare.requests.models import ContactRequest
from welfare.rules.actors import Role
from welfare.rules.consent import Answer, ConsentKind, GiverCapacity, Way
from welfare.rules.ids import RequestId
from welfare.rules.journal import EntryKind
from welfare.rules.receipts import receipt_number
from welfare.rules.registers import Register
from welfare.rules.requests import RequestState, SenderKind, Service
from welfare.web.app import close, create_app
from welfare.web.founding import create_instance

MEMBERS, PARTNERS, ENTRIES = 9, 14, 40
STUDENTS = 300
CHUNK = 2000
WORDS = "Sovittiin aamuvastaanotosta ja siitä, kuka on ovella. " * 8


@dataclass(frozen=True)
class Side:
    """One instance to measure: its folder, who asks, and which matter is asked for."""

    folder: Path
    who: Someone
    case_id: UUID
    is_plain: bool

    def open(self) -> Flask:
        """The application of the instance, or its plaintext twin."""
        app = create_app(Settings.from_env({"WELFARE_INSTANCE": str(self.folder)}))
        return make_plain(app) if self.is_plain else app

    def cookie(self) -> str:
        """The cookie of a fresh sign-in, so that a long building does not use up its idle time."""
        app = self.open()
        policy = app.extensions["visitors"].policy
        found = signed_in_client(app, self.who).flask.get_cookie(policy.cookie)
        close(app)
        return f"{policy.cookie}={found.value}" if found else ""


def founded(folder: Path, *, is_plain: bool = False) -> Flask:
    """A new instance's application, or its plaintext twin, to be filled."""
    create_instance(Settings.from_env({"WELFARE_INSTANCE": str(folder)}))
    return Side(folder, Someone(UUID(int=0), UUID(int=0), ""), UUID(int=0), is_plain).open()


def laid_down(app: Flask) -> None:
    """End the filling: thousands of events without an anchor would keep a server from writing until its first round."""
    app.extensions["anchoring"].anchor_all()
    close(app)


def build(folder: Path, rows: int, *, is_plain: bool = False) -> Side:
    """An instance with the matter, and a queue of so many requests."""
    app = founded(folder, is_plain=is_plain)
    village = Village.of(app)
    class_id = village.a_class()
    curator = village.staff(Role.CURATOR, "Saara Lehtovirta")
    students = [village.student(f"Oppilas Numero{n}", class_id) for n in range(min(STUDENTS, rows))]
    case_id = _matter(village, students[0], curator)
    _fill_queue(village, students, rows)
    laid_down(app)
    return Side(folder, curator, case_id, is_plain)


def fields_opened(side: Side, path: str) -> int:
    """How many sealed fields a page of the matter opens, by its audit events; one's own name leaves no trace there."""
    app = side.open()
    signed_in_client(app, side.who).get(path)
    with app.extensions["ledger"].transaction() as transaction:
        newest = events_about(transaction.session, side.case_id, None, 1)[0]
        told = transaction.session.scalars(select(AuditEvent).where(AuditEvent.at == newest.at))
        of_request = [each for event in told if (each := happening_of(event)).request_id == newest.request_id]
    close(app)
    return 1 + sum(len(rows) for event in of_request for rows in event.opened.values())


def _matter(village: Village, student: Someone, curator: Someone) -> UUID:
    village.guardian("Tiina Huoltaja", student)
    village.guardian("Kari Huoltaja", student)
    group = [village.staff(Role.NURSE, f"Jäsen Numero{n}") for n in range(MEMBERS)]
    case_id = a_case(village, student, curator, *group)
    with village.work() as work:
        for number in range(PARTNERS):
            _add_partner(work, village, case_id, student, number)
        for number in range(ENTRIES):
            _add_entry(work, village, case_id, student, (curator, *group)[number % 3], number)
    return case_id


def _add_partner(work: UnitOfWork, village: Village, case_id: UUID, student: Someone, number: int) -> None:
    of_case = {"case_id": case_id, "student_id": student.person_id, "controller_id": village.provider_id}
    outsider_id = uuid4()
    consent = ExpressionOfWill(
        id=uuid4(),
        number=f"2026–27/Y/{number:04}",
        kind=ConsentKind.OUTSIDER_PARTICIPATION,
        answer=Answer.GIVEN,
        giver_person_id=student.person_id,
        capacity=GiverCapacity.SELF,
        outsider_id=outsider_id,
        given_on=BEGAN,
        valid_from=BEGAN,
        valid_to=BEGAN + timedelta(days=180),
        way=Way.PAPER,
        language="fi",
        information_version="1",
        has_scope=True,
        recorded_by=student.account_id,
        recorded_at=work.now,
        **of_case,
    )
    name = f"Kumppani Numero{number}"
    work.encrypt_document(consent, ExpressionOfWill.document, {"outsider_name": name, "outsider_role": "ohjaaja"})
    partner = OutsideParticipant(
        id=uuid4(), outsider_id=outsider_id, since=BEGAN, added_by=student.account_id, **of_case
    )
    words = {"name": name, "role": "ohjaaja", "organisation": "Nuorisotyö"}
    work.encrypt_document(partner, OutsideParticipant.document, words)
    work.session.add_all([consent, partner])


def _add_entry(  # noqa: PLR0913, PLR0917 - the columns of one row
    work: UnitOfWork, village: Village, case_id: UUID, student: Someone, author: Someone, number: int
) -> None:
    entry = JournalEntry(
        id=uuid4(),
        case_id=case_id,
        student_id=student.person_id,
        controller_id=village.provider_id,
        kind=EntryKind.NOTE,
        occurred_on=work.facts.on,
        written_at=work.now - timedelta(hours=number),
        author_account_id=author.account_id,
        author_person_id=author.person_id,
        author_office=Role.CURATOR.value,
    )
    work.encrypt_document(entry, JournalEntry.document, {"text": f"{number}. {WORDS}"})
    work.session.add(entry)


def _fill_queue(village: Village, students: list[Someone], rows: int) -> None:
    with village.work() as work:
        for number in range(rows):
            work.session.add(_request(work, village, students[number % len(students)], number))
            if number % CHUNK == CHUNK - 1:
                work.flush_chunk()


def _request(work: UnitOfWork, village: Village, student: Someone, number: int) -> ContactRequest:
    request_id = uuid4()
    due = work.facts.on + timedelta(days=number % 400)
    request = ContactRequest(
        id=request_id,
        receipt=receipt_number(RequestId(request_id)),
        student_id=student.person_id,
        school_id=village.school_id,
        controller_id=village.county_id,
        register=Register.SOCIAL,
        service=Service.CURATOR,
        sender_kind=SenderKind.STUDENT,
        sender_account_id=student.account_id,
        state=RequestState.RECEIVED,
        is_urgent=False,
        received_at=work.now,
        due_on=due,
        queue_on=due,
    )
    words = {"subject": "attendance", "description": WORDS[:200], "sender_name": "Oona Rautasalo", "together": "yes"}
    work.encrypt_document(request, ContactRequest.document, words)
    return request
