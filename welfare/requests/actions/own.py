"""What whoever asked still does with the request: adding to it, coming to the talk, taking it back (OHL 15 § 1)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from welfare.audit.unit_of_work import UnitOfWork
from welfare.requests.actions.steps import RequestMovedOnError, Step, leave_step
from welfare.requests.actions.talks import answer_talk
from welfare.requests.models import ContactRequest, Talk
from welfare.rules.queues import StepKind
from welfare.rules.requests import RequestState
from welfare.rules.talks import TalkAnswer

MOST_ADDED = 20


class TooManyAddedError(ValueError):
    """So much has been added that the rest is better told in the talk."""


def add_words(work: UnitOfWork, request: ContactRequest, document: Mapping[str, Any], text: str) -> None:
    """Put more words into the sealed text. Raises RequestMovedOnError, TooManyAddedError.

    ``document`` is the request's own, opened by the page; what was written before is not changed.
    """
    _check_stands(request)
    added = added_words(document)
    if len(added) >= MOST_ADDED:
        raise TooManyAddedError
    more = [*added, {"at": work.now.isoformat(), "text": text}]
    work.encrypt_document(request, ContactRequest.document, {**document, "added": more})
    leave_step(work, request, Step(StepKind.ADDED_TO))


def take_back(work: UnitOfWork, request: ContactRequest) -> None:
    """Ask for no talk any more. It stays in the queue: a professional sees that all is well, and decides how it ends.

    Raises RequestMovedOnError.
    """
    _check_stands(request)
    if request.state is RequestState.TALK_HELD:
        raise RequestMovedOnError
    request.taken_back_at = work.now
    leave_step(work, request, Step(StepKind.TAKEN_BACK))


def come_to_talk(work: UnitOfWork, request: ContactRequest, talk: Talk) -> None:
    """Agree to the time offered. Raises RequestMovedOnError, AnswerError."""
    _check_stands(request)
    if talk.offered_for <= work.now:
        raise RequestMovedOnError
    answer_talk(work, request, talk, TalkAnswer.ACCEPTED)


def added_words(document: Mapping[str, Any]) -> Sequence[Mapping[str, str]]:
    """What has been added to an opened text, the first first."""
    return document.get("added") or ()


def added_at(addition: Mapping[str, str]) -> datetime:
    """When it was added."""
    return datetime.fromisoformat(addition["at"])


def _check_stands(request: ContactRequest) -> None:
    if request.closed_at is not None or request.taken_back_at is not None:
        raise RequestMovedOnError
