"""Expressions of will for tests: a son of fourteen, two guardians, two experts, and short ways to let them speak."""

from datetime import UTC, date, datetime, time
from uuid import UUID, uuid4

from welfare.rules.consent import Answer, ConsentKind, ExpressionOfWill, GiverCapacity, Way
from welfare.rules.deciders import Deciders
from welfare.rules.ids import CaseId, ConsentId, PersonId, StudentId

ELIAS = StudentId(PersonId(UUID(int=1)))
MOTHER = PersonId(UUID(int=2))
FATHER = PersonId(UUID(int=3))
REPRESENTATIVE = PersonId(UUID(int=4))
NURSE = PersonId(UUID(int=5))
TEACHER = PersonId(UUID(int=6))
CASE = CaseId(UUID(int=7))

TODAY = date(2026, 11, 23)
ADULT_FROM = date(2030, 3, 1)

ABLE = Deciders(student_id=ELIAS, adult_from=ADULT_FROM, guardian_ids=frozenset({MOTHER, FATHER}))
UNABLE = Deciders(student_id=ELIAS, adult_from=ADULT_FROM, is_able=False, guardian_ids=frozenset({MOTHER, FATHER}))

CAPACITIES = {ELIAS: GiverCapacity.SELF, REPRESENTATIVE: GiverCapacity.REPRESENTATIVE}


def said(
    giver: PersonId,
    answer: Answer = Answer.GIVEN,
    on: date = date(2026, 11, 3),
    *,
    kind: ConsentKind = ConsentKind.GROUP_HANDLING,
    person: UUID | None = None,
    begins: date | None = None,
    until: date | None = None,
    recorded: datetime | None = None,
    capacity: GiverCapacity | None = None,
    way: Way = Way.PAPER,
    finding: bool = True,
    scope: bool = True,
    information: bool = True,
    case: CaseId | None = CASE,
    student: StudentId = ELIAS,
) -> ExpressionOfWill:
    """One complete expression; the arguments change what the test is about."""
    return ExpressionOfWill(
        id=ConsentId(uuid4()),
        kind=kind,
        answer=answer,
        student_id=student,
        case_id=case,
        giver_id=giver,
        capacity=capacity or CAPACITIES.get(giver, GiverCapacity.GUARDIAN),
        person_id=person,
        way=way,
        given_on=on,
        valid_from=begins or on,
        valid_to=until,
        recorded_at=recorded or datetime.combine(on, time(12), UTC),
        has_ability_finding=finding,
        has_scope=scope,
        has_information=information,
    )
