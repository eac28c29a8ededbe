"""What sending writes: whose record it is, its clock, and the duties the act attaches (OHL 15-16 §; rules 1-4, 7)."""

from datetime import date, datetime
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.builders_requests import ASKED, at_work, read, read_all, the_request
from tests.clock import Clock
from tests.rooms.requests.conftest import School
from welfare.audit.ledger import Ledger
from welfare.organisations.models import ClosedDays, Organisation, OrganisationKind
from welfare.people.models import Person
from welfare.requests.actions.sending import (
    NoReceivingServiceError,
    RequestIncompleteError,
    Sender,
    send_request,
)
from welfare.requests.models import ContactRequest, InformTask, RequestExclusion
from welfare.rules.events import ConflictAsked, GuardiansShutOutAsked
from welfare.rules.ids import RequestId
from welfare.rules.queues import LAST
from welfare.rules.receipts import receipt_number
from welfare.rules.registers import Register
from welfare.rules.requests import RequestState, SenderKind, Service, Urgency
from welfare.rules.sending import GuardianTold, RequestLack, TaskKind

TODAY = date(2026, 11, 23)
APART = {"together": False, "together_reason": "Eetu oli poissa"}
NOT_YET = {"guardian_told": GuardianTold.NOT_YET, "guardian_told_on": None}


def tasks(ledger: Ledger, request_id: UUID) -> dict[TaskKind, InformTask]:
    return {task.kind: task for task in read_all(ledger, select(InformTask).where(InformTask.request_id == request_id))}


@pytest.mark.parametrize(
    ("service", "register"),
    [
        (Service.CURATOR, Register.SOCIAL),
        (Service.UNSURE, Register.SOCIAL),
        (Service.PSYCHOLOGIST, Register.PSYCHOLOGY),
        (Service.NURSE, Register.HEALTH),
        (Service.DOCTOR, Register.HEALTH),
    ],
)
def test_a_request_is_the_record_of_the_service_at_the_county(
    school: School, ledger: Ledger, service: Service, register: Register
) -> None:
    request = read(ledger, school.sent(service=service))
    assert (request.register, request.controller_id) == (register, school.village.county_id)
    assert request.key_holder().subject_id == request.id
    assert request.state is RequestState.RECEIVED
    assert request.receipt == receipt_number(RequestId(request.id))


def test_the_text_is_sealed_and_opens_with_everything_that_was_said(school: School, ledger: Ledger) -> None:
    request_id = school.sent(**APART, contact_way="aamulla")
    with at_work(school.village, school.curator) as work:
        request = the_request(work, request_id)
        assert request.document.blob is not None
        assert b"Riidat" not in request.document.blob
        document = work.decrypt_document(request, ContactRequest.document)
    assert document["description"] == ASKED.description
    assert document["together"] is False
    assert document["together_reason"] == "Eetu oli poissa"
    assert document["guardian_told_on"] == "2026-11-20"
    assert (document["sender_name"], document["sender_role"]) == ("Oona Rautasalo", "teacher")
    assert document["contact_way"] == "aamulla"
    assert read(ledger, request_id).sender_account_id == school.teacher.account_id


@pytest.mark.parametrize(
    ("service", "urgency", "due", "stands_at"),
    [
        (Service.CURATOR, Urgency.NORMAL, date(2026, 12, 2), date(2026, 12, 2)),
        (Service.UNSURE, Urgency.NORMAL, date(2026, 12, 2), date(2026, 12, 2)),
        (Service.PSYCHOLOGIST, Urgency.URGENT, date(2026, 11, 24), TODAY),
        (Service.NURSE, Urgency.NORMAL, None, LAST),
        (Service.NURSE, Urgency.URGENT, None, TODAY),
    ],
)
def test_the_clock_runs_from_the_day_of_sending(
    school: School, ledger: Ledger, service: Service, urgency: Urgency, due: date | None, stands_at: date
) -> None:
    request = read(ledger, school.sent(service=service, urgency=urgency, urgency_reason="syy"))
    assert (request.due_on, request.queue_on) == (due, stands_at)


def test_days_when_the_school_is_closed_do_not_run(school: School, ledger: Ledger) -> None:
    with school.village.work() as work:
        work.session.add(
            ClosedDays(
                organisation_id=school.village.school_id,
                starts_on=date(2026, 11, 26),
                ends_on=date(2026, 11, 27),
                name_fi="Vapaa",
                name_sv="Ledigt",
            )
        )
    normal, urgent = school.sent(), school.sent(urgency=Urgency.URGENT, urgency_reason="syy")
    assert read(ledger, normal).due_on == date(2026, 12, 4)
    assert read(ledger, urgent).due_on == date(2026, 11, 24)


def test_a_request_sent_late_in_the_evening_counts_from_the_local_day(
    school: School, ledger: Ledger, clock: Clock
) -> None:
    clock.now = datetime.fromisoformat("2026-11-23T23:30:00+00:00")  # half past one on Tuesday in Helsinki
    assert read(ledger, school.sent()).due_on == date(2026, 12, 3)


