"""The units a reader works in, and the page of one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages.lights import LightsPart
from welfare.communal.parts import PageAction, UnitPart, parts_of
from welfare.communal.queries import units_of
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.organisations.words import KIND_WORDS, UNIT_WORDS
from welfare.rules.permissions import Permission, decide
from welfare.rules.school_years import school_year_of
from welfare.rules.unit_types import has_pupils
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class UnitHead:
    """A unit as the pages of every communal room name it, and what the reader may do there."""

    id: UUID
    name: str
    kind: OrganisationKind
    under: str
    has_pupils: bool
    """None in early childhood education: what classes and a student council do has no place there."""
    may_write: bool
    may_lead: bool

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "UnitHead":
        """The head of a unit by the facts of this unit of work."""
        return cls(
            id=unit.id,
            name=unit.name(current_locale()),
            kind=unit.kind,
            under=_kind_words(unit),
            has_pupils=has_pupils(unit.unit_type),
            may_write=decide(work.actor, Permission.COMMUNITY_WRITE, work.facts).is_granted,
            may_lead=decide(work.actor, Permission.COMMUNITY_LEAD, work.facts).is_granted,
        )


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit in the list."""

    id: UUID
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The units whose communal work is the reader's own."""

    units: Sequence[UnitLine]
    may_compare: bool
    """The reader answers for several schools."""

    @classmethod
    def of(cls, work: UnitOfWork) -> "OverviewPage":
        """Read them."""
        found = units_of(work.session, work.actor)
        lines = [UnitLine(unit.id, unit.name(current_locale()), _kind_words(unit)) for unit in found]
        return cls(lines, decide(work.actor, Permission.COMPARISON_SEE, work.facts).is_granted)


@dataclass(frozen=True, slots=True)
class UnitPage:
    """The communal work of one unit: its duties first, then part by part."""

    head: UnitHead
    under: str
    """What the unit is, and of which day the page is."""
    lights: LightsPart
    parts: Sequence[UnitPart]

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "UnitPage":
        """Let every room hang its part."""
        head, on = UnitHead.of(work, unit), work.facts.on
        under = _(
            "%(kind)s · school year %(year)s · as of %(day)s",
            kind=head.under,
            year=school_year_of(on).name,
            day=date_text(on),
        )
        return cls(head, under, LightsPart.of(work, unit), parts_of(work, unit))

    @property
    def actions(self) -> Sequence[PageAction]:
        """What the parts are looked through for; the one that is pressed most stands last."""
        return sorted((each for part in self.parts for each in part.actions), key=lambda each: each.is_primary)


def _kind_words(unit: Organisation) -> str:
    return str(UNIT_WORDS[unit.unit_type] if unit.unit_type else KIND_WORDS[unit.kind])
