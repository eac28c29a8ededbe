"""What a request for support must say before it is sent, and which duties sending opens (OHL 16 §; rules 1 and 2).

A student's own request is never held up by questions: asking is enough (OHL 15 § 1). Staff answer for the contact duty.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from welfare.rules.requests import SenderKind, Urgency


class GuardianTold(StrEnum):
    """The sender's answer to whether the guardian knows; both noes say why (OHL 16 § 3)."""

    TOLD = "told"
    NOT_YET = "not_yet"
    """The receiving service gets the task."""
    STUDENT_FORBIDS = "student_forbids"
    """Nobody tells before a social or health professional has assessed the wish (OHL 18 § 2)."""


class RequestLack(StrEnum):
    """What keeps a request from being sent."""

    STUDENT = "student"
    SERVICE = "service"
    REASON = "reason"
    URGENCY = "urgency"
    URGENCY_REASON = "urgency_reason"
    TOGETHER = "together"
    WHY_APART = "why_apart"
    GUARDIAN_TOLD = "guardian_told"
    GUARDIAN_TOLD_ON = "guardian_told_on"


class TaskKind(StrEnum):
    """Duties that a request leaves to the receiving service (OHL 16 § 2-3, 18 § 2)."""

    TELL_STUDENT = "tell_student"
    """Tell of the contact and offer a talk about its reasons, within the talk's time limit."""
    TELL_GUARDIAN = "tell_guardian"
    ASSESS_PROHIBITION = "assess_prohibition"
    """A social or health professional assesses the minor's wish to leave the guardian out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFacts:
    """What is known of a request when it is sent: whether things are said, never what they say."""

    sender: SenderKind
    student_is_minor: bool
    has_student: bool = True
    has_service: bool = True
    has_reason: bool = False
    urgency: Urgency | None = None
    has_urgency_reason: bool = False
    together: bool | None = None  # with the student (OHL 16 § 1)
    has_why_apart: bool = False
    student_told_on: date | None = None
    guardian_told: GuardianTold | None = None
    guardian_told_on: date | None = None
    prohibition_stands: bool = False  # assessed and in force already: rules/prohibition.py


@dataclass(frozen=True, slots=True)
class OpenedTask:
    """A duty, done already if the sender has seen to it: the record of it stays all the same."""

    kind: TaskKind
    done_on: date | None = None


def what_is_missing(facts: RequestFacts) -> tuple[RequestLack, ...]:
    """Everything still to be answered before sending, in the order of the form (rule 1)."""
    told, urgent = facts.guardian_told, facts.urgency is Urgency.URGENT
    asked = [(RequestLack.STUDENT, facts.has_student), (RequestLack.SERVICE, facts.has_service)]
    if facts.sender is not SenderKind.STUDENT:
        asked += [
            (RequestLack.URGENCY, facts.urgency is not None),
            (RequestLack.URGENCY_REASON, facts.has_urgency_reason or not urgent),
            (RequestLack.REASON, facts.has_reason),
        ]
    if facts.sender is SenderKind.STAFF:
        asked += [
            (RequestLack.TOGETHER, facts.together is not None),
            (RequestLack.WHY_APART, facts.has_why_apart or facts.together is not False),
        ]
    if facts.sender is SenderKind.STAFF and facts.student_is_minor:
        asked += [
            (RequestLack.GUARDIAN_TOLD, told is not None),
            (RequestLack.GUARDIAN_TOLD_ON, facts.guardian_told_on is not None or told is not GuardianTold.TOLD),
        ]
    return tuple(lack for lack, is_answered in asked if not is_answered)


def tasks_opened_by(facts: RequestFacts) -> tuple[OpenedTask, ...]:
    """The duties that sending opens (rules 1 and 2).

    * The student is told of every contact made apart from him or her: of staff the act orders it (16 § 2), of a
      guardian's or another's request it follows from the talk to be offered (15 § 2).
    * The guardian of a minor is told of a contact by staff (16 § 3), but never of the student's own (18 § 3).
    * If the minor wants the guardian left out, the wish is assessed first; tasks_after_assessment tells what then.
    """
    tasks: list[OpenedTask] = []
    if facts.sender is not SenderKind.STUDENT and not facts.together:
        tasks.append(OpenedTask(TaskKind.TELL_STUDENT, facts.student_told_on))
    if facts.student_is_minor and not facts.prohibition_stands:
        if facts.guardian_told is GuardianTold.STUDENT_FORBIDS:
            tasks.append(OpenedTask(TaskKind.ASSESS_PROHIBITION))
        elif facts.sender is SenderKind.STAFF:
            tasks.append(OpenedTask(TaskKind.TELL_GUARDIAN, facts.guardian_told_on))
    return tuple(tasks)


def tasks_after_assessment(sender: SenderKind, *, prohibition_stands: bool) -> tuple[OpenedTask, ...]:
    """The duty that wakes when a wish to leave the guardian out was not found to hold (OHL 16 § 3, 18 § 2)."""
    if prohibition_stands or sender is not SenderKind.STAFF:
        return ()
    return (OpenedTask(TaskKind.TELL_GUARDIAN),)
