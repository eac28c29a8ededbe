"""The groups of communal welfare work: their levels, their terms and seats, and who belongs in them (OHL 14 §, 14 a §).

Expert groups, which handle one student's matter (OHL 14 § 4), are another thing and never one of these.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from welfare.rules.actors import CURATORS, TEACHING_STAFF, WELFARE_PROFESSIONALS, Role
from welfare.rules.citations import Citation, Statute


class GroupKind(StrEnum):
    """A group by the level that it works at (OHL 14 § 1-2, 14 a §; LSL 12 §)."""

    SCHOOL = "school"
    STEERING = "steering"
    REGIONAL = "regional"
    LAPE = "lape"

    @property
    def law(self) -> Citation:
        """The section that asks for it."""
        return LAW_OF_GROUPS.get(self, Citation(Statute.OHL, "14"))


LAW_OF_GROUPS = MappingProxyType(
    {GroupKind.REGIONAL: Citation(Statute.OHL, "14 a"), GroupKind.LAPE: Citation(Statute.LSL, "12")}
)


class SeatHolder(StrEnum):
    """Who sits on a seat. Of pupils and guardians the group knows how many and how chosen, never who."""

    STAFF = "staff"
    PUPILS = "pupils"
    GUARDIANS = "guardians"
    PARTNER = "partner"  # parish, youth work, an association: by the name of the organisation


class Duty(StrEnum):
    """What somebody does for the group."""

    CHAIR = "chair"
    DEPUTY = "deputy"
    SECRETARY = "secretary"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Span:
    """Days from a first to a last one, both of which count; without a last one it goes on."""

    begins_on: date
    ends_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether a day lies within."""
        return self.begins_on <= day and (self.ends_on is None or day <= self.ends_on)

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a day."""
        return self.holds_on(other.begins_on) or other.holds_on(self.begins_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One seat, or several alike, as far as the law asks."""

    holder: SeatHolder
    duty: Duty = Duty.MEMBER
    role: Role | None = None
    """The post that somebody of the staff sits for."""
    language: str = ""
    """Whose voice it is where there are two national languages: ``fi``, ``sv``, or nothing."""


class SpanLack(StrEnum):
    """Why days of a group or of a seat cannot be so."""

    REVERSED = "reversed"
    TOO_LONG = "too_long"
    OVERLAPPING = "overlapping"
    OUTSIDE_TERM = "outside_term"
    SECOND_CHAIR = "second_chair"


LONGEST_TERM = timedelta(days=4 * 366)
"""A council's term: no group is named for longer (OHL 13 a § speaks of the council's term)."""


def what_blocks_term(wanted: Span, others: Iterable[Span]) -> tuple[SpanLack, ...]:
    """Why a group cannot be named for these days beside the other groups of its kind and language in the unit."""
    if wanted.ends_on is None or wanted.ends_on < wanted.begins_on:
        return (SpanLack.REVERSED,)
    if wanted.ends_on - wanted.begins_on > LONGEST_TERM:
        return (SpanLack.TOO_LONG,)
    return (SpanLack.OVERLAPPING,) if any(wanted.overlaps(other) for other in others) else ()


def what_blocks_seat(
    wanted: Span, term: Span, own: Iterable[Span] = (), chairs: Iterable[Span] = ()
) -> tuple[SpanLack, ...]:
    """Why somebody cannot have a seat for these days.

    ``own`` are the days of seats that the same person has in the group; ``chairs``, where the seat is the chair's,
    those of other chairs: one leads the group at a time (OHL 14 § 2).
    """
    if wanted.ends_on is not None and wanted.ends_on < wanted.begins_on:
        return (SpanLack.REVERSED,)
    last = wanted.ends_on or wanted.begins_on
    if not (term.holds_on(wanted.begins_on) and term.holds_on(last)):
        return (SpanLack.OUTSIDE_TERM,)
    if any(wanted.overlaps(other) for other in own):
        return (SpanLack.OVERLAPPING,)
    return (SpanLack.SECOND_CHAIR,) if any(wanted.overlaps(other) for other in chairs) else ()


class Voice(StrEnum):
    """Whose voice belongs in a group."""

    LEADER = "leader"
    TEACHING = "teaching"
    HEALTH = "health"
    PSYCHOLOGY = "psychology"
    CURATOR = "curator"
    PUPILS = "pupils"
    GUARDIANS = "guardians"
    SERVICES = "services"
    PROVIDERS = "providers"
    PARTNERS = "partners"
    BOTH_LANGUAGES = "both_languages"


@dataclass(frozen=True, slots=True)
class Point:
    """One voice of a group's composition: whether it is there, whether the act demands it, and which section."""

    voice: Voice
    is_heard: bool
    is_demanded: bool
    source: Citation


