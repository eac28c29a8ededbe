"""Matters for the test profiles: every state, and members whose consent holds, ended or was never given."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random
from uuid import UUID

from welfare.rules.actors import Role
from welfare.web.seeding.company import Company, Pupil, User
from welfare.web.seeding.texts import SUBJECTS

LEADS = (Role.CURATOR, Role.SENIOR_CURATOR, Role.PSYCHOLOGIST, Role.NURSE)
EXPERTS = (
    Role.TEACHER,
    Role.SPECIAL_TEACHER,
    Role.STUDY_COUNSELLOR,
    Role.SCHOOL_ASSISTANT,
    Role.PRINCIPAL,
    Role.PSYCHOLOGIST,
    Role.NURSE,
    Role.DOCTOR,
    Role.CURATOR,
)
EARLIEST, LATEST = 38, 20
"""How many working days ago a matter began."""


class Fate(StrEnum):
    """What becomes of one expert's part in a matter."""

    VALID = "valid"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


class Course(StrEnum):
    """How far a matter goes."""

    UNASKED = "unasked"
    """Proposed, and nobody has been asked."""
    UNHANDLED = "unhandled"
    """Proposed; the handling was refused."""
    READY = "ready"
    """Proposed, every consent given."""
    DROPPED = "dropped"
    """Closed without ever having been open."""
    OPEN = "open"
    FOLLOWED_UP = "followed_up"
    CLOSED = "closed"
    REOPENED = "reopened"


COURSES = (
    *(Course.OPEN,) * 4,
    Course.UNASKED,
    *(Course.OPEN,) * 3,
    Course.FOLLOWED_UP,
    Course.READY,
    *(Course.OPEN,) * 2,
    Course.CLOSED,
    Course.UNHANDLED,
    *(Course.OPEN,) * 2,
    Course.FOLLOWED_UP,
    Course.CLOSED,
    Course.DROPPED,
    Course.REOPENED,
)
"""In turn: twenty make a round, so a hundred matters take every course five times and more."""
FATES = (
    (Fate.VALID, Fate.VALID),
    (Fate.VALID, Fate.EXPIRED),
    (Fate.VALID, Fate.WITHDRAWN),
    (Fate.VALID, Fate.REFUSED),
    (Fate.VALID,),
    (Fate.VALID, Fate.EXPIRING, Fate.REFUSED),
    (Fate.WITHDRAWN, Fate.EXPIRED, Fate.VALID),
)
"""In turn for the experts of one matter; seven make a round, so that every course meets every fate."""


@dataclass(frozen=True, slots=True)
class CasePlan:
    """One matter before it is played."""

    pupil: Pupil
    lead: User
    members: tuple[tuple[User, Fate], ...]
    course: Course
    subject: int
    begins: int
    """Working days ago."""
    excluded: User | None = None
    """A worker shut out of it for a conflict of interest."""
    left_out_id: UUID | None = None
    """The guardian whom the pupil's prohibition, found to hold, shuts out of it."""


def plan_cases(company: Company, pupils: Sequence[Pupil], count: int, rng: Random) -> list[CasePlan]:
    """So many matters over these pupils in turn, with leads and experts of the pupil's own school."""
    plans = []
    for place in range(count):
        pupil = pupils[place % len(pupils)]
        lead = rng.choice(company.staff_at(pupil.school_id, *LEADS))
        experts = [user for user in company.staff_at(pupil.school_id, *EXPERTS) if user.id != lead.id]
        course = COURSES[place % len(COURSES)]
        fates = _fates_in(course, FATES[place % len(FATES)])
        plan = CasePlan(
            pupil=pupil,
            lead=lead,
            members=tuple(zip(rng.sample(experts, len(fates)), fates, strict=True)),
            course=course,
            subject=rng.randrange(len(SUBJECTS)),
            begins=rng.randint(LATEST, EARLIEST),
        )
        plans.append(plan)
    return _with_a_prohibition(_with_an_exclusion(plans, company))


def _fates_in(course: Course, fates: tuple[Fate, ...]) -> tuple[Fate, ...]:
    """What can become of experts in such a matter: where none was asked there are none, and a first yes is a yes."""
    if course is Course.READY:
        return tuple(Fate.VALID if fate in {Fate.WITHDRAWN, Fate.REFUSED} else fate for fate in fates)
    return () if course in {Course.UNASKED, Course.UNHANDLED, Course.DROPPED} else fates


def _with_an_exclusion(plans: list[CasePlan], company: Company) -> list[CasePlan]:
    """Shut one psychologist out of the only matter of a pupil: it shuts out of all of the pupil's."""
    times = Counter(plan.pupil.id for plan in plans)
    for place, plan in enumerate(plans):
        free = [
            user for user in company.staff_at(plan.pupil.school_id, Role.PSYCHOLOGIST) if not _takes_part(plan, user)
        ]
        if plan.course is Course.OPEN and times[plan.pupil.id] == 1 and free:
            return [*plans[:place], replace(plan, excluded=free[0]), *plans[place + 1 :]]
    raise LookupError(Role.PSYCHOLOGIST)


def _with_a_prohibition(plans: list[CasePlan]) -> list[CasePlan]:
    """Let one minor who judges the meaning of it leave one of two guardians out of a matter."""
    for place, plan in enumerate(plans):
        if plan.course is Course.OPEN and plan.pupil.is_able and len(plan.pupil.guardian_ids) > 1:
            left_out = replace(plan, left_out_id=plan.pupil.guardian_ids[1])
            return [*plans[:place], left_out, *plans[place + 1 :]]
    raise LookupError(Course.OPEN)


def _takes_part(plan: CasePlan, user: User) -> bool:
    return user.id in {plan.lead.id, *(member.id for member, _ in plan.members)}
