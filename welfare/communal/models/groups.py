"""Groups of communal work and their seats. Staff are named by person id, everybody else by what the seat is for."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, String
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, PUBLIC, Revised, coded, column
from welfare.rules.actors import Role
from welfare.rules.welfare_groups import Duty, GroupKind, Seat, SeatHolder, Span

LONGEST_TASKS, LONGEST_LINE = 4000, 200


class WelfareGroup(Revised):
    """A group of a unit for one term. The next term is another row, so that the history stays as it was."""

    __tablename__ = "welfare_group"

    unit_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False, index=True)
    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    kind: Mapped[GroupKind] = column(PUBLIC, coded(GroupKind), nullable=False)
    language: Mapped[str] = column(PUBLIC, String(2), nullable=False, default="")
    """``fi`` or ``sv`` where the two languages of a unit have groups of their own; else empty."""
    begins_on: Mapped[date] = column(PUBLIC, nullable=False)
    ends_on: Mapped[date] = column(PUBLIC, nullable=False)
    tasks_fi: Mapped[str] = column(PUBLIC, String(LONGEST_TASKS), nullable=False)
    tasks_sv: Mapped[str] = column(PUBLIC, String(LONGEST_TASKS), nullable=False)
    decision: Mapped[str] = column(PUBLIC, String(LONGEST_LINE), nullable=False, default="")
    """By which decision it was named: a number, a section."""
    named_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    named_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)

    @property
    def term(self) -> Span:
        """Its first and last day."""
        return Span(self.begins_on, self.ends_on)

    def tasks(self, locale: str) -> str:
        """The tasks in the reader's language; Finnish stands for English."""
        return self.tasks_sv if locale == "sv" else self.tasks_fi


class GroupSeat(Revised):
    """One seat of somebody of the staff, or ``places`` seats alike of pupils, guardians or a partner."""

    __tablename__ = "welfare_group_seat"

    group_id: Mapped[UUID] = column(PUBLIC, ForeignKey("welfare_group.id"), nullable=False, index=True)
    holder: Mapped[SeatHolder] = column(PUBLIC, coded(SeatHolder), nullable=False)
    duty: Mapped[Duty] = column(PUBLIC, coded(Duty), nullable=False)
    person_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("person.id"), index=True)
    """Somebody of the staff, and nobody else: see actions/seats.py."""
    role: Mapped[Role | None] = column(PUBLIC, coded(Role))
    """The post that the person sits for."""
    partner: Mapped[str] = column(PUBLIC, String(LONGEST_LINE), nullable=False, default="")
    """The organisation that a partner's seat belongs to."""
    how_chosen: Mapped[str] = column(PUBLIC, String(LONGEST_LINE), nullable=False, default="")
    places: Mapped[int] = column(PUBLIC, Integer, nullable=False, default=1)
    language: Mapped[str] = column(PUBLIC, String(2), nullable=False, default="")
    begins_on: Mapped[date] = column(PUBLIC, nullable=False)
    ends_on: Mapped[date | None] = column(PUBLIC)
    named_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    named_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)

    @property
    def days(self) -> Span:
        """Its first day, and its last one if it has ended or will."""
        return Span(self.begins_on, self.ends_on)

    @property
    def as_asked(self) -> Seat:
        """What the law asks about it."""
        return Seat(holder=self.holder, duty=self.duty, role=self.role, language=self.language)