@pytest.mark.parametrize(
    ("changes", "opened"),
    [
        ({}, {TaskKind.TELL_GUARDIAN: date(2026, 11, 20)}),
        (NOT_YET, {TaskKind.TELL_GUARDIAN: None}),
        ({**APART, **NOT_YET}, {TaskKind.TELL_STUDENT: None, TaskKind.TELL_GUARDIAN: None}),
        (
            {**APART, "student_told_on": date(2026, 11, 20)},
            {TaskKind.TELL_STUDENT: date(2026, 11, 20), TaskKind.TELL_GUARDIAN: date(2026, 11, 20)},
        ),
        (
            {"guardian_told": GuardianTold.STUDENT_FORBIDS, "guardian_told_on": None},
            {TaskKind.ASSESS_PROHIBITION: None},
        ),
    ],
)
def test_a_request_by_staff_opens_the_duties_of_the_act(
    school: School, ledger: Ledger, changes: dict[str, object], opened: dict[TaskKind, date | None]
) -> None:
    found = tasks(ledger, school.sent(**changes))
    assert {kind: task.done_on for kind, task in found.items()} == opened
    assert all((task.done_at is None) == (task.done_on is None) for task in found.values())


def test_a_student_contacted_apart_is_told_within_the_talks_limit_whatever_the_service(
    school: School, ledger: Ledger
) -> None:
    task = tasks(ledger, school.sent(service=Service.NURSE, **APART))[TaskKind.TELL_STUDENT]
    assert task.due_on == date(2026, 12, 2)
    assert task.register is Register.HEALTH


def test_a_students_own_request_tells_no_guardian(school: School, ledger: Ledger) -> None:
    assert tasks(ledger, school.sent_by_eetu()) == {}
    forbidding = school.sent_by_eetu(guardian_told=GuardianTold.STUDENT_FORBIDS)
    assert set(tasks(ledger, forbidding)) == {TaskKind.ASSESS_PROHIBITION}


def test_an_adult_students_guardian_is_not_told(school: School, ledger: Ledger) -> None:
    with school.village.work() as work:
        work.session.get_one(Person, school.eetu.person_id).of_age_on = TODAY
    assert tasks(ledger, school.sent(guardian_told=None, guardian_told_on=None)) == {}


def test_a_guardian_who_is_shut_out_is_not_told_but_another_one_is(school: School, ledger: Ledger) -> None:
    out = school.village.guardian("Kaisa Kallioniemi", school.eetu)

    def answer(_work: object, asked: GuardiansShutOutAsked) -> None:
        asked.guardian_ids.add(out.person_id)

    ledger.listeners = {**ledger.listeners, GuardiansShutOutAsked: (answer,)}
    assert tasks(ledger, school.sent(**NOT_YET)) == {}
    school.village.guardian("Kari Kallioniemi", school.eetu)
    assert set(tasks(ledger, school.sent(**NOT_YET))) == {TaskKind.TELL_GUARDIAN}


def test_a_worker_shut_out_of_a_matter_is_shut_out_of_the_students_request(school: School, ledger: Ledger) -> None:
    def answer(_work: object, asked: ConflictAsked) -> None:
        asked.is_excluded = asked.person_id == school.curator.person_id

    ledger.listeners = {**ledger.listeners, ConflictAsked: (answer,)}
    request_id = school.sent()
    with at_work(school.village, school.curator) as work:
        assert the_request(work, request_id).receipt
        assert shut_out_ids(work.session, request_id) == [school.curator.account_id]


def shut_out_ids(session: Session, request_id: UUID) -> list[UUID]:
    found = select(RequestExclusion.account_id).where(RequestExclusion.request_id == request_id)
    return list(session.scalars(found))


@pytest.mark.parametrize(
    ("changes", "lack"),
    [
        ({"together": None}, RequestLack.TOGETHER),
        ({"together": False}, RequestLack.WHY_APART),
        ({"urgency": Urgency.URGENT}, RequestLack.URGENCY_REASON),
        ({"description": ""}, RequestLack.REASON),
        ({"guardian_told": None}, RequestLack.GUARDIAN_TOLD),
        ({"guardian_told_on": None}, RequestLack.GUARDIAN_TOLD_ON),
    ],
)
def test_what_the_act_asks_is_asked_again_by_the_deed_itself(
    school: School, changes: dict[str, object], lack: RequestLack
) -> None:
    with pytest.raises(RequestIncompleteError) as refused:
        school.sent(**changes)
    assert refused.value.lacks == (lack,)


def test_a_school_without_a_county_has_no_service_to_send_to(school: School) -> None:
    with at_work(school.village, school.teacher) as work:
        student = work.session.get_one(Person, school.eetu.person_id)
        nowhere = Organisation(id=school.village.school_id, kind=OrganisationKind.SCHOOL, name_fi="", name_sv="")
        sender = Sender(kind=SenderKind.STAFF, name="Oona Rautasalo", role="teacher")
        with pytest.raises(NoReceivingServiceError):
            send_request(work, student, nowhere, sender, ASKED)
