"""Where a consent stands on a day: every decider's own latest answer, and all of them (IND §6; rules 8-11, 35).

One no is a no, however many say yes after it. Whoever decides today must have said yes: when a finding of ability
changes, the new decider is asked anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from welfare.rules.answers import EXPIRY_WARNING_DAYS, ConsentStatus, last_day, latest_answer, worth_of
from welfare.rules.consent import NAMES_SOMEONE, ConsentKind, ExpressionOfWill, GiverCapacity
from welfare.rules.deciders import Deciders
from welfare.rules.ids import ConsentId, PersonId

NOES = (ConsentStatus.REFUSED, ConsentStatus.WITHDRAWN)
BY_WEIGHT = (*NOES, ConsentStatus.MISSING, ConsentStatus.EXPIRED, ConsentStatus.VALID)
"""The first of these that any decider's answer is worth is what the whole is worth."""


class ConsentQuestionError(ValueError):
    """Nobody named where somebody must be, or the reverse; a prohibition; or expressions of several matters."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer, the expressions it rests on, its last day (None = until the matter closes), and who is unheard."""

    status: ConsentStatus
    grounds: tuple[ConsentId, ...] = ()
    valid_to: date | None = None
    unheard: frozenset[PersonId] = frozenset()

    @property
    def is_valid(self) -> bool:
        """Whether the consent holds."""
        return self.status is ConsentStatus.VALID

    def expires_soon(self, on: date) -> bool:
        """Whether it holds but its end is near, and a new one should be asked for."""
        return self.is_valid and self.valid_to is not None and (self.valid_to - on).days <= EXPIRY_WARNING_DAYS


def status_of(
    wills: Iterable[ExpressionOfWill], kind: ConsentKind, person: UUID | None, on: date, deciders: Deciders
) -> Standing:
    """Where the consent of this kind, naming this person, stands among one matter's expressions.

    ``person`` is None for GROUP_HANDLING alone. Raises ConsentQuestionError.
    """
    asked = _about(tuple(wills), kind, person, deciders)
    standing = _together(asked, deciders.on(on), on, deciders)
    if standing.status is ConsentStatus.MISSING and on >= deciders.adult_from:
        guardians = frozenset(will.giver_id for will in asked if will.capacity is GiverCapacity.GUARDIAN)
        before = _together(asked, guardians, on, deciders)
        return replace(before, unheard=standing.unheard) if before.status is ConsentStatus.EXPIRED else standing
    return standing


def _about(
    wills: tuple[ExpressionOfWill, ...], kind: ConsentKind, person: UUID | None, deciders: Deciders
) -> list[ExpressionOfWill]:
    names_rightly = (kind in NAMES_SOMEONE) == (person is not None)
    of_kind = [will for will in wills if will.kind is kind]
    matters = {(will.student_id, will.case_id) for will in of_kind}
    is_one_matter = len(matters) <= 1 and all(student == deciders.student_id for student, _ in matters)
    if kind is ConsentKind.MINOR_PROHIBITION or not names_rightly or not is_one_matter:
        raise ConsentQuestionError
    return [will for will in of_kind if will.person_id == person]


def _together(asked: list[ExpressionOfWill], givers: frozenset[PersonId], on: date, deciders: Deciders) -> Standing:
    """Weigh the givers' latest answers. Of one prevented from acting only a no counts (LHL 5 §)."""
    latest = {giver: latest_answer(asked, giver, on) for giver in sorted(givers)}
    worth = {giver: worth_of(will, on, deciders.adult_from) for giver, will in latest.items()}
    worth = {giver: own for giver, own in worth.items() if own in NOES or giver not in deciders.prevented_ids}
    status = next((status for status in BY_WEIGHT if status in worth.values()), ConsentStatus.MISSING)
    if status is ConsentStatus.MISSING:
        return Standing(status, unheard=frozenset(giver for giver, own in worth.items() if own is status))
    grounds = [will for giver, will in latest.items() if will and worth.get(giver) is status]
    ends = [] if status in NOES else [end for will in grounds if (end := last_day(will, deciders.adult_from))]
    return Standing(status, tuple(will.id for will in grounds), min(ends, default=None))
