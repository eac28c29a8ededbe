"""Findings on whether a student can judge the meaning of a consent (OHL 14 § 4, 19 §; IND §3.1).

The act fixes neither an age nor an assessor; we leave the assessment to a social or health professional of student
welfare (IND §3.7). A finding stands until the next one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Ability(StrEnum):
    """What was found."""

    ABLE = "able"
    UNABLE = "unable"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: what, on which day, and when it was recorded."""

    ability: Ability
    found_on: date
    recorded_at: datetime


def finding_on(findings: Iterable[Finding], on: date) -> Finding | None:
    """The finding in force on a day: the last made, not the last recorded; None when there is none."""
    made = [finding for finding in findings if finding.found_on <= on]
    return max(made, key=lambda finding: (finding.found_on, finding.recorded_at), default=None)


def is_able(findings: Iterable[Finding], on: date) -> bool:
    """Whether the student decides alone. Without a finding yes, at any age (rule 11)."""
    finding = finding_on(findings, on)
    return finding is None or finding.ability is Ability.ABLE
