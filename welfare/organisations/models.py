"""Tables of the organisations room."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, PUBLIC, Base, Identified, Revised, coded, column
from welfare.rules.unit_types import UnitType


class OrganisationKind(StrEnum):
    """The three levels."""

    COUNTY = "county"
    PROVIDER = "provider"
    SCHOOL = "school"


class Organisation(Revised):
    """A county, a provider or a school."""

    __tablename__ = "organisation"

    kind: Mapped[OrganisationKind] = column(PUBLIC, coded(OrganisationKind), nullable=False)
    parent_id: Mapped[UUID | None] = column(PUBLIC, ForeignKey("organisation.id"), index=True)
    provider_id: Mapped[UUID | None] = column(PUBLIC, ForeignKey("organisation.id"), index=True)
    county_id: Mapped[UUID | None] = column(PUBLIC, ForeignKey("organisation.id"), index=True)
    official_code: Mapped[str] = column(PUBLIC, String(20), nullable=False, default="")
    municipality_code: Mapped[str] = column(PUBLIC, String(3), nullable=False, default="")
    name_fi: Mapped[str] = column(PUBLIC, String(200), nullable=False)
    name_sv: Mapped[str] = column(PUBLIC, String(200), nullable=False)
    short_name: Mapped[str] = column(PUBLIC, String(8), nullable=False, default="")
    """Three or four letters used in case numbers: KOI."""
    unit_type: Mapped[UnitType | None] = column(PUBLIC, coded(UnitType))
    teaching_languages: Mapped[str] = column(PUBLIC, String(20), nullable=False, default="fi")
    """Comma-separated ISO 639-1 codes."""
    ended_on: Mapped[date | None] = column(PUBLIC)

    def name(self, locale: str) -> str:
        """The name in the reader's language; Finnish stands for English."""
        return self.name_sv if locale == "sv" else self.name_fi


class SchoolClass(Revised):
    """A home group or a teaching group."""

    __tablename__ = "school_class"
    __table_args__ = (Index(None, "school_id", "name"),)

    school_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    name: Mapped[str] = column(INTERNAL, String(200), nullable=False)
    grade: Mapped[str] = column(INTERNAL, String(60), nullable=False, default="")
    is_home_group: Mapped[bool] = column(INTERNAL, nullable=False, default=True)
    ended_on: Mapped[date | None] = column(INTERNAL)


class SchoolYear(Revised):
    """One school year of a provider or, when a school differs, of that school."""

    __tablename__ = "school_year"
    __table_args__ = (UniqueConstraint("organisation_id", "starts_on"),)

    organisation_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    starts_on: Mapped[date] = column(PUBLIC, nullable=False)
    ends_on: Mapped[date] = column(PUBLIC, nullable=False)


class Term(Identified):
    """A term or period within a school year."""

    __tablename__ = "term"

    school_year_id: Mapped[UUID] = column(PUBLIC, ForeignKey("school_year.id"), nullable=False, index=True)
    name: Mapped[str] = column(PUBLIC, String(200), nullable=False)
    starts_on: Mapped[date] = column(PUBLIC, nullable=False)
    ends_on: Mapped[date] = column(PUBLIC, nullable=False)


class ClosedDays(Identified):
    """Days when a provider's schools, or one school, have no school: autumn and winter holidays and the like."""

    __tablename__ = "closed_days"

    organisation_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False, index=True)
    starts_on: Mapped[date] = column(PUBLIC, nullable=False)
    ends_on: Mapped[date] = column(PUBLIC, nullable=False)
    name_fi: Mapped[str] = column(PUBLIC, String(120), nullable=False)
    name_sv: Mapped[str] = column(PUBLIC, String(120), nullable=False)


class RunningNumber(Base):
    """The last number given in one series of a controller, as ``2026–27/KOI`` or ``2026–27/T``."""

    __tablename__ = "running_number"

    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), primary_key=True)
    series: Mapped[str] = column(INTERNAL, String(40), primary_key=True)
    last: Mapped[int] = column(INTERNAL, Integer, nullable=False)
