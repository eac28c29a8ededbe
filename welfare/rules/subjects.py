"""What a request or a matter is about, as a code: one subject, one matter, one journal (OHL 20 § 4; rules 34, 39)."""

from enum import StrEnum


class Subject(StrEnum):
    """Subject codes (IND §10.1)."""

    ATTENDANCE = "attendance"
    COPING_AND_MOOD = "coping_and_mood"
    LEARNING = "learning"
    PEERS_AND_BULLYING = "peers_and_bullying"
    FAMILY = "family"
    SUBSTANCES = "substances"
    SAFETY_AND_VIOLENCE = "safety_and_violence"
    HEALTH = "health"
    TRANSITION = "transition"
    CRISIS = "crisis"
    OTHER = "other"
    DISCIPLINE = "discipline"
    SUPPORT_DECISION = "support_decision"


NOT_WELFARE = frozenset({Subject.DISCIPLINE, Subject.SUPPORT_DECISION})
"""Order and support decisions are teaching, which nobody may decline, not voluntary welfare (SiVM 14/2013; rule 34)."""

CHOICES = tuple(subject for subject in Subject if subject not in NOT_WELFARE)
"""What a form offers, in this order."""


class UnknownSubjectError(ValueError):
    """No such subject code."""


class ForbiddenSubjectError(ValueError):
    """Known, but not a matter for student welfare's expert group."""


def group_subject(code: str) -> Subject:
    """Read the subject of an expert group's matter. Raises UnknownSubjectError or ForbiddenSubjectError (rule 34)."""
    try:
        subject = Subject(code)
    except ValueError:
        raise UnknownSubjectError from None
    if subject in NOT_WELFARE:
        raise ForbiddenSubjectError(subject)
    return subject
