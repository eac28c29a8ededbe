"""Consents and other expressions of will (tahdonilmaisu, viljeyttring): what each must hold (OHL 14-23 §; IND §6).

Expressions are never changed: a refusal and a withdrawal are expressions of their own. What they amount to together on
a given day is told by rules/answers.py (one giver), rules/standing.py (all who decide) and rules/prohibition.py.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from welfare.rules.citations import Citation, Statute
from welfare.rules.ids import CaseId, ConsentId, PersonId, StudentId

TIME_ZONE_SLACK = timedelta(days=1)
"""Moments are kept in universal time, which may still show yesterday when a family signs after midnight."""


class ConsentKind(StrEnum):
    """Separate decisions, never one tick-box."""

    GROUP_HANDLING = "group_handling"  # the matter is handled in the expert group
    GROUP_MEMBER = "group_member"  # one named expert
    OUTSIDER_PARTICIPATION = "outsider_participation"  # a partner or relative takes part
    DISCLOSURE = "disclosure"  # data to someone who does not take part
    TRANSFER = "transfer"  # welfare data to a new provider
    MINOR_PROHIBITION = "minor_prohibition"  # a guardian is shut out

    @property
    def law(self) -> Citation:
        """The section that asks for it."""
        return LAW_OF_KINDS[self]


LAW_OF_KINDS = MappingProxyType(
    {
        ConsentKind.GROUP_HANDLING: Citation(Statute.OHL, "19", 1),
        ConsentKind.GROUP_MEMBER: Citation(Statute.OHL, "14", 4),
        ConsentKind.OUTSIDER_PARTICIPATION: Citation(Statute.OHL, "19", 2),
        ConsentKind.DISCLOSURE: Citation(Statute.OHL, "22", 2),
        ConsentKind.TRANSFER: Citation(Statute.OHL, "23", 3),
        ConsentKind.MINOR_PROHIBITION: Citation(Statute.OHL, "18", 2),
    }
)

NAMES_SOMEONE = frozenset(ConsentKind) - {ConsentKind.GROUP_HANDLING}
SPECIFIC_AND_WRITTEN = frozenset({ConsentKind.OUTSIDER_PARTICIPATION, ConsentKind.DISCLOSURE, ConsentKind.TRANSFER})
"""The act says so of the first two (OHL 19 § 2, 22 § 2); of a transfer it is our policy (23 § 3 fixes no form)."""


class Answer(StrEnum):
    """What the giver said."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class GiverCapacity(StrEnum):
    """In what capacity it was said."""

    SELF = "self"
    GUARDIAN = "guardian"
    REPRESENTATIVE = "representative"


class Way(StrEnum):
    """How it was said."""

    PAPER = "paper"
    SIGNED_ESERVICE = "signed_eservice"
    ORAL_IN_MEETING = "oral_in_meeting"


class WillLack(StrEnum):
    """What an expression of will still lacks."""

    PERSON = "person"  # the one named
    GIVER = "giver"  # capacity and giver contradict each other, or another than the minor prohibits
    ABILITY_FINDING = "ability_finding"  # that the student cannot judge the meaning: rule 11
    WRITTEN = "written"
    SCOPE = "scope"  # which data, for what
    INFORMATION = "information"  # version and language of the text the giver was told by
    VALIDITY = "validity"  # ends before it begins, or begins before it was given
    DATE = "date"  # given after it was recorded


INVALIDATING = frozenset({WillLack.PERSON, WillLack.GIVER, WillLack.ABILITY_FINDING, WillLack.WRITTEN, WillLack.SCOPE})
"""Lacking one of these a yes is no consent, even if it got stored; the others are only asked when recording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpressionOfWill:
    """One person's one answer (IND §6.2), as facts: whether things were said, never the words."""

    id: ConsentId
    kind: ConsentKind
    answer: Answer
    student_id: StudentId
    case_id: CaseId | None = None
    giver_id: PersonId
    capacity: GiverCapacity
    person_id: UUID | None = None  # the member, outsider, recipient, new provider or shut-out guardian
    way: Way
    given_on: date
    valid_from: date
    valid_to: date | None = None  # last day; None = until the matter closes
    recorded_at: datetime
    has_ability_finding: bool = False
    has_scope: bool = False
    has_information: bool = False


def what_is_missing(will: ExpressionOfWill) -> tuple[WillLack, ...]:
    """What must be completed before recording; a refusal or withdrawal is asked for little (rules 9-11, 24, 26)."""
    is_own = will.capacity is GiverCapacity.SELF
    own_will_only = will.kind is ConsentKind.MINOR_PROHIBITION
    lacks = {
        WillLack.PERSON: will.kind in NAMES_SOMEONE and will.person_id is None,
        WillLack.GIVER: is_own != (will.giver_id == will.student_id) or (own_will_only and not is_own),
        WillLack.DATE: will.given_on > will.recorded_at.date() + TIME_ZONE_SLACK,
    }
    if will.answer is Answer.GIVEN:
        specific = will.kind in SPECIFIC_AND_WRITTEN
        lacks |= {
            WillLack.ABILITY_FINDING: not is_own and not will.has_ability_finding,
            WillLack.WRITTEN: specific and will.way is Way.ORAL_IN_MEETING,
            WillLack.SCOPE: specific and not will.has_scope,
            WillLack.INFORMATION: not own_will_only and not will.has_information,
            WillLack.VALIDITY: will.valid_from < will.given_on or (will.valid_to or will.valid_from) < will.valid_from,
        }
    return tuple(lack for lack, is_lacking in lacks.items() if is_lacking)
