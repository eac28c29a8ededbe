"""Who acts: roles, the three separate worlds, and an actor detached from every database session."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID


class World(StrEnum):
    """Staff, citizens and the system itself never share a permission row."""

    STAFF = "staff"
    CITIZEN = "citizen"
    SYSTEM = "system"
    NOBODY = "nobody"


class Role(StrEnum):
    """What a person is employed or entitled to be (IND §1.3)."""

    TEACHER = "teacher"
    SPECIAL_TEACHER = "special_teacher"
    STUDY_COUNSELLOR = "study_counsellor"
    SCHOOL_ASSISTANT = "school_assistant"
    SCHOOL_SECRETARY = "school_secretary"
    PRINCIPAL = "principal"
    PROVIDER_COORDINATOR = "provider_coordinator"
    WELFARE_COORDINATOR = "welfare_coordinator"
    CURATOR = "curator"
    SENIOR_CURATOR = "senior_curator"
    PSYCHOLOGIST = "psychologist"
    NURSE = "nurse"
    DOCTOR = "doctor"
    DATA_PROTECTION_OFFICER = "data_protection_officer"
    ADMINISTRATOR = "administrator"
    STUDENT = "student"
    GUARDIAN = "guardian"


CURATORS = frozenset({Role.CURATOR, Role.SENIOR_CURATOR})
HEALTH_STAFF = frozenset({Role.PSYCHOLOGIST, Role.NURSE, Role.DOCTOR})
WELFARE_PROFESSIONALS = CURATORS | HEALTH_STAFF
"""Social and health professionals of student welfare: the only ones who may assess a minor's interest (OHL 18 § 2)."""
TEACHING_STAFF = frozenset({Role.TEACHER, Role.SPECIAL_TEACHER, Role.STUDY_COUNSELLOR, Role.SCHOOL_ASSISTANT})
INSTITUTION_STAFF = TEACHING_STAFF | {Role.PRINCIPAL, Role.SCHOOL_SECRETARY}
"""Those on whom the contact duty of OHL 16 § 1 rests."""


@dataclass(frozen=True, slots=True)
class Post:
    """One role at one organisation: a school, a provider or a county, with the schools it reaches."""

    role: Role
    organisation_id: UUID
    controller_id: UUID
    school_ids: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks, as plain values: what the gate and the rules look at."""

    account_id: UUID | None
    person_id: UUID | None
    world: World
    posts: tuple[Post, ...] = ()
    class_ids: frozenset[UUID] = frozenset()
    ward_ids: frozenset[UUID] = frozenset()
    """Students this guardian is guardian of today."""
    at_home_with: frozenset[UUID] = frozenset()
    """Those of them with whom this guardian lives in one protected household."""
    beside_hidden: frozenset[UUID] = frozenset()
    """Those of them of whom another guardian is under non-disclosure for safety."""
    full_sign_in: bool = False
    """Whether every factor the world demands has been given."""
    session_id: UUID | None = None
    switched_off: frozenset[str] = frozenset()
    """Codes of the permissions that this installation has taken out of the house (config/settings.py)."""

    @property
    def roles(self) -> frozenset[Role]:
        """Every role the actor holds today."""
        return frozenset(post.role for post in self.posts)

    def schools(self, *roles: Role) -> frozenset[UUID]:
        """Schools reached through any of these roles (through any role when none is named)."""
        return frozenset(s for p in self.posts if not roles or p.role in roles for s in p.school_ids)

    def controllers(self, *roles: Role) -> frozenset[UUID]:
        """Controllers the actor serves in any of these roles."""
        return frozenset(p.controller_id for p in self.posts if not roles or p.role in roles)

    def leading_post(self) -> Post | None:
        """The post shown and logged when a single one must be named."""
        return self.posts[0] if self.posts else None


NOBODY = Actor(account_id=None, person_id=None, world=World.NOBODY)
SYSTEM = Actor(account_id=None, person_id=None, world=World.SYSTEM, full_sign_in=True)


@dataclass(frozen=True, slots=True)
class Membership:
    """An actor's place in one case's expert group (OHL 14 § 4)."""

    since: date
    is_responsible: bool
    consent_id: UUID | None
    consent_valid_to: date | None
    is_consent_valid: bool
    position: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityTie:
    """An actor's place in the communal work of one school, provider or county (OHL 4 §, 14 §, 14 a §)."""

    works_there: bool
    """The actor's own work reaches it: a post there, above it or below it."""
    leads_it: bool
    """The principal of the school; the coordinator of the provider (of its schools too) or of the county."""
    is_in_its_group: bool
    """The actor holds a seat in one of its welfare groups today."""
    chairs_its_group: bool = False
    """The actor leads one of its welfare groups today (OHL 14 § 2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is true of the thing asked for, seen by this actor, today. Never contents, never database objects."""

    on: date
    subject_ids: tuple[tuple[str, UUID], ...] = ()
    register: str | None = None
    controller_id: UUID | None = None
    school_id: UUID | None = None
    student_id: UUID | None = None
    student_class_ids: frozenset[UUID] = frozenset()
    service_roles: frozenset[Role] = frozenset()
    state: str | None = None
    sender_account_id: UUID | None = None
    handler_account_id: UUID | None = None
    owner_account_id: UUID | None = None
    membership: Membership | None = None
    is_handling_consent_valid: bool = False
    is_excluded: bool = False
    is_lead_vacant: bool = False
    """Nobody can lead the matter's group today (OHL 14 § 4; rules/leads.py)."""
    has_successor: bool = False
    """Another member could take a vacant lead."""
    has_conflict: bool = False
    """A conflict of interest shuts the actor out of some matter of the student (HL 27-28 §)."""
    is_declined: bool = False
    """The consent that would name this actor has been refused or withdrawn."""
    is_informant_by_consent: bool = False
    """A written consent that names this actor lets the group ask what the actor has seen (OHL 22 § 2)."""
    is_shut_out: bool = False
    """The minor's prohibition shuts this guardian out (OHL 18 § 2)."""
    may_receive_information: bool = False
    decides: bool = False
    """The actor's own answer counts in the matter today (OHL 14 § 4, 19 § 1; LHL 5 §)."""
    is_admitted: bool = False
    """An item of the meeting is open to the actor today: by consent, or as the student's or guardian's own."""
    leads_an_item: bool = False
    """The actor is the responsible person of a matter on the meeting's agenda."""
    is_locked: bool = False
    break_glass: str | None = None
    """The reason for which the actor has this open in an emergency: it stands among the grounds of every event."""
    community: CommunityTie | None = None
    """How the actor stands to the school, provider or county whose communal work it is."""
    worker_account_id: UUID | None = None
    """The own worker of a client."""
    recipient_account_id: UUID | None = None
    """To whom a client is offered."""
    is_worker_gone: bool = False
    """The own worker of a client does not work in the service any more."""
    covers_the_worker: bool = False
    """The actor stands in for the own worker today."""
    codes: frozenset[str] = field(default_factory=frozenset)
