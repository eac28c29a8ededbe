"""Notifications to child protection and to the police: that one was made, on which ground, by whom and when (LSL 25 §).

The duty rests on each person and cannot be left to the group. What was said stays in the maker's own register; here is
kept only that it was said, for the group alone: no view or print for a guardian holds it (JulkL 11 § 2; TSL 34 §).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from welfare.rules.citations import Citation, Statute


class NotificationGround(StrEnum):
    """What was made, by the code that the record keeps."""

    NOTIFICATION = "notification"
    """The need of care, circumstances or behaviour of the child call for looking into the need of protection."""
    TOGETHER = "together"
    """The same as a request, made together with the child or a parent."""
    POLICE = "police"
    """A suspected offence against the child."""


CITATIONS = MappingProxyType(
    {
        NotificationGround.NOTIFICATION: Citation(Statute.LSL, "25", 1),
        NotificationGround.TOGETHER: Citation(Statute.LSL, "25 a"),
        NotificationGround.POLICE: Citation(Statute.LSL, "25", 3),
    }
)


class NotificationLack(StrEnum):
    """What keeps the record from being made."""

    COMING = "coming"  # it is still to come
    KEPT_IN = "kept_in"  # where the content stays


@dataclass(frozen=True, slots=True, kw_only=True)
class NotificationFacts:
    """A record about to be made."""

    made_on: date
    on: date
    has_register: bool


def what_is_missing(facts: NotificationFacts) -> tuple[NotificationLack, ...]:
    """What must be mended before it is recorded."""
    lacks = {NotificationLack.COMING: facts.made_on > facts.on, NotificationLack.KEPT_IN: not facts.has_register}
    return tuple(lack for lack, is_lacking in lacks.items() if is_lacking)
