"""One request as its service sees it: what was asked, the clock, the talks, the duties, and what has been done."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask_babel import gettext as _

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.gap import Gap, GapDocument
from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.pages import PersonName, names_of
from welfare.requests.actions.own import added_at, added_words
from welfare.requests.models import ContactRequest
from welfare.requests.pages.clock import due_view, is_provisional
from welfare.requests.pages.parts import (
    Duty,
    Guardian,
    StepLine,
    TalkLine,
    duties_of,
    guardian_lines,
    step_lines,
    talk_lines,
)
from welfare.requests.pages.queue import class_label
from welfare.requests.pages.safety import SafetyView, opened_safety, safety_view
from welfare.requests.queries.rows import RequestRow, request_rows
from welfare.requests.words import GUARDIAN_TOLD, OUTCOMES, RECEIVERS, SENDERS, SUBJECTS
from welfare.rules.actors import Role
from welfare.rules.outcomes import Outcome, outcomes_open_to
from welfare.rules.permissions import Permission, decide
from welfare.rules.requests import RequestState, SenderKind
from welfare.rules.sending import GuardianTold
from welfare.rules.subjects import Subject
from welfare.ui.due import Due
from welfare.ui.formats import date_text, moment_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class Fact:
    """One answer of the sender."""

    term: str
    value: str


@dataclass(frozen=True, slots=True)
class Voice:
    """The pupil's own words, and what they answer."""

    text: str
    by: str


@dataclass(frozen=True, slots=True)
class RequestPage:
    """The page of one request."""

    id: UUID
    revision: int
    receipt: str
    student_id: UUID
    student: PersonName
    class_label: str
    service: str
    why: str
    due: Due
    is_provisional: bool
    is_urgent: bool
    state: RequestState
    outcome: str
    handler: str
    is_mine: bool
    may_claim: bool
    may_handle: bool
    may_close: bool
    leads_to: Outcome | None
    """How it ended, for whoever goes on with the pupil after it."""
    facts: Sequence[Fact]
    safety: SafetyView | None
    voices: Sequence[Voice]
    is_taken_back: bool
    talks: Sequence[TalkLine]
    duties: Sequence[Duty]
    steps: Sequence[StepLine]
    guardians: Sequence[Guardian]

    @classmethod
    def of(cls, work: UnitOfWork, request: ContactRequest) -> "RequestPage":
        """Read and open one request."""
        row = request_rows(work.session, [request.id], work.facts.on)[0]
        document = work.decrypt_document(request, ContactRequest.document)
        names = names_of(work, [row.student, *([row.handler] if row.handler else [])])
        may_handle = decide(work.actor, Permission.REQUEST_HANDLE, work.facts).is_granted
        is_mine = request.handler_account_id == work.actor.account_id
        return cls(
            id=request.id,
            revision=request.revision,
            receipt=request.receipt,
            student_id=request.student_id,
            student=names[row.student.id],
            class_label=class_label(row),
            service=str(RECEIVERS[request.service]),
            why=why(work, row),
            due=due_view(request, row.calendar, work.facts.on),
            is_provisional=is_provisional(request, row.calendar),
            is_urgent=request.is_urgent,
            state=request.state,
            outcome=str(OUTCOMES[request.outcome]) if request.outcome else "",
            handler=names[row.handler.id].full if row.handler else "",
            is_mine=is_mine,
            may_claim=not is_mine and decide(work.actor, Permission.REQUEST_CLAIM, work.facts).is_granted,
            may_handle=may_handle,
            may_close=may_handle and _may_end(request),
            leads_to=request.outcome if may_handle else None,
            facts=list(facts_of(request, document)),
            safety=safety_view(document),
            voices=voices_of(request, document),
            is_taken_back=request.taken_back_at is not None,
            talks=talk_lines(work, request, row.talks),
            duties=duties_of(work, request),
            steps=step_lines(work, request),
            guardians=guardian_lines(work, row.student, opened_safety(document)) if may_handle else (),
        )

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done with it."""
        return self.state is not RequestState.CLOSED

    @property
    def may_offer(self) -> bool:
        """Whether a talk can be offered or written down now."""
        return self.may_handle and self.state in {RequestState.CLAIMED, RequestState.TALK_OFFERED}

    @property
    def may_release(self) -> bool:
        """Whether it can go back to a queue."""
        return self.may_handle and self.is_open

    @property
    def open_duties(self) -> Sequence[Duty]:
        """What is still to be done."""
        return [duty for duty in self.duties if not duty.is_done]


def why(work: UnitOfWork, row: RequestRow) -> str:
    """Why the reader may see it, in words made of the clauses that granted it."""
    school = row.school.name(current_locale())
    if "gives_the_service" not in work.grant.grounds:
        return _("you have claimed it.")
    roles = [post.role for post in work.actor.posts if post.role in work.facts.service_roles]
    return _("you are %(role)s at %(school)s, and it came to your service.", role=_words_of(roles), school=school)


def facts_of(request: ContactRequest, document: Mapping[str, Any]) -> Iterable[Fact]:
    """The sender's answers, those that were given, in the order of the form."""
    for term, value in _answers(request, document):
        if value or isinstance(value, Gap):
            yield Fact(term, value)


