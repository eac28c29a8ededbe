"""How a request for support may end, and what must have happened before (OHL 15-16 §; IND §12 rule 6).

The act gives a talk to the student, not to the one who made contact. Hence three cases:

* the student asked: the right is absolute (15 § 1), so the request ends after a talk, or when a talk was offered and
  the student would not have it;
* staff made contact: 15 § 2 does not excuse it, and 16 § 2 orders a talk to be offered, so the same holds;
* a guardian or another person made contact: the talk may be left out if the person only needed advice, or if it is
  clearly unnecessary (15 § 2), and the one or the other is recorded.

Before the talk, sending a request to the right service is no ending: it is handed over and its clock runs on
(requests.TRANSITIONS).
"""

from enum import StrEnum

from welfare.rules.requests import RequestState, SenderKind


class Outcome(StrEnum):
    """Coded reason for closing a request."""

    ADVICE_ONLY = "advice_only"
    """Advice was enough; no client relationship began (IND §2.4)."""
    SERVICE_CONTINUES = "service_continues"
    GROUP_PROPOSED = "group_proposed"
    """A multidisciplinary expert group is proposed (OHL 14 § 4)."""
    REDIRECTED = "redirected"
    """Guided to another service, or to help outside student welfare."""
    CLEARLY_UNNECESSARY = "clearly_unnecessary"
    TALK_DECLINED = "talk_declined"
    """A talk was offered, with the dates kept as evidence, and the student would not have it."""
    TAKEN_BACK = "taken_back"
    """The student has taken the own request back, and the professional has seen that all is well."""


ENTITLED_TO_OFFER = frozenset({SenderKind.STUDENT, SenderKind.STAFF})
AFTER_TALK = frozenset({Outcome.ADVICE_ONLY, Outcome.SERVICE_CONTINUES, Outcome.GROUP_PROPOSED, Outcome.REDIRECTED})
AFTER_OFFER = frozenset({Outcome.TALK_DECLINED})
WITHOUT_TALK = frozenset({Outcome.ADVICE_ONLY, Outcome.CLEARLY_UNNECESSARY})
"""Only where a guardian or another person made contact (OHL 15 § 2)."""


class OutcomeError(ValueError):
    """The request may not end in this way now."""


def outcomes_open_to(sender: SenderKind, state: RequestState, *, is_taken_back: bool = False) -> frozenset[Outcome]:
    """The outcomes by which such a sender's request may be closed in a state; empty while it cannot be closed.

    The talk is the student's right (15 § 1), so the student alone may give it up.
    """
    excused = frozenset[Outcome]() if sender in ENTITLED_TO_OFFER else WITHOUT_TALK
    if is_taken_back:
        excused |= {Outcome.TAKEN_BACK}
    by_state = {
        RequestState.TALK_HELD: AFTER_TALK,
        RequestState.TALK_OFFERED: AFTER_OFFER | excused,
        RequestState.CLAIMED: excused,
    }
    return by_state.get(state, frozenset())


def check_outcome(outcome: Outcome, sender: SenderKind, state: RequestState, *, is_taken_back: bool = False) -> None:
    """Refuse an ending the act does not allow (OHL 15-16 §; rule 6). Raises OutcomeError."""
    if outcome not in outcomes_open_to(sender, state, is_taken_back=is_taken_back):
        message = f"{outcome} for a request by {sender} in state {state}"
        raise OutcomeError(message)