HEALTH = frozenset({Role.NURSE, Role.DOCTOR})
PROVIDERS_OWN = frozenset({Role.PROVIDER_COORDINATOR, Role.PRINCIPAL})
Demand = tuple[Voice, bool, Citation]
_LED = Citation(Statute.OHL, "14", 2)
_MANY_FIELDS = Citation(Statute.OHL, "14", 3)
_REGIONAL = Citation(Statute.OHL, "14\N{NO-BREAK SPACE}a")
_TOGETHER = Citation(Statute.OHL, "3", 4)
_CHILDREN = Citation(Statute.LSL, "12")
_MULTIDISCIPLINARY: tuple[Demand, ...] = (
    (Voice.TEACHING, True, _MANY_FIELDS),
    (Voice.HEALTH, True, _MANY_FIELDS),
    (Voice.PSYCHOLOGY, True, _MANY_FIELDS),
    (Voice.CURATOR, True, _MANY_FIELDS),
    (Voice.PUPILS, False, _TOGETHER),
    (Voice.GUARDIANS, False, _TOGETHER),
)
DEMANDS = MappingProxyType(
    {
        GroupKind.SCHOOL: ((Voice.LEADER, True, _LED), *_MULTIDISCIPLINARY),
        GroupKind.STEERING: ((Voice.LEADER, False, Citation(Statute.OHL, "14", 1)), *_MULTIDISCIPLINARY),
        GroupKind.REGIONAL: (
            (Voice.LEADER, False, _REGIONAL),
            (Voice.PROVIDERS, True, _REGIONAL),
            (Voice.SERVICES, True, _REGIONAL),
            (Voice.PUPILS, True, _REGIONAL),
            (Voice.GUARDIANS, True, _REGIONAL),
        ),
        GroupKind.LAPE: (
            (Voice.LEADER, False, _CHILDREN),
            (Voice.PROVIDERS, False, _CHILDREN),
            (Voice.SERVICES, False, _CHILDREN),
            (Voice.PARTNERS, False, _CHILDREN),
            (Voice.PUPILS, False, _CHILDREN),
            (Voice.GUARDIANS, False, _CHILDREN),
        ),
    }
)
"""Multidisciplinary means teaching staff, health care, psychologist and curator services, as the matter needs (OHL 14 §
3). That pupils and guardians sit in a school's group the act does not demand; it has the work done with them (3 §)."""


def composition(kind: GroupKind, seats: Collection[Seat], *, is_bilingual: bool) -> tuple[Point, ...]:
    """What belongs in a group of this kind, each with whether it is there (OHL 14 § 1-3, 14 a §)."""
    demands: list[Demand] = list(DEMANDS[kind])
    if is_bilingual and kind is GroupKind.REGIONAL:
        demands.append((Voice.BOTH_LANGUAGES, True, _REGIONAL))
    return tuple(Point(voice, _HEARD[voice](seats), is_demanded, source) for voice, is_demanded, source in demands)


def what_is_lacking(points: Sequence[Point]) -> tuple[Voice, ...]:
    """The voices that the act demands and the group does not have."""
    return tuple(point.voice for point in points if point.is_demanded and not point.is_heard)


def _of_roles(*roles: Role) -> Callable[[Collection[Seat]], bool]:
    wanted = frozenset(roles)
    return lambda seats: any(seat.holder is SeatHolder.STAFF and seat.role in wanted for seat in seats)


def _held_by(holder: SeatHolder) -> Callable[[Collection[Seat]], bool]:
    return lambda seats: any(seat.holder is holder for seat in seats)


def _is_led(seats: Collection[Seat]) -> bool:
    return any(seat.duty is Duty.CHAIR for seat in seats)


def _is_in_both_languages(seats: Collection[Seat]) -> bool:
    return {"fi", "sv"} <= {seat.language for seat in seats}


_HEARD = MappingProxyType(
    {
        Voice.LEADER: _is_led,
        Voice.TEACHING: _of_roles(*TEACHING_STAFF),
        Voice.HEALTH: _of_roles(*HEALTH),
        Voice.PSYCHOLOGY: _of_roles(Role.PSYCHOLOGIST),
        Voice.CURATOR: _of_roles(*CURATORS),
        Voice.PUPILS: _held_by(SeatHolder.PUPILS),
        Voice.GUARDIANS: _held_by(SeatHolder.GUARDIANS),
        Voice.SERVICES: _of_roles(*WELFARE_PROFESSIONALS),
        Voice.PROVIDERS: _of_roles(*PROVIDERS_OWN),
        Voice.PARTNERS: _held_by(SeatHolder.PARTNER),
        Voice.BOTH_LANGUAGES: _is_in_both_languages,
    }
)
