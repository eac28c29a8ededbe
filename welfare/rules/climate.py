"""A short climate survey whose answers belong to nobody (OHL 4 §, 26 §; GDPR 4 art. 1 k; rule 38).

A group answers by a code, never signed in; an answer is one more of its kind in a count, without a row, an id or a time
of its own. Nothing is told before the survey has ended, for counts that grow would tell who answered last.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from secrets import choice

from welfare.rules.suppression import SHARE_FROM, Basis

GRADES = range(1, 6)
"""From 1, not at all, to 5, fully."""
GOOD_FROM = 4
LETTERS = "abcdefghjkmnpqrstuvwxyz"
"""Without those that are mistaken for one another."""
CODE_LENGTH = 8
LONGEST_SURVEY_DAYS = 60
LEAST_ASKED, LARGEST_CLASS = SHARE_FROM[Basis.SURVEY], 40
"""Of fewer nothing is ever shown. And no class is larger: free seats can be filled by whoever hands out the codes, who
then finds out what one pupil answered."""


class Audience(StrEnum):
    """Who is asked."""

    PUPILS = "pupils"
    STAFF = "staff"


class SeatsLack(StrEnum):
    """Why a survey cannot be asked of groups so large."""

    FEW = "few"
    MANY = "many"


def what_blocks_seats(audience: Audience, seats: Sequence[int]) -> SeatsLack | None:
    """Whether one answer could be found out among so few, or behind seats that no pupil sits in."""
    if audience is Audience.PUPILS and max(seats, default=0) > LARGEST_CLASS:
        return SeatsLack.MANY
    return SeatsLack.FEW if sum(seats) < LEAST_ASKED else None


def new_code() -> str:
    """A code for one group, which nobody guesses."""
    return "".join(choice(LETTERS) for _letter in range(CODE_LENGTH))


def is_open(opens_on: date, closes_on: date, on: date, *, is_ended: bool) -> bool:
    """Whether it can be answered."""
    return not is_ended and opens_on <= on <= closes_on


def may_be_told(closes_on: date, on: date, *, is_ended: bool) -> bool:
    """Whether what was answered may be shown: not while more answers may come."""
    return is_ended or on > closes_on


def is_possible_end(opens_on: date, closes_on: date) -> bool:
    """Whether a survey can run so long: what has no end is never told."""
    return 0 <= (closes_on - opens_on).days <= LONGEST_SURVEY_DAYS