def voices_of(request: ContactRequest, document: Mapping[str, Any]) -> list[Voice]:
    """The pupil's own words: what he or she asks, and wishes."""
    asked = document.get("description", "") if request.sender_kind is SenderKind.STUDENT else ""
    said = [Voice(asked, _("The pupil's own request")), Voice(document.get("wish", ""), _("The pupil's wish"))]
    return [voice for voice in said if voice.text or isinstance(voice.text, Gap)] + _added(document)


def _added(document: Mapping[str, Any]) -> list[Voice]:
    """What whoever asked has said since."""
    if isinstance(document, GapDocument):
        return []
    return [
        Voice(each["text"], _("Added %(moment)s", moment=moment_text(added_at(each)))) for each in added_words(document)
    ]


def _may_end(request: ContactRequest) -> bool:
    is_taken_back = request.taken_back_at is not None
    return bool(outcomes_open_to(request.sender_kind, request.state, is_taken_back=is_taken_back))


def _answers(request: ContactRequest, document: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    yield _("Who asks"), _sender(request, document)
    yield _("Subject"), _subject(document.get("subject"))
    if request.sender_kind is not SenderKind.STUDENT:
        yield _("What it is about"), document.get("description", "")
    yield _("Why urgent"), document.get("urgency_reason", "")
    yield _("Together with the pupil"), _together(document)
    yield _("Pupil told"), _day(document.get("student_told_on"))
    yield _("Guardian told before sending"), _guardian(document)
    yield _("Earlier support"), document.get("earlier_support", "")
    if safety_view(document) is None:
        yield _("Best time and way"), document.get("contact_way", "")


def _sender(request: ContactRequest, document: Mapping[str, Any]) -> str:
    name, code = document.get("sender_name", ""), document.get("sender_role", "")
    if isinstance(name, Gap):
        return name
    role = str(ROLE_WORDS[Role(code)]) if code in set(Role) else ""
    return f"{name}, {role.lower()}" if name and role else str(SENDERS[request.sender_kind])


def _subject(code: str | None) -> str:
    if isinstance(code, Gap):
        return code
    return str(SUBJECTS[Subject(code)]) if code in set(SUBJECTS) else ""


def _together(document: Mapping[str, Any]) -> str:
    together, reason = document.get("together"), document.get("together_reason", "")
    if isinstance(together, Gap) or isinstance(reason, Gap):
        return Gap()
    if together is None:
        return ""
    return _("Yes") if together else _("No. %(reason)s", reason=reason)


def _guardian(document: Mapping[str, Any]) -> str:
    code, reason = document.get("guardian_told", ""), document.get("guardian_reason", "")
    if isinstance(code, Gap) or isinstance(reason, Gap):
        return Gap()
    if not code:
        return ""
    words = str(GUARDIAN_TOLD[GuardianTold(code)])
    told_on = _day(document.get("guardian_told_on"))
    return f"{words}{', ' + told_on if told_on else ''}{'. ' + reason if reason else ''}"


def _day(text: str | None) -> str:
    if isinstance(text, Gap):
        return text
    return date_text(date.fromisoformat(text)) if text else ""


def _words_of(roles: Iterable[Role]) -> str:
    return ", ".join(dict.fromkeys(str(ROLE_WORDS[role]).lower() for role in roles))
