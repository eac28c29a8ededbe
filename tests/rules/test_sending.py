from dataclasses import replace
from datetime import date

import pytest

from welfare.rules.requests import SenderKind, Urgency
from welfare.rules.sending import (
    GuardianTold,
    OpenedTask,
    RequestFacts,
    RequestLack,
    TaskKind,
    tasks_after_assessment,
    tasks_opened_by,
    what_is_missing,
)

TODAY = date(2026, 11, 23)
BY_STAFF = RequestFacts(
    sender=SenderKind.STAFF,
    student_is_minor=True,
    has_reason=True,
    urgency=Urgency.NORMAL,
    together=True,
    guardian_told=GuardianTold.TOLD,
    guardian_told_on=TODAY,
)
BY_STUDENT = RequestFacts(sender=SenderKind.STUDENT, student_is_minor=True)
BY_GUARDIAN = RequestFacts(
    sender=SenderKind.GUARDIAN, student_is_minor=True, has_reason=True, urgency=Urgency.NORMAL, together=True
)
TELL_STUDENT = OpenedTask(TaskKind.TELL_STUDENT)
TELL_GUARDIAN = OpenedTask(TaskKind.TELL_GUARDIAN)
ASSESS = OpenedTask(TaskKind.ASSESS_PROHIBITION)


@pytest.mark.parametrize("facts", [BY_STAFF, BY_STUDENT, BY_GUARDIAN])
def test_a_complete_request_lacks_nothing(facts: RequestFacts) -> None:
    assert what_is_missing(facts) == ()


@pytest.mark.parametrize(
    ("facts", "lacks"),
    [
        (replace(BY_STAFF, has_student=False), (RequestLack.STUDENT,)),
        (replace(BY_STUDENT, has_service=False), (RequestLack.SERVICE,)),
        (replace(BY_STAFF, has_reason=False), (RequestLack.REASON,)),
        (replace(BY_GUARDIAN, has_reason=False), (RequestLack.REASON,)),
        (replace(BY_STAFF, urgency=None), (RequestLack.URGENCY,)),
        (replace(BY_STAFF, urgency=Urgency.URGENT), (RequestLack.URGENCY_REASON,)),
        (replace(BY_STAFF, urgency=Urgency.URGENT, has_urgency_reason=True), ()),
        (replace(BY_STUDENT, urgency=Urgency.URGENT), ()),
        (replace(BY_STAFF, together=None), (RequestLack.TOGETHER,)),
        (replace(BY_STAFF, together=False), (RequestLack.WHY_APART,)),
        (replace(BY_STAFF, together=False, has_why_apart=True), ()),
        (replace(BY_GUARDIAN, together=None), ()),
        (replace(BY_STAFF, guardian_told=None, guardian_told_on=None), (RequestLack.GUARDIAN_TOLD,)),
        (replace(BY_STAFF, guardian_told_on=None), (RequestLack.GUARDIAN_TOLD_ON,)),
        (replace(BY_STAFF, guardian_told=GuardianTold.NOT_YET, guardian_told_on=None), ()),
        (replace(BY_STAFF, guardian_told=GuardianTold.STUDENT_FORBIDS, guardian_told_on=None), ()),
        (replace(BY_STAFF, student_is_minor=False, guardian_told=None, guardian_told_on=None), ()),
    ],
)
def test_each_missing_answer_is_named(facts: RequestFacts, lacks: tuple[RequestLack, ...]) -> None:
    assert what_is_missing(facts) == lacks


def test_an_empty_staff_form_names_everything_in_the_order_of_the_form() -> None:
    empty = RequestFacts(sender=SenderKind.STAFF, student_is_minor=True, has_student=False, has_service=False)

    assert what_is_missing(empty) == (
        RequestLack.STUDENT,
        RequestLack.SERVICE,
        RequestLack.URGENCY,
        RequestLack.REASON,
        RequestLack.TOGETHER,
        RequestLack.GUARDIAN_TOLD,
    )


NOT_TOLD = replace(BY_STAFF, guardian_told=GuardianTold.NOT_YET, guardian_told_on=None)
FORBIDDEN = replace(BY_STAFF, guardian_told=GuardianTold.STUDENT_FORBIDS, guardian_told_on=None)


@pytest.mark.parametrize(
    ("facts", "tasks"),
    [
        (NOT_TOLD, (TELL_GUARDIAN,)),
        (replace(NOT_TOLD, together=False), (TELL_STUDENT, TELL_GUARDIAN)),
        (replace(NOT_TOLD, student_is_minor=False), ()),
        (replace(NOT_TOLD, student_is_minor=False, together=False), (TELL_STUDENT,)),
        (replace(NOT_TOLD, prohibition_stands=True), ()),
        (replace(NOT_TOLD, prohibition_stands=True, together=False), (TELL_STUDENT,)),
        (FORBIDDEN, (ASSESS,)),
        (replace(FORBIDDEN, prohibition_stands=True), ()),
        (replace(FORBIDDEN, student_is_minor=False), ()),
        (BY_STUDENT, ()),
        (replace(BY_STUDENT, guardian_told=GuardianTold.STUDENT_FORBIDS), (ASSESS,)),
        (BY_GUARDIAN, ()),
        (replace(BY_GUARDIAN, together=None), (TELL_STUDENT,)),
        (replace(BY_GUARDIAN, sender=SenderKind.OTHER, together=False), (TELL_STUDENT,)),
    ],
)
def test_sending_opens_the_duties_of_the_act_and_no_others(facts: RequestFacts, tasks: tuple[OpenedTask, ...]) -> None:
    assert tasks_opened_by(facts) == tasks


def test_a_duty_the_sender_has_done_is_recorded_as_done() -> None:
    facts = replace(BY_STAFF, together=False, student_told_on=TODAY)

    assert tasks_opened_by(facts) == (
        OpenedTask(TaskKind.TELL_STUDENT, TODAY),
        OpenedTask(TaskKind.TELL_GUARDIAN, TODAY),
    )


@pytest.mark.parametrize(
    ("sender", "stands", "tasks"),
    [
        (SenderKind.STAFF, False, (TELL_GUARDIAN,)),
        (SenderKind.STAFF, True, ()),
        (SenderKind.STUDENT, False, ()),
    ],
)
def test_the_guardian_of_a_staff_request_is_told_when_the_wish_does_not_hold(
    sender: SenderKind, *, stands: bool, tasks: tuple[OpenedTask, ...]
) -> None:
    assert tasks_after_assessment(sender, prohibition_stands=stands) == tasks
