"""The matter of one student and its expert group: states, number, who takes part (OHL 14 § 4, 19 §; rules 8-10, 16)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from welfare.rules.consent import ConsentKind
from welfare.rules.standing import Standing


class CaseState(StrEnum):
    """Where the matter is."""

    PROPOSED = "proposed"
    OPEN = "open"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"


STEPS = MappingProxyType(
    {
        CaseState.PROPOSED: frozenset({CaseState.OPEN, CaseState.CLOSED}),
        CaseState.OPEN: frozenset({CaseState.FOLLOW_UP, CaseState.CLOSED}),
        CaseState.FOLLOW_UP: frozenset({CaseState.OPEN, CaseState.CLOSED}),
        CaseState.CLOSED: frozenset({CaseState.OPEN}),
    }
)
NEEDS_REASON = frozenset({(CaseState.CLOSED, CaseState.OPEN), (CaseState.PROPOSED, CaseState.CLOSED)})
"""Reopening says why; so does closing what was never opened: most often the consent was not given."""


NEEDS_EVALUATION = frozenset({(CaseState.OPEN, CaseState.CLOSED), (CaseState.FOLLOW_UP, CaseState.CLOSED)})
"""A matter that a group has worked on is closed with what was reached, and by whom that was judged (IND §9.2)."""


class Judge(StrEnum):
    """Who judged what was reached in a matter."""

    STUDENT = "student"
    GUARDIAN = "guardian"
    GROUP = "group"
    LEAD = "lead"  # the responsible person alone


class CaseStepError(ValueError):
    """The matter cannot go from its state to the one asked for, or the step lacks its reason."""


def check_step(now: CaseState, wanted: CaseState, *, has_reason: bool = False, has_evaluation: bool = False) -> None:
    """Refuse a step the matter's life does not know. Opening asks also what_blocks_opening. Raises CaseStepError."""
    lacks_reason = (now, wanted) in NEEDS_REASON and not has_reason
    lacks_evaluation = (now, wanted) in NEEDS_EVALUATION and not has_evaluation
    if wanted not in STEPS[now] or lacks_reason or lacks_evaluation:
        message = f"{now} to {wanted}"
        raise CaseStepError(message)


def must_say_why(wanted: CaseState, *, leaves_unfinished: bool) -> bool:
    """Whether closing asks for a reason, for it leaves minutes of the group unfinished.

    The responsible person shall record how the matter was handled (OHL 20 § 3-4), and after the closing nobody can:
    so the minutes are made final first. The act knows no closing of a matter and forbids none; where the consent has
    been taken back the group cannot finish them any more (19 § 1), and the matter must not stay open for it. Then it is
    kept for ever why the record lacks them.
    """
    return wanted is CaseState.CLOSED and leaves_unfinished


class Initiator(StrEnum):
    """On whose initiative the matter began (OHL 20 § 4 k. 2)."""

    STUDENT = "student"
    GUARDIAN = "guardian"
    STAFF = "staff"
    SERVICE = "service"
    OTHER = "other"


class Part(StrEnum):
    """In what capacity someone takes part."""

    STUDENT = "student"
    GUARDIAN = "guardian"
    EXPERT = "expert"
    PARTNER = "partner"
    RELATIVE = "relative"


def consent_needed(part: Part, *, student_is_adult: bool) -> ConsentKind | None:
    """Which consent, naming the person, lets someone take part; None for the student and a minor's guardian.

    An expert is a member by consent (OHL 14 § 4); a partner or relative by specific written consent (19 § 2), and a
    grown student's parent is a relative. Whether a guardian is shut out is rules/prohibition.py's to say.
    """
    if part is Part.EXPERT:
        return ConsentKind.GROUP_MEMBER
    if part in {Part.PARTNER, Part.RELATIVE} or (part is Part.GUARDIAN and student_is_adult):
        return ConsentKind.OUTSIDER_PARTICIPATION
    return None


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """One expert of the group on the day asked about."""

    person_id: UUID
    consent: Standing
    is_responsible: bool = False
    has_left: bool = False

    @property
    def is_active(self) -> bool:
        """A member now: has not left, and the consent naming this person holds (OHL 14 § 4; rules 9 and 15)."""
        return not self.has_left and self.consent.is_valid


class OpeningLack(StrEnum):
    """What keeps a matter from being opened or gone on with."""

    HANDLING_CONSENT = "handling_consent"
    MEMBER_CONSENT = "member_consent"
    RESPONSIBLE_PERSON = "responsible_person"
    ONE_RESPONSIBLE_PERSON = "one_responsible_person"


def what_blocks_opening(handling: Standing, members: Iterable[MemberFacts]) -> tuple[OpeningLack, ...]:
    """What a group still lacks for a meeting or a journal: the student's consent, and a lead (rules 8, 9 and 16).

    Exactly one responsible person, who is an active member (OHL 14 § 4), keeps the journal (20 § 3).
    """
    present = [member for member in members if not member.has_left]
    leads = [member for member in present if member.is_responsible]
    lacks = {
        OpeningLack.HANDLING_CONSENT: not handling.is_valid,
        OpeningLack.MEMBER_CONSENT: not all(member.is_active for member in present),
        OpeningLack.RESPONSIBLE_PERSON: not leads,
        OpeningLack.ONE_RESPONSIBLE_PERSON: len(leads) > 1,
    }
    return tuple(lack for lack, is_lacking in lacks.items() if is_lacking)
