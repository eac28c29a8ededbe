"""Whom each ground of disclosure reaches, who may decide on it, and for how long a copy stays open (IND §5.3).

A ground without roles gives to somebody who has no account in the house: a paper is handed over, or it is told. That
teachers are the pupil's own is asked of the roster; an expert who is asked for advice never gets access (rule 40).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from welfare.rules.actors import INSTITUTION_STAFF, WELFARE_PROFESSIONALS, Role
from welfare.rules.disclosure import RULES, DisclosureGround

DEFAULT_DAYS = 30
"""Policy: so long a copy stays open to its reader, unless the worker says otherwise."""
LONGEST_DAYS = 180
"""Policy: what is needed for longer is looked at anew."""


class Receiver(StrEnum):
    """To whom a ground lets data go."""

    NAMED_IN_CONSENT = "named_in_consent"
    NEW_PROVIDER = "new_provider"
    WELFARE_WORKERS = "welfare_workers"
    TEACHERS = "teachers"
    SAFETY_AND_HEALTH = "safety_and_health"
    POLICE = "police"
    CHILD_PROTECTION = "child_protection"
    SOCIAL_SERVICES = "social_services"
    PARTY = "party"
    EXPERT = "expert"


class DecidedBy(StrEnum):
    """Who may decide within the group."""

    LEAD = "lead"
    """The responsible person, who keeps the journal and answers for what leaves it (OHL 20 § 3 and 5; inference)."""
    MEMBER = "member"
    """Each member: the act gives the duty or the right to a person, not to the group."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom a ground reaches. ``roles`` are those of receivers who have an account at the student's school."""

    receiver: Receiver
    decided_by: DecidedBy = DecidedBy.LEAD
    roles: frozenset[Role] = frozenset()
    is_for_own_pupils: bool = False
    """Of institution staff only those whose pupil the student is."""


_SAFETY = Reach(Receiver.SAFETY_AND_HEALTH, roles=frozenset({Role.PRINCIPAL, Role.NURSE, Role.DOCTOR}))
_TEACHING = Reach(Receiver.TEACHERS, roles=INSTITUTION_STAFF - {Role.SCHOOL_SECRETARY}, is_for_own_pupils=True)
REACH = MappingProxyType(
    {
        DisclosureGround.CONSENT: Reach(Receiver.NAMED_IN_CONSENT),
        DisclosureGround.TRANSFER_CONSENT: Reach(Receiver.NEW_PROVIDER),
        DisclosureGround.STUDENTS_WELFARE: Reach(Receiver.WELFARE_WORKERS, roles=WELFARE_PROFESSIONALS),
        DisclosureGround.TEACHING: _TEACHING,
        DisclosureGround.COMPULSORY_EDUCATION: _TEACHING,
        DisclosureGround.UPPER_SECONDARY_TASK: _SAFETY,
        DisclosureGround.VOCATIONAL_TASK: _SAFETY,
        DisclosureGround.THREAT_TO_LIFE: Reach(Receiver.POLICE, DecidedBy.MEMBER),
        DisclosureGround.CHILD_PROTECTION: Reach(Receiver.CHILD_PROTECTION, DecidedBy.MEMBER),
        DisclosureGround.EVIDENT_SOCIAL_NEED: Reach(Receiver.SOCIAL_SERVICES, DecidedBy.MEMBER),
        DisclosureGround.SOCIAL_AUTHORITY_REQUEST: Reach(Receiver.SOCIAL_SERVICES),
        DisclosureGround.PARTYS_RIGHT: Reach(Receiver.PARTY),
        DisclosureGround.CONSULTATION: Reach(Receiver.EXPERT, DecidedBy.MEMBER),
    }
)
"""Duty and right of each: OHL 19 § 3 (members may ask), 23 § 4, LSL 25 §, SHL 35 §."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InsideReceiver:
    """Somebody with an account, as the rule sees them: roles at the student's school today, and whose pupil it is."""

    roles: frozenset[Role]
    has_pupil: bool = False
    """The student is in one of the receiver's groups, or the receiver's task reaches the whole school."""
    is_named: bool = False
    """The consent of the ground names this very person."""


def may_decide(ground: DisclosureGround, *, is_lead: bool) -> bool:
    """Whether a member may decide on a disclosure: the lead on any, another on what is each one's own duty or right."""
    return is_lead or REACH[ground].decided_by is DecidedBy.MEMBER


def reaches(ground: DisclosureGround, receiver: InsideReceiver) -> bool:
    """Whether a ground lets data go to somebody with an account (OHL 22 § 2, 23 § 2; POL 40 § 2; rules 24 and 25)."""
    reach = REACH[ground]
    if RULES[ground].consent:
        return reach.receiver is Receiver.NAMED_IN_CONSENT and receiver.is_named
    fitting = receiver.roles & reach.roles
    if reach.is_for_own_pupils and not receiver.has_pupil:
        return False
    return bool(fitting)


def last_day_open(asked: date | None, on: date, consent_to: date | None = None) -> date:
    """The last day of a copy: as asked, or the usual one; never longer than the policy or than the consent holds."""
    usual = on + timedelta(days=DEFAULT_DAYS)
    longest = on + timedelta(days=LONGEST_DAYS)
    return min(asked or usual, longest, consent_to or longest)
