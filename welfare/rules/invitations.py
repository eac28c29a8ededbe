"""Who may be invited to an item of a meeting, and on what ground (OHL 14 § 4, 18 §, 19 § 2-3; IND §3; rules 9-13)."""

from dataclasses import dataclass
from enum import StrEnum

from welfare.rules.answers import ConsentStatus
from welfare.rules.cases import Part, consent_needed
from welfare.rules.standing import Standing


class Invitability(StrEnum):
    """How somebody stands to a meeting's day. Only the first two may be invited."""

    VALID = "valid"
    NO_CONSENT_NEEDED = "no_consent_needed"  # the student, and a minor's guardian
    EXPIRES_BEFORE = "expires_before"
    MISSING = "missing"
    REFUSED = "refused"
    SHUT_OUT = "shut_out"  # the minor's prohibition: rule 12


INVITABLE = frozenset({Invitability.VALID, Invitability.NO_CONSENT_NEEDED})


class NotInvited(StrEnum):
    """Why the student or a guardian is not invited to the own item; the words beside it are sealed."""

    OWN_WISH = "own_wish"
    HEARD_OTHERWISE = "heard_otherwise"
    AGE_OR_DEVELOPMENT = "age_or_development"
    UNREACHABLE = "unreachable"
    OTHER = "other"


class Reply(StrEnum):
    """What somebody answered to an invitation."""

    NONE = "none"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    PROPOSED = "proposed"  # another time


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteeFacts:
    """One who might attend an item, on the day of the meeting."""

    part: Part
    student_is_adult: bool
    today: Standing | None = None
    """How the consent that names this person stands now; None where none is needed."""
    then: Standing | None = None
    """How it stands on the meeting's day, if nothing more is said."""
    is_shut_out: bool = False


def invitability(facts: InviteeFacts) -> Invitability:
    """Whether the person may be invited, or what is in the way.

    A consent that holds today but ends before the meeting does not let in on that day: a new one is asked first.
    """
    if facts.part is Part.GUARDIAN and facts.is_shut_out:
        return Invitability.SHUT_OUT
    if consent_needed(facts.part, student_is_adult=facts.student_is_adult) is None:
        return Invitability.NO_CONSENT_NEEDED
    if facts.then is not None and facts.then.is_valid:
        return Invitability.VALID
    now = facts.today.status if facts.today else ConsentStatus.MISSING
    if now in {ConsentStatus.REFUSED, ConsentStatus.WITHDRAWN}:
        return Invitability.REFUSED
    ends_before = now in {ConsentStatus.VALID, ConsentStatus.EXPIRED}
    return Invitability.EXPIRES_BEFORE if ends_before else Invitability.MISSING


def must_say_why_not(part: Part, found: Invitability, *, is_invited: bool) -> bool:
    """Whether leaving somebody out asks for a reason.

    The student, and a guardian who is not shut out, are invited to their own item (OHL 18 § 1; rule 36).
    """
    own = part in {Part.STUDENT, Part.GUARDIAN}
    return own and not is_invited and found is Invitability.NO_CONSENT_NEEDED
