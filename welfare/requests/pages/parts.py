"""The parts of a request's page: talks, duties, guardians, and what has been done by whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import Column, UnitOfWork
from welfare.people.models import Person
from welfare.people.pages import names_of
from welfare.people.queries import guardians_of, is_minor
from welfare.requests.models import ContactRequest, InformTask, OfRequest, RequestStep, Talk
from welfare.requests.queries.own import guardians_shut_out
from welfare.requests.queries.parts import steps_of, tasks_of
from welfare.requests.queries.rows import people_of_accounts
from welfare.requests.words import ANSWER_TONES, ANSWERS, DUTIES, OUTCOMES, SERVICES, STEPS, URGENCIES, WAYS
from welfare.rules.outcomes import Outcome
from welfare.rules.queues import StepKind
from welfare.rules.requests import Service, Urgency
from welfare.rules.safe_contact import SafeContact
from welfare.rules.sending import TaskKind
from welfare.rules.talks import ANSWERS as FOLLOWING


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One offered talk."""

    id: UUID
    at: datetime
    way: str
    offered_at: datetime
    was_offered: bool
    """False for a talk that was held first and written down afterwards."""
    answer: str
    tone: str
    note: str
    may_be_answered: bool


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing the act makes the service do."""

    id: UUID
    title: str
    is_assessment: bool
    due_on: date | None
    done_on: date | None
    note: str

    @property
    def is_done(self) -> bool:
        """Whether it has been seen to."""
        return self.done_on is not None


@dataclass(frozen=True, slots=True)
class StepLine:
    """One thing that was done."""

    title: str
    at: datetime
    by: str
    to: str
    reason: str
    is_elsewhere: bool
    """Its reason lies in the register of another service."""


@dataclass(frozen=True, slots=True)
class Guardian:
    """Whom to tell, and how to reach; nothing of where the family lives."""

    name: str
    phone: str
    email: str
    is_protected: bool
    is_shut_out: bool
    is_unsafe: bool = False
    """The one who asked has said that nothing may go home."""

    @property
    def dial(self) -> str:
        """The number as a telephone dials it."""
        return "".join(sign for sign in self.phone if sign in "+0123456789")


def talk_lines(work: UnitOfWork, request: ContactRequest, talks: Sequence[Talk]) -> list[TalkLine]:
    """The talks by time; a note only in the register that wrote it."""
    return [
        TalkLine(
            id=talk.id,
            at=talk.offered_for,
            way=str(WAYS[talk.way]),
            offered_at=talk.offered_at,
            was_offered=talk.offered_at <= talk.offered_for,
            answer=str(ANSWERS[talk.answer]) if talk.answer else _("No answer yet"),
            tone=ANSWER_TONES[talk.answer] if talk.answer else "",
            note=_own_words(work, request, talk, Talk.note),
            may_be_answered=bool(FOLLOWING[talk.answer]) and request.closed_at is None,
        )
        for talk in talks
    ]


def duties_of(work: UnitOfWork, request: ContactRequest) -> list[Duty]:
    """The duties, open ones first."""
    return [
        Duty(
            id=task.id,
            title=str(DUTIES[task.kind]),
            is_assessment=task.kind is TaskKind.ASSESS_PROHIBITION,
            due_on=task.due_on,
            done_on=task.done_on,
            note=_own_words(work, request, task, InformTask.note),
        )
        for task in tasks_of(work.session, request.id)
    ]


def step_lines(work: UnitOfWork, request: ContactRequest) -> list[StepLine]:
    """What was done, the first first, with names."""
    steps = steps_of(work.session, request.id)
    accounts = people_of_accounts(work.session, (id for step in steps for id in (step.by, step.to_account_id)))
    names = names_of(work, accounts.values())
    by_account = {id: names[person.id].full for id, person in accounts.items()}
    return [
        StepLine(
            title=_title(step),
            at=step.at,
            by=by_account.get(step.by, ""),
            to=by_account.get(step.to_account_id, "") if step.to_account_id else "",
            reason=_own_words(work, request, step, RequestStep.reason),
            is_elsewhere=step.reason is not None and step.register != request.register,
        )
        for step in steps
    ]


def guardian_lines(work: UnitOfWork, student: Person, safe: SafeContact) -> list[Guardian]:
    """The guardians of a minor, with contacts unless non-disclosure hides them (661/2009 36 §; rule 32).

    Where nothing may go home, there is no number to call either.
    """
    if not is_minor(student, work.facts.on):
        return []
    found = guardians_of(work.session, student.id, work.facts.on)
    shut = guardians_shut_out(work, student.id)
    names = names_of(work, (person for person, _custody in found))
    is_unsafe = not safe.may_reach_home
    hidden = student.is_restricted or is_unsafe
    lines = (
        _guardian(work, person, names[person.id].full, is_hidden=hidden, is_shut_out=person.id in shut)
        for person, _custody in found
    )
    return [replace(line, is_unsafe=is_unsafe) for line in lines]


def _guardian(work: UnitOfWork, person: Person, name: str, *, is_hidden: bool, is_shut_out: bool) -> Guardian:
    is_protected = is_hidden or person.is_restricted
    is_shown = not is_protected and not is_shut_out and person.contact is not None
    contact: Mapping[str, str] = work.decrypt_document(person, Person.contact) if is_shown else {}
    return Guardian(name, contact.get("phone") or "", contact.get("email") or "", is_protected, is_shut_out)


def _own_words(work: UnitOfWork, request: ContactRequest, row: OfRequest, attribute: Column) -> str:
    """The words of a row, unless they lie in the register of a service that had the request before (rule 22)."""
    return work.decrypt(row, attribute) if row.register == request.register else ""


def _title(step: RequestStep) -> str:
    words = str(STEPS[step.kind])
    became = _became(step)
    return f"{words}: {became}" if became else words


def _became(step: RequestStep) -> str:
    if step.kind is StepKind.HANDED_TO_SERVICE:
        return str(SERVICES[Service(step.code.rpartition(">")[2])])
    if step.kind is StepKind.URGENCY_CHANGED:
        return str(URGENCIES[Urgency(step.code)])
    return str(OUTCOMES[Outcome(step.code)]) if step.kind is StepKind.CLOSED else ""


def first_words(names: Iterable[str], most: int = 3) -> str:
    """A few names and how many more there are."""
    found = list(names)
    shown = ", ".join(found[:most])
    return shown if len(found) <= most else _("%(names)s and %(number)s more", names=shown, number=len(found) - most)
