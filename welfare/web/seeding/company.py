"""The people of a seeded instance: who they are here, and how those with an account sign in."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest
from uuid import UUID

from welfare.people.roster.names import RosterFile
from welfare.people.roster.records import FAMILY_ROLES, EnrollmentRole, UserRole, UserRow
from welfare.rules.actors import Role
from welfare.web.seeding.arrivals import Arrived

ABLE_GRADES = frozenset({"07", "08", "09", "10", "11", "12"})


@dataclass(frozen=True, slots=True)
class User:
    """Somebody with an account. ``organisation_id`` is the leading post's; of families their school or provider."""

    id: UUID
    person_id: UUID
    name: str
    role: Role
    organisation_id: UUID
    username: str
    password: str
    totp_secret: str | None = None
    school_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Pupil:
    """A pupil of the seed."""

    id: UUID
    given_name: str
    family_name: str
    identity_code: str
    born: date
    class_id: UUID
    school_id: UUID
    guardian_ids: tuple[UUID, ...]
    """Those who have custody, and only they."""
    is_able: bool
    """Whether the pupil judges the meaning of a consent: from the seventh class on, in these invented lives."""
    is_restricted: bool
    username: str

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.given_name} {self.family_name}"


@dataclass(frozen=True, slots=True)
class Elder:
    """A guardian, or a parent without custody."""

    id: UUID
    given_name: str
    family_name: str
    student_ids: tuple[UUID, ...]
    has_custody: bool
    is_restricted: bool
    username: str

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.given_name} {self.family_name}"


@dataclass
class Company:
    """Everybody a seed has made."""

    users: list[User] = field(default_factory=list)
    pupils: list[Pupil] = field(default_factory=list)
    elders: list[Elder] = field(default_factory=list)
    teachers: dict[UUID, UUID] = field(default_factory=dict)
    """The person responsible for each home group."""

    def pupils_by_school_in_turn(self) -> list[Pupil]:
        """The first pupil of every school, then the second of each, and so on."""
        schools: defaultdict[UUID, list[Pupil]] = defaultdict(list)
        for pupil in self.pupils:
            schools[pupil.school_id].append(pupil)
        turns = zip_longest(*schools.values())
        return [pupil for turn in turns for pupil in turn if pupil is not None]

    def staff_at(self, school_id: UUID, *roles: Role) -> list[User]:
        """Staff with a post in one of these roles at a school."""
        return [user for user in self.users if school_id in user.school_ids and user.role in roles]

    def account_of(self, person_id: UUID) -> User | None:
        """The account of a person, if there is one."""
        return next((user for user in self.users if user.person_id == person_id), None)


def people_of(arrived: Arrived) -> tuple[list[Pupil], list[Elder]]:
    """Pupils and their elders as they stand in the directory after an import."""
    users, classes = arrived.content.users.records, arrived.targets[RosterFile.CLASSES]
    places = arrived.content.enrollments.records.values()
    seats = {row.user_id: classes[row.class_id] for row in places if row.role is EnrollmentRole.STUDENT}
    pupils = [_pupil(arrived, row, seats[row.source_id]) for row in users.values() if row.role is UserRole.STUDENT]
    elders = [_elder(arrived, row) for row in users.values() if row.role in FAMILY_ROLES]
    return pupils, elders


def _pupil(arrived: Arrived, row: UserRow, class_id: UUID) -> Pupil:
    if row.birth_date is None:
        raise ValueError(row.source_id)
    elders = [arrived.content.users.records[agent_id] for agent_id in row.agent_ids]
    return Pupil(
        id=arrived.person(row.source_id),
        given_name=row.given_name,
        family_name=row.family_name,
        identity_code=row.identity_code,
        born=row.birth_date,
        class_id=class_id,
        school_id=arrived.organisation(row.org_ids[0]),
        guardian_ids=tuple(arrived.person(elder.source_id) for elder in elders if elder.role is UserRole.GUARDIAN),
        is_able=row.grades[0] in ABLE_GRADES,
        is_restricted=row.is_address_restricted,
        username=row.username,
    )


def _elder(arrived: Arrived, row: UserRow) -> Elder:
    return Elder(
        id=arrived.person(row.source_id),
        given_name=row.given_name,
        family_name=row.family_name,
        student_ids=tuple(arrived.person(agent_id) for agent_id in row.agent_ids),
        has_custody=row.role is UserRole.GUARDIAN,
        is_restricted=row.is_address_restricted,
        username=row.username,
    )
