"""Request for support (yhteydenotto, kontakttagande): its words and its life (OHL 15-16 §; IND §2, §10.1)."""

from enum import StrEnum
from types import MappingProxyType

from welfare.rules.actors import CURATORS, Role
from welfare.rules.registers import Register


class Service(StrEnum):
    """Which welfare service is asked for. Who is unsure asks the curator, who directs further."""

    CURATOR = "curator"
    PSYCHOLOGIST = "psychologist"
    NURSE = "nurse"
    DOCTOR = "doctor"
    UNSURE = "unsure"


REGISTER_OF = MappingProxyType(
    {
        Service.CURATOR: Register.SOCIAL,
        Service.PSYCHOLOGIST: Register.PSYCHOLOGY,
        Service.NURSE: Register.HEALTH,
        Service.DOCTOR: Register.HEALTH,
        Service.UNSURE: Register.SOCIAL,
    }
)
"""A request belongs to the register of the service that receives it (ATL 37 §; OHL 20 § 2, 21 § 2)."""

ROLES_OF = MappingProxyType(
    {
        Service.CURATOR: CURATORS,
        Service.PSYCHOLOGIST: frozenset({Role.PSYCHOLOGIST}),
        Service.NURSE: frozenset({Role.NURSE}),
        Service.DOCTOR: frozenset({Role.DOCTOR}),
        Service.UNSURE: CURATORS,
    }
)
"""Whose queue it comes to."""

HAS_CLOCK = frozenset({Service.CURATOR, Service.PSYCHOLOGIST, Service.UNSURE})
"""The seven-day limit binds psychologist and curator; nurse and doctor have none (OHL 15 § 1, 17 §; rule 7)."""


class Urgency(StrEnum):
    """The sender's word at first; the receiving professional decides (IND §2.3)."""

    NORMAL = "normal"
    URGENT = "urgent"


class SenderKind(StrEnum):
    """On whose initiative: the act gives each a different duty or right (OHL 15 § 1-2, 16 § 1)."""

    STUDENT = "student"
    STAFF = "staff"
    GUARDIAN = "guardian"
    OTHER = "other"


class RequestState(StrEnum):
    """Where the receiving service is with the request."""

    RECEIVED = "received"
    CLAIMED = "claimed"
    TALK_OFFERED = "talk_offered"
    TALK_HELD = "talk_held"
    CLOSED = "closed"


TRANSITIONS = MappingProxyType(
    {
        RequestState.RECEIVED: frozenset({RequestState.CLAIMED}),
        RequestState.CLAIMED: frozenset(
            {RequestState.RECEIVED, RequestState.TALK_OFFERED, RequestState.TALK_HELD, RequestState.CLOSED}
        ),
        RequestState.TALK_OFFERED: frozenset({RequestState.RECEIVED, RequestState.TALK_HELD, RequestState.CLOSED}),
        RequestState.TALK_HELD: frozenset({RequestState.CLOSED}),
        RequestState.CLOSED: frozenset[RequestState](),
    }
)
"""Back to received = handed over, to a colleague's or another service's queue; the clock runs on from the first day.

A talk may be held without an offer having been recorded first: the student stood at the door.
"""


class TransitionError(ValueError):
    """The request cannot go from its state to the one asked for."""


def check_transition(now: RequestState, wanted: RequestState) -> None:
    """Refuse a step the request's life does not know. Raises TransitionError."""
    if wanted not in TRANSITIONS[now]:
        message = f"{now} to {wanted}"
        raise TransitionError(message)


class StatusWord(StrEnum):
    """All that the sender ever learns (product: receipt and status, never content)."""

    RECEIVED = "received"
    TALK_OFFERED = "talk_offered"
    TAKEN_BACK = "taken_back"
    HANDLED = "handled"


def status_word(state: RequestState, *, sender_is_shut_out: bool = False, is_taken_back: bool = False) -> StatusWord:
    """The sender's word for a state. A guardian shut out learns of no appointment (OHL 18 § 2; rule 13)."""
    if state is RequestState.CLOSED:
        return StatusWord.HANDLED
    if is_taken_back:
        return StatusWord.TAKEN_BACK
    if state in {RequestState.RECEIVED, RequestState.CLAIMED} or sender_is_shut_out:
        return StatusWord.RECEIVED
    return StatusWord.TALK_OFFERED
