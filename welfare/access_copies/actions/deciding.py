"""Deciding on a copy, handing it over, and the end."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from welfare.access_copies.actions.steps import check_step
from welfare.access_copies.models import AccessCopy
from welfare.access_copies.queries import count_parts, is_older
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.asked import IdentityWay, SentBy
from welfare.datarights.queries import may_be_told
from welfare.datarights.steps import IdentityNotSureError, NoRightError, TakenError
from welfare.rules.access_copies import CopyLimit, CopyOutcome, CopyState, open_until, outcome_of
from welfare.rules.registers import Register

Bound = dict[str, Any]


class NotLookedAtError(ValueError):
    """Some part has not been looked at; nothing goes before that."""


class OlderError(ValueError):
    """Records have come or changed since the parts were gathered."""


class GroundsMissingError(ValueError):
    """What is left out asks for grounds in words (GDPR 12(4))."""


def check_ready(work: UnitOfWork, copy: AccessCopy) -> None:
    """See that the copy may be put together. Raises TakenError, NoRightError, NotLookedAtError, OlderError."""
    check_step(work, copy, CopyState.DECIDED)
    if copy.state is not CopyState.REVIEW:
        raise TakenError
    if copy.identity_way is IdentityWay.NOT_SURE:
        raise IdentityNotSureError
    if not may_be_told(work.session, copy, work.facts):
        raise NoRightError
    if is_older(work.session, copy, work.facts.on):
        raise OlderError
    parts, looked_at = count_parts(work.session, copy)
    if looked_at < parts:
        raise NotLookedAtError


def give(work: UnitOfWork, copy: AccessCopy, bound: Bound, left_out: Sequence[tuple[str, str]], grounds: str) -> None:
    """Decide to give it as it was put together. To be called after `check_ready`. Raises GroundsMissingError.

    What is ``left_out`` stands in the decision, which is kept when the copy is destroyed.
    """
    if left_out and not grounds:
        raise GroundsMissingError
    work.encrypt_document(copy, AccessCopy.copy, bound)
    said = {"words": grounds, "left_out": [list(line) for line in left_out]} if left_out else {}
    _decide(work, copy, outcome_of(is_anything_left_out=bool(left_out)), said)


def refuse(work: UnitOfWork, copy: AccessCopy, why: CopyLimit, grounds: str) -> None:
    """Decide not to give anything, in writing and with grounds (GDPR 12(4), TSL 34 § 3). Raises TakenError.

    What was to be given is refused only where the right was lost before it went.
    """
    check_step(work, copy, CopyState.DECIDED)
    if copy.state is CopyState.DECIDED:
        is_lost = copy.outcome is not CopyOutcome.REFUSED and not may_be_told(work.session, copy, work.facts)
        if not is_lost:
            raise TakenError
    copy.refused_why, copy.copy = why, None
    _decide(work, copy, CopyOutcome.REFUSED, {"words": grounds})


def hand_over(work: UnitOfWork, copy: AccessCopy, on: date, by: SentBy) -> None:
    """Keep that it went, when and how; the right is asked for again. Raises TakenError, NoRightError."""
    check_step(work, copy, CopyState.SENT)
    if copy.outcome is not CopyOutcome.REFUSED and not may_be_told(work.session, copy, work.facts):
        raise NoRightError
    copy.state, copy.sent_on, copy.sent_by = CopyState.SENT, on, by
    if by is SentBy.OWN_PAGE and copy.outcome is not CopyOutcome.REFUSED:
        copy.open_until = open_until(on)
    work.session.flush()
    work.note(copy.controller_id, Register.AUDIT, *copy.about(), sent_by=by.value)


def fetch(work: UnitOfWork, copy: AccessCopy) -> None:
    """Keep that it was fetched on the own page. Raises NoRightError."""
    if not may_be_told(work.session, copy, work.facts):
        raise NoRightError
    copy.fetched_at = work.now
    work.session.flush()


def close(work: UnitOfWork, copy: AccessCopy) -> None:
    """Nothing more is to be done: what was put together is destroyed, the decision stays. Raises TakenError."""
    check_step(work, copy, CopyState.CLOSED)
    copy.state, copy.closed_at, copy.copy, copy.open_until = CopyState.CLOSED, work.now, None, None
    work.session.flush()


def _decide(work: UnitOfWork, copy: AccessCopy, outcome: CopyOutcome, said: dict[str, Any]) -> None:
    copy.state, copy.outcome = CopyState.DECIDED, outcome
    copy.decided_at, copy.decided_by = work.now, work.actor.account_id
    copy.decision = None
    if said:
        work.encrypt_document(copy, AccessCopy.decision, said)
    work.session.flush()
