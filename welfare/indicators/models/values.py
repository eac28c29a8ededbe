"""Numbers, what they were before, and the files they came with."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Float, ForeignKey, Index, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, PUBLIC, Identified, Revised, coded, column
from welfare.rules.indicators import Group, ImportState, Level, Licence

LONGEST_CODE, LONGEST_PLACE, LONGEST_NAME, LONGEST_SOURCE = 60, 40, 200, 300


class IndicatorValue(Revised):
    """The number of an indicator for one place, year and group. A value of None is a publisher's blank."""

    __tablename__ = "indicator_value"
    __table_args__ = (
        UniqueConstraint("controller_id", "code", "place", "year", "group_code", name="uq_indicator_value_cell"),
        Index("ix_indicator_value_place", "place", "controller_id"),
    )

    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    """The provider or county that keeps it."""
    code: Mapped[str] = column(PUBLIC, String(LONGEST_CODE), nullable=False)
    """The indicator, by its code in the library."""
    level: Mapped[Level] = column(PUBLIC, coded(Level), nullable=False)
    place: Mapped[str] = column(PUBLIC, String(LONGEST_PLACE), nullable=False)
    """FI, the code of a county or municipality, or the id of a school."""
    year: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    group_code: Mapped[Group] = column(PUBLIC, coded(Group), nullable=False)
    value: Mapped[float | None] = column(INTERNAL, Float)
    absolute: Mapped[float | None] = column(INTERNAL, Float)
    """The publisher's own second number: how many the value stands for."""
    respondents: Mapped[int | None] = column(INTERNAL, Integer)
    """How many it is reckoned from; of a school always known."""
    recorded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    recorded_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    import_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("indicator_import.id"))
    """The file it came with; none where it was typed."""


class PastValue(Identified):
    """What a value was before it was replaced."""

    __tablename__ = "indicator_past_value"

    value_id: Mapped[UUID] = column(PUBLIC, ForeignKey("indicator_value.id"), nullable=False, index=True)
    value: Mapped[float | None] = column(INTERNAL, Float)
    absolute: Mapped[float | None] = column(INTERNAL, Float)
    respondents: Mapped[int | None] = column(INTERNAL, Integer)
    recorded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    recorded_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    import_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("indicator_import.id"))
    replaced_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    replaced_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))


class IndicatorImport(Revised):
    """A file of numbers: handed over, looked at, and then imported or left."""

    __tablename__ = "indicator_import"

    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False, index=True)
    unit_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    state: Mapped[ImportState] = column(INTERNAL, coded(ImportState), nullable=False)
    file_name: Mapped[str] = column(INTERNAL, String(LONGEST_NAME), nullable=False)
    size: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    digest: Mapped[str] = column(INTERNAL, String(64), nullable=False)
    """SHA-256 of the file as it came."""
    source: Mapped[str] = column(INTERNAL, String(LONGEST_SOURCE), nullable=False)
    licence: Mapped[Licence] = column(INTERNAL, coded(Licence), nullable=False)
    fetched_on: Mapped[date] = column(INTERNAL, nullable=False)
    content: Mapped[bytes | None] = column(INTERNAL, LargeBinary)
    """The file with what was told of it, packed (importing/bundle.py), until it has been imported or left."""
    new_count: Mapped[int] = column(INTERNAL, Integer, nullable=False, default=0)
    changed_count: Mapped[int] = column(INTERNAL, Integer, nullable=False, default=0)
    same_count: Mapped[int] = column(INTERNAL, Integer, nullable=False, default=0)
    left_out_count: Mapped[int] = column(INTERNAL, Integer, nullable=False, default=0)
    uploaded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    uploaded_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    ended_at: Mapped[datetime | None] = column(INTERNAL)
    ended_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))


class IndicatorAlias(Identified):
    """Under which code a publisher has an indicator; whoever imports a file tells it once."""

    __tablename__ = "indicator_alias"
    __table_args__ = (UniqueConstraint("controller_id", "foreign_code"),)

    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    foreign_code: Mapped[str] = column(PUBLIC, String(LONGEST_CODE), nullable=False)
    code: Mapped[str] = column(PUBLIC, String(LONGEST_CODE), nullable=False)


class ImportedRegion(Identified):
    """Which place a publisher's id of a region means, as found in its list of regions."""

    __tablename__ = "indicator_region"
    __table_args__ = (UniqueConstraint("controller_id", "foreign_code"),)

    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    foreign_code: Mapped[str] = column(PUBLIC, String(LONGEST_CODE), nullable=False)
    level: Mapped[Level] = column(PUBLIC, coded(Level), nullable=False)
    place: Mapped[str] = column(PUBLIC, String(LONGEST_PLACE), nullable=False)
