"""A group whose responsible person is gone, and who may lead it next (OHL 14 § 4, 20 § 3; rule 16).

The act lets the group name its responsible person from among itself, and says nothing of one who leaves employment or
is partial (HL 27-28 §). Inference: the lead is vacant when the one who holds it can do nothing for the matter any more;
an active member may then take it. A proposal has no group yet: a professional who serves the school may take it over,
but not one to whom the pupil has said no.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class LeadLoss(StrEnum):
    """Why nobody leads a group."""

    NOBODY = "nobody"  # nobody is its responsible person
    LEFT = "left"  # no post is left
    NO_ACCOUNT = "no_account"  # the account is disabled
    EXCLUDED = "excluded"  # a conflict of interest shuts the person out


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether one who has a place in a group can do anything there today."""

    person_id: UUID
    is_responsible: bool = False
    is_at_work: bool = True
    has_account: bool = True
    is_excluded: bool = False

    @property
    def hindrance(self) -> LeadLoss | None:
        """What keeps this person from leading, consents apart."""
        if self.is_excluded:
            return LeadLoss.EXCLUDED
        if not self.is_at_work:
            return LeadLoss.LEFT
        return None if self.has_account else LeadLoss.NO_ACCOUNT


def why_nobody_leads(group: Iterable[Presence]) -> LeadLoss | None:
    """Why the lead is vacant; None while the responsible person can lead."""
    lead = next((present for present in group if present.is_responsible), None)
    return LeadLoss.NOBODY if lead is None else lead.hindrance


def has_successor(group: Iterable[Presence], consented: Collection[UUID]) -> bool:
    """Whether another member, named by a consent in force, could take the lead from among the group (OHL 14 § 4)."""
    return any(
        not present.is_responsible and present.hindrance is None and present.person_id in consented for present in group
    )
