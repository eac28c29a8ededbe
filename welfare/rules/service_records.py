"""The services' own client records, and what their notes must hold (OHL 20 § 2, 21 § 2-3; ATL 28, 37-43 §; IND §1.4).

Three registers, each of its own: the curator's (social care), the psychologist's (specially protected patient data,
ATL 26 § 2) and that of nurse and doctor (health care). None is the education provider's, and nothing of them is found
from its register (rule 22). A visit leaves no mark of absence anywhere: such a mark would tell of the visit (rule 14).
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from welfare.rules.actors import CURATORS, Actor, Role
from welfare.rules.citations import Citation, Statute
from welfare.rules.registers import Register

ROLES_OF = MappingProxyType(
    {
        Register.SOCIAL: CURATORS,
        Register.PSYCHOLOGY: frozenset({Role.PSYCHOLOGIST}),
        Register.HEALTH: frozenset({Role.NURSE, Role.DOCTOR}),
    }
)
"""Who keeps which register: nobody reads or writes in another's (OHL 20 § 2)."""


@dataclass(frozen=True, slots=True)
class ServiceDesk:
    """One register of one controller, as somebody works in it today."""

    register: Register
    controller_id: UUID


class NoteKind(StrEnum):
    """Kinds of note in the one chronological record of a client."""

    STARTED = "started"
    CONTACT = "contact"
    NOTE = "note"
    NEED = "need"
    PLAN = "plan"
    ENDED = "ended"
    CORRECTION = "correction"


class NoteField(StrEnum):
    """What a note may hold."""

    INITIATOR = "initiator"
    GROUNDS = "grounds"
    WAY = "way"
    WITH_WHOM = "with_whom"
    HEADING = "heading"
    INFORMATION = "information"
    SOURCE = "source"  # from whom, where not from the student: ATL 39 §
    STUDENT_VIEW = "student_view"  # or why it is absent: OHL 18 § 1, SHL 32 §
    NEED = "need"
    STRENGTHS = "strengths"
    GOALS = "goals"
    MEASURES = "measures"
    DOERS = "doers"
    FOLLOW_UP = "follow_up"
    PARTNERS = "partners"
    REASON = "reason"  # of a correction: TihL 15 §, ATL 22 §


@dataclass(frozen=True, slots=True)
class Template:
    """What a kind of note asks for, in the order of the page, and what of it may be left open."""

    must: tuple[NoteField, ...]
    may: tuple[NoteField, ...] = ()


_F = NoteField
TEMPLATES = MappingProxyType(
    {
        NoteKind.STARTED: Template((_F.INITIATOR, _F.GROUNDS)),
        NoteKind.CONTACT: Template((_F.WAY, _F.WITH_WHOM, _F.INFORMATION), (_F.SOURCE,)),
        NoteKind.NOTE: Template((_F.INFORMATION,), (_F.HEADING, _F.SOURCE)),
        NoteKind.NEED: Template((_F.STUDENT_VIEW, _F.NEED), (_F.STRENGTHS, _F.SOURCE)),
        NoteKind.PLAN: Template(
            (_F.STUDENT_VIEW, _F.NEED, _F.GOALS, _F.MEASURES, _F.DOERS, _F.FOLLOW_UP), (_F.STRENGTHS, _F.PARTNERS)
        ),
        NoteKind.ENDED: Template((_F.GROUNDS,)),
        NoteKind.CORRECTION: Template((_F.REASON,)),
    }
)
"""The plan is the document of SHL 39 § and ATL 43 §; the other services use its parts for theirs (inference)."""

_SOCIAL = MappingProxyType(
    {
        NoteKind.STARTED: (Citation(Statute.ATL, "37"), Citation(Statute.ATL, "41")),
        NoteKind.CONTACT: (Citation(Statute.ATL, "37"), Citation(Statute.ATL, "39")),
        NoteKind.NOTE: (Citation(Statute.ATL, "37"), Citation(Statute.ATL, "39")),
        NoteKind.NEED: (Citation(Statute.ATL, "41"), Citation(Statute.SHL, "32")),
        NoteKind.PLAN: (Citation(Statute.SHL, "39"), Citation(Statute.ATL, "43")),
        NoteKind.ENDED: (Citation(Statute.ATL, "37"),),
        NoteKind.CORRECTION: (Citation(Statute.ATL, "22"),),
    }
)
_PATIENT = (Citation(Statute.ATL, "28"),)


