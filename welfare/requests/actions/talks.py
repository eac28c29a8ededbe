"""Talks: offered, answered, held. Their days are the evidence that the limit was kept (OHL 15 § 1)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.requests.actions.steps import RequestMovedOnError, doer, place_in_queue
from welfare.requests.models import ContactRequest, Talk
from welfare.rules.requests import RequestState, check_transition
from welfare.rules.talks import TalkAnswer, TalkWay, check_answer


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkAt:
    """When and how people talk, and a note for the service alone."""

    at: datetime
    way: TalkWay
    note: str = ""


class TalkLiesAheadError(ValueError):
    """A talk cannot have been held at a time that has not come."""


def offer_talk(work: UnitOfWork, request: ContactRequest, command: TalkAt) -> Talk:
    """Offer a talk. Raises RequestMovedOnError when no talk can be offered any more."""
    if request.state not in {RequestState.CLAIMED, RequestState.TALK_OFFERED}:
        raise RequestMovedOnError
    request.state = RequestState.TALK_OFFERED
    return _keep(work, request, _new_talk(work, request, command))


def hold_talk(work: UnitOfWork, request: ContactRequest, command: TalkAt) -> Talk:
    """Write down a talk held without an offer: the student stood at the door. Raises TalkLiesAheadError."""
    talk = _new_talk(work, request, command)
    talk.answer, talk.answered_at = TalkAnswer.HELD, work.now
    _end_the_clock(work, request, talk)
    return _keep(work, request, talk)


def answer_talk(work: UnitOfWork, request: ContactRequest, talk: Talk, answer: TalkAnswer, note: str = "") -> None:
    """Write down what became of an offer. Raises AnswerError, TalkLiesAheadError, TransitionError."""
    check_answer(talk.answer, answer)
    if answer is TalkAnswer.HELD:
        _end_the_clock(work, request, talk)
    talk.answer, talk.answered_at = answer, work.now
    if note:
        work.encrypt(talk, Talk.note, note)
    _keep(work, request, talk)


def _end_the_clock(work: UnitOfWork, request: ContactRequest, talk: Talk) -> None:
    """Raises before anything is changed, for a refused form is drawn again in the same unit of work."""
    if talk.offered_for > work.now:
        raise TalkLiesAheadError
    if request.state is not RequestState.TALK_HELD:
        check_transition(request.state, RequestState.TALK_HELD)
        request.state = RequestState.TALK_HELD
    day = talk.offered_for.astimezone(HOME_ZONE).date()
    request.talk_held_on = min(day, request.talk_held_on or day)
    place_in_queue(request)


def _new_talk(work: UnitOfWork, request: ContactRequest, command: TalkAt) -> Talk:
    talk = Talk(
        id=uuid4(),
        request_id=request.id,
        student_id=request.student_id,
        controller_id=request.controller_id,
        register=request.register,
        offered_at=work.now,
        offered_for=command.at,
        way=command.way,
        recorded_by=doer(work),
    )
    if command.note:
        work.encrypt(talk, Talk.note, command.note)
    return talk


def _keep(work: UnitOfWork, request: ContactRequest, talk: Talk) -> Talk:
    work.session.add_all([request, talk])
    work.session.flush()
    answer = talk.answer.value if talk.answer else "offered"
    work.note(request.controller_id, request.register, talk=answer)
    return talk
