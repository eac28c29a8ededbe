"""The registry of kinds: a new kind of programme is a new piece of data here, and nothing else."""

from collections.abc import Mapping

from welfare.programmes.kinds.against_bullying import ANTI_BULLYING, INCIDENTS, KIVA, MEDIATION
from welfare.programmes.kinds.base import Asks, Kind, Question, Tally
from welfare.programmes.kinds.by_pupils import BUDDY_PUPILS, SUPPORT_PUPILS, TUTORS
from welfare.programmes.kinds.early_years import EARLY_YEARS
from welfare.programmes.kinds.leisure import CLUB
from welfare.programmes.kinds.skills import METHOD, SOCIAL_SKILLS
from welfare.rules.programmes import ProgrammeKind

__all__ = ["KINDS", "Asks", "Kind", "Question", "Tally"]

KINDS: Mapping[ProgrammeKind, Kind] = {
    kind.code: kind
    for kind in (
        ANTI_BULLYING,
        EARLY_YEARS,
        KIVA,
        MEDIATION,
        SUPPORT_PUPILS,
        BUDDY_PUPILS,
        TUTORS,
        CLUB,
        SOCIAL_SKILLS,
        INCIDENTS,
        METHOD,
    )
}
"""Every kind, in the order that overviews show them."""
