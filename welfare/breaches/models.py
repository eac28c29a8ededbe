"""Tables of breaches."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, Subject
from welfare.db.base import INTERNAL, SECRET, Base, coded, column
from welfare.rules.breaches import BreachKind, BreachState, Risk, Telling
from welfare.rules.registers import Register


class Breach(Sealed):
    """One file. ``document`` = {what, effects, measures}; the others = {words}."""

    __tablename__ = "breach"
    __table_args__ = (Index(None, "controller_id", "state", "due_at"),)

    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    account_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    """Who opened what they had no task with; nobody where it was learnt of otherwise: a lost paper, a mail, a call."""
    person_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("person.id"))
    kind: Mapped[BreachKind] = column(INTERNAL, coded(BreachKind), nullable=False)
    risk: Mapped[Risk] = column(INTERNAL, coded(Risk), nullable=False)
    since: Mapped[datetime | None] = column(INTERNAL)
    until: Mapped[datetime | None] = column(INTERNAL)
    events: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    about_so_many: Mapped[int | None] = column(INTERNAL, Integer)
    """How many are concerned, as far as anybody can tell (GDPR 33(3)(a)); those known by name may be fewer."""
    noticed_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    """When the controller became aware of it: the clock begins."""
    due_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    opened_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    state: Mapped[BreachState] = column(INTERNAL, coded(BreachState), nullable=False)
    authority: Mapped[Telling | None] = column(INTERNAL, coded(Telling))
    authority_on: Mapped[date | None] = column(INTERNAL)
    authority_reference: Mapped[str | None] = column(INTERNAL, String(60))
    people: Mapped[Telling | None] = column(INTERNAL, coded(Telling))
    people_on: Mapped[date | None] = column(INTERNAL)
    closed_at: Mapped[datetime | None] = column(INTERNAL)
    closed_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)
    authority_words: Mapped[Encrypted | None] = column(SECRET, EncryptedText())
    """What was told, or why it was not; and why it was late, if it was."""
    people_words: Mapped[Encrypted | None] = column(SECRET, EncryptedText())
    """What those concerned are told, or why they are not; besides ``words``, {language, in: {language: words}}."""

    def key_holder(self) -> KeyHolder:
        """A key of its own beside the controller's log."""
        return KeyHolder(self.controller_id, Register.AUDIT, self.id)

    def about(self) -> tuple[Subject, ...]:
        """The file."""
        return (("breach", self.id),)


class BreachPerson(Base):
    """Somebody whose data it was, and how much of it was opened; without events where it was named by hand."""

    __tablename__ = "breach_person"

    breach_id: Mapped[UUID] = column(INTERNAL, ForeignKey("breach.id"), primary_key=True)
    student_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), primary_key=True, index=True)
    events: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    first_at: Mapped[datetime | None] = column(INTERNAL)
    last_at: Mapped[datetime | None] = column(INTERNAL)
