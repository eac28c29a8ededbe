"""Tables of the consents room. Their rows are inserted and never changed."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, Subject
from welfare.db.base import INTERNAL, PERSONAL, SECRET, coded, column
from welfare.rules.ability import Ability
from welfare.rules.actors import Role
from welfare.rules.consent import Answer, ConsentKind, GiverCapacity, Way
from welfare.rules.registers import Register


class OfWill(Sealed):
    """A row about a student's matter, or about all of the student's welfare where there is no matter."""

    __abstract__ = True

    student_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    case_id: Mapped[UUID | None] = column(INTERNAL)
    """The matter; None for a prohibition that covers the student's welfare as a whole."""
    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)

    def key_holder(self) -> KeyHolder:
        """The matter's key in the welfare register; the student's own where there is no matter."""
        subject_id, is_person = self.case_id or self.student_id, self.case_id is None
        return KeyHolder(self.controller_id, Register.WELFARE, subject_id, outlives_key=is_person)

    def about(self) -> tuple[Subject, ...]:
        """The row itself, the matter and the student."""
        case: tuple[Subject, ...] = (("case", self.case_id),) if self.case_id else ()
        return (("consent", self.id), ("person", self.student_id), *case)


class ExpressionOfWill(OfWill):
    """One answer by one giver.

    ``document`` = {purpose, scope, excluded, outsider_name, outsider_role, outsider_organisation, outsider_email,
    ability_grounds, ability_assessor, ability_assessor_id, ability_profession, place, interpreter, weighty_reason,
    prevented_reason, extent, note}; what was not said is left out.
    """

    __tablename__ = "expression_of_will"
    __table_args__ = (
        UniqueConstraint("controller_id", "number"),
        Index(None, "case_id", "kind"),
        Index(None, "student_id", "kind"),
    )

    number: Mapped[str] = column(INTERNAL, String(20), nullable=False)
    kind: Mapped[ConsentKind] = column(INTERNAL, coded(ConsentKind), nullable=False)
    answer: Mapped[Answer] = column(INTERNAL, coded(Answer), nullable=False)
    giver_person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    capacity: Mapped[GiverCapacity] = column(INTERNAL, coded(GiverCapacity), nullable=False)
    named_person_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("person.id"))
    """The member, or the guardian shut out; outsiders are named in the document."""
    outsider_id: Mapped[UUID | None] = column(INTERNAL)
    """Who is named in the document: the same id in every expression about the same outsider."""
    given_on: Mapped[date] = column(INTERNAL, nullable=False)
    valid_from: Mapped[date] = column(INTERNAL, nullable=False)
    valid_to: Mapped[date | None] = column(INTERNAL)
    """The last day; None = until the matter closes."""
    way: Mapped[Way] = column(INTERNAL, coded(Way), nullable=False)
    language: Mapped[str] = column(INTERNAL, String(2), nullable=False)
    information_version: Mapped[str] = column(INTERNAL, String(20), nullable=False)
    ability: Mapped[Ability | None] = column(PERSONAL, coded(Ability))
    ability_on: Mapped[date | None] = column(PERSONAL)
    has_scope: Mapped[bool] = column(INTERNAL, nullable=False, default=False)
    has_weighty_reason: Mapped[bool] = column(INTERNAL, nullable=False, default=False)
    other_deciders_prevented: Mapped[bool] = column(INTERNAL, nullable=False, default=False)
    """LHL 5 §: the other guardian is prevented and delay harms; the reason is in the document."""
    recorded_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    recorded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    answers_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("expression_of_will.id"))
    """The earlier expression that this one withdraws or replaces."""
    form_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("consent_form.id"))
    """The printed form on which it was signed, where its number was told."""
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    @property
    def named_id(self) -> UUID | None:
        """Whom it names, in the directory or outside it."""
        return self.named_person_id or self.outsider_id


class InterestAssessment(OfWill):
    """A professional's finding whether a prohibition is clearly against the minor's interest (OHL 18 § 2)."""

    __tablename__ = "interest_assessment"

    expression_id: Mapped[UUID] = column(INTERNAL, ForeignKey("expression_of_will.id"), nullable=False, index=True)
    assessor_account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    assessor_person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    assessor_role: Mapped[Role] = column(INTERNAL, coded(Role), nullable=False)
    """The assessor's profession at that time."""
    assessed_on: Mapped[date] = column(INTERNAL, nullable=False)
    recorded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    is_clearly_against_interest: Mapped[bool] = column(PERSONAL, nullable=False)
    is_partly: Mapped[bool] = column(PERSONAL, nullable=False, default=False)
    """Granted, but the guardian is told some of it all the same, by a person."""
    review_on: Mapped[date | None] = column(INTERNAL)
    grounds: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)
    decision: Mapped[Encrypted | None] = column(SECRET, EncryptedText())
    """A document = {told, part}: what the pupil is told, and what the guardian is told all the same."""
