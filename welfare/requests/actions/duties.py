"""Duties of the one who handles a request: telling the student and the guardian, assessing a minor's wish."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.requests.actions.sending import opened_task
from welfare.requests.actions.steps import RequestMovedOnError, doer
from welfare.requests.models import ContactRequest, InformTask, Talk
from welfare.requests.queries.parts import open_tasks_of
from welfare.rules.sending import TaskKind, tasks_after_assessment


def finish_task(work: UnitOfWork, task: InformTask, done_on: date, note: str = "") -> None:
    """Write down that the student or the guardian has been told, and when. Raises RequestMovedOnError if done."""
    if task.done_at is not None:
        raise RequestMovedOnError
    task.done_at, task.done_on, task.done_by = work.now, done_on, work.actor.account_id
    if note:
        work.encrypt(task, InformTask.note, note)
    work.session.add(task)
    work.session.flush()
    work.note(task.controller_id, task.register, duty=task.kind.value)


def told_in_talk(work: UnitOfWork, request: ContactRequest, talk: Talk) -> None:
    """The student was told of the request in the talk itself; nothing where that is no open duty (OHL 16 § 2)."""
    for task in open_tasks_of(work.session, request.id):
        if task.kind is TaskKind.TELL_STUDENT:
            finish_task(work, task, talk.offered_for.astimezone(HOME_ZONE).date())


def finish_assessment(
    work: UnitOfWork, request: ContactRequest, task: InformTask, *, prohibition_stands: bool, note: str = ""
) -> None:
    """Write down the finding on the minor's wish; where it does not hold, the guardian is told (OHL 16 § 3, 18 § 2)."""
    finish_task(work, task, work.facts.on, note)
    for opened in tasks_after_assessment(request.sender_kind, prohibition_stands=prohibition_stands):
        work.session.add(opened_task(work, request, opened))
    work.session.flush()


def finish_assessments_of(work: UnitOfWork, student_id: UUID, *, prohibition_stands: bool) -> None:
    """The same for every open wish of one student, when the finding was recorded in the room of consents."""
    statement = (
        select(InformTask, ContactRequest)
        .join(ContactRequest, ContactRequest.id == InformTask.request_id)
        .where(
            InformTask.student_id == student_id,
            InformTask.kind == TaskKind.ASSESS_PROHIBITION,
            InformTask.done_at.is_(None),
        )
    )
    for task, request in work.session.execute(statement).all():
        doer(work)
        finish_assessment(work, request, task, prohibition_stands=prohibition_stands)