class ContactWay(StrEnum):
    """How somebody was met or reached."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    VIDEO = "video"
    MESSAGE = "message"
    HOME_VISIT = "home_visit"


class WithWhom(StrEnum):
    """With whom a contact was."""

    STUDENT = "student"
    GUARDIAN = "guardian"
    SCHOOL = "school"
    SERVICES = "services"
    OTHER = "other"


class AppointmentState(StrEnum):
    """What an appointment can be. That somebody stayed away is not among them, and is written nowhere (rule 14)."""

    PLANNED = "planned"
    CALLED_OFF = "called_off"


class NoteCorrectionBlock(StrEnum):
    """What forbids a correction."""

    OTHER_FILE = "other_file"
    ALREADY_CORRECTED = "already_corrected"
    REASON = "reason"


def desks_of(actor: Actor) -> tuple[ServiceDesk, ...]:
    """The registers somebody works in today, each once, in the order of the posts; a post opens no other register."""
    return tuple(dict.fromkeys(_desks(actor, None)))


def desks_at(actor: Actor, school_id: UUID | None) -> tuple[ServiceDesk, ...]:
    """The registers into which somebody may take a student of this school as a client.

    The controller is the one who arranges the service by that post: the wellbeing services county, or the private or
    State provider that runs the service itself (OHL 9 § 2, 21 § 2-3).
    """
    return () if school_id is None else tuple(dict.fromkeys(_desks(actor, school_id)))


def sections_of(register: Register, kind: NoteKind) -> tuple[Citation, ...]:
    """Where the duty to record it stands: of social care ATL 37-43 §, of patient documents ATL 28 §."""
    return _SOCIAL[kind] if register is Register.SOCIAL or kind is NoteKind.CORRECTION else _PATIENT


def may_be_written(kind: NoteKind, *, is_live: bool) -> bool:
    """Whether a note of this kind can be added: after its end a service can be begun again, and mistakes be mended."""
    if kind is NoteKind.CORRECTION:
        return True
    return (kind is NoteKind.STARTED) is not is_live


def what_is_missing(kind: NoteKind, filled: Collection[NoteField]) -> tuple[NoteField, ...]:
    """What a note still lacks (ATL 28, 37, 39, 41, 43 §; SHL 39 §)."""
    return tuple(each for each in TEMPLATES[kind].must if each not in filled)


def what_is_foreign(kind: NoteKind, filled: Collection[NoteField]) -> tuple[NoteField, ...]:
    """What a note of this kind may not hold: only what is necessary for its purpose is recorded (ATL 28, 37 §)."""
    known = {*TEMPLATES[kind].must, *TEMPLATES[kind].may}
    return tuple(each for each in NoteField if each in filled and each not in known)


def what_blocks_correction(
    *, is_same_file: bool, is_corrected_already: bool, has_reason: bool
) -> tuple[NoteCorrectionBlock, ...]:
    """What forbids a correction: a new note linked to the one it mends, which stays readable (ATL 22 §; rule 19)."""
    blocks = {
        NoteCorrectionBlock.OTHER_FILE: not is_same_file,
        NoteCorrectionBlock.ALREADY_CORRECTED: is_corrected_already,
        NoteCorrectionBlock.REASON: not has_reason,
    }
    return tuple(block for block, is_blocking in blocks.items() if is_blocking)


def _desks(actor: Actor, school_id: UUID | None) -> Iterator[ServiceDesk]:
    for post in actor.posts:
        for register, roles in ROLES_OF.items():
            if post.role in roles and (school_id is None or school_id in post.school_ids):
                yield ServiceDesk(register, post.controller_id)
