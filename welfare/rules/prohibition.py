"""The minor's prohibition: for a weighty reason a minor may shut a guardian out (OHL 18 § 2; IND §3.7; rules 12, 13).

A social or health professional of student welfare assesses whether it is clearly against the minor's interest; until
then nobody tells the guardian, but the prohibition does not yet shut out. Once it stands, it ends only by the minor's
own word or by a new assessment. No date ends it, nor does saying it again: either would open everything unseen.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import takewhile
from uuid import UUID

from welfare.rules.actors import WELFARE_PROFESSIONALS, Role
from welfare.rules.consent import INVALIDATING, Answer, ConsentKind, ExpressionOfWill, what_is_missing


class ProhibitionStatus(StrEnum):
    """Where the prohibition against one guardian stands. Only STANDS shuts out."""

    NONE = "none"
    INCOMPLETE = "incomplete"
    AWAITS_ASSESSMENT = "awaits_assessment"
    AGAINST_INTEREST = "against_interest"
    STANDS = "stands"
    WITHDRAWN = "withdrawn"


class Outcome(StrEnum):
    """What was decided. Granted in part it shuts out too: what the guardian is told all the same, a person tells."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"


REVIEW_AFTER, REVIEW_AT_LATEST = timedelta(days=182), timedelta(days=366)
"""Policy: half a year is proposed until the interest is assessed anew, and it is at most a year."""
REVIEW_NOTICE = timedelta(days=14)
"""Policy: so long before that day whoever assessed it last is reminded."""


class AssessorError(ValueError):
    """Only a social or health professional of student welfare assesses the interest, never a teacher or a principal."""


@dataclass(frozen=True, slots=True)
class InterestAssessment:
    """One professional's finding on the minor's interest. Raises AssessorError for any other role (rule 12)."""

    assessor_role: Role
    assessed_on: date
    is_clearly_against_interest: bool
    review_on: date | None = None
    is_partly: bool = False

    def __post_init__(self) -> None:
        if not may_assess_interest(self.assessor_role):
            raise AssessorError(self.assessor_role)

    @property
    def outcome(self) -> Outcome:
        """What it comes to."""
        return outcome_of(is_against=self.is_clearly_against_interest, is_partly=self.is_partly)


@dataclass(frozen=True, slots=True)
class Prohibition:
    """What the minor said about one guardian (``expression.person_id``), why, and the assessments in the order made."""

    expression: ExpressionOfWill
    has_weighty_reason: bool = False
    assessments: tuple[InterestAssessment, ...] = ()

    def latest_assessment(self, on: date) -> InterestAssessment | None:
        """The newest assessment made by a day; of two on one day, the later in order."""
        made = [assessment for assessment in self.assessments if assessment.assessed_on <= on]
        return max(reversed(made), key=lambda assessment: assessment.assessed_on, default=None)


def may_assess_interest(role: Role) -> bool:
    """Whether someone in this role may assess a minor's interest (OHL 18 § 2)."""
    return role in WELFARE_PROFESSIONALS


def outcome_of(*, is_against: bool, is_partly: bool) -> Outcome:
    """What a finding comes to: what is against the interest is refused, whatever else was said."""
    if is_against:
        return Outcome.REFUSED
    return Outcome.PARTLY if is_partly else Outcome.GRANTED


def prohibition_status(prohibitions: Iterable[Prohibition], guardian_id: UUID, on: date) -> ProhibitionStatus:
    """Where the minor's prohibition against this guardian stands: the minor's latest word and how it was assessed."""
    said = _newest_first(prohibitions, guardian_id, on)
    if not said or said[0].expression.answer is Answer.REFUSED:
        return ProhibitionStatus.NONE
    if said[0].expression.answer is Answer.WITHDRAWN:
        return ProhibitionStatus.WITHDRAWN
    standing = [found for found in takewhile(_is_given, said) if _is_complete(found)]
    if not standing:
        return ProhibitionStatus.INCOMPLETE
    return _assessed(standing, on)


def shuts_out(prohibitions: Iterable[Prohibition], guardian_id: UUID, on: date) -> bool:
    """Whether the guardian sees nothing of the matter, not even that it exists (OHL 18 § 2; rule 13)."""
    return prohibition_status(prohibitions, guardian_id, on) is ProhibitionStatus.STANDS


def review_is_due(prohibition: Prohibition, on: date) -> bool:
    """Whether the agreed day has come to assess the interest anew; the prohibition stands until then and until done."""
    assessment = prohibition.latest_assessment(on)
    return assessment is not None and assessment.review_on is not None and assessment.review_on <= on


def review_is_near(prohibition: Prohibition, on: date) -> bool:
    """Whether that day is so near that whoever assessed it last is reminded."""
    return review_is_due(prohibition, on + REVIEW_NOTICE)


def _newest_first(prohibitions: Iterable[Prohibition], guardian_id: UUID, on: date) -> list[Prohibition]:
    about = [
        found
        for found in prohibitions
        if found.expression.kind is ConsentKind.MINOR_PROHIBITION
        and found.expression.person_id == guardian_id
        and found.expression.given_on <= on
    ]
    return sorted(about, key=lambda found: (found.expression.given_on, found.expression.recorded_at), reverse=True)


def _is_given(prohibition: Prohibition) -> bool:
    return prohibition.expression.answer is Answer.GIVEN


def _is_complete(prohibition: Prohibition) -> bool:
    return prohibition.has_weighty_reason and not INVALIDATING.intersection(what_is_missing(prohibition.expression))


def _assessed(standing: list[Prohibition], on: date) -> ProhibitionStatus:
    newest, *earlier = (found.latest_assessment(on) for found in standing)
    last = newest or next(filter(None, earlier), None)
    if last is not None and not last.is_clearly_against_interest:
        return ProhibitionStatus.STANDS
    return ProhibitionStatus.AGAINST_INTEREST if newest else ProhibitionStatus.AWAITS_ASSESSMENT
