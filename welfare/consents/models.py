"""Table of the consents room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, Subject
from welfare.db.base import INTERNAL, SECRET, coded, column
from welfare.rules.consent import Answer, ConsentKind, GiverCapacity, Way
from welfare.rules.registers import Register


class ExpressionOfWill(Sealed):
    """One answer by one giver. ``document`` = {purpose, scope, excluded, outsider_name, outsider_role,
    outsider_organisation, ability_result, ability_grounds, ability_assessor, ability_profession, ability_on, place,
    interpreter, weighty_reason, interest_grounds, prevented_guardian, note}."""

    __tablename__ = "expression_of_will"
    __table_args__ = (Index(None, "case_id", "kind"), Index(None, "student_id", "kind"))

    number: Mapped[str] = column(INTERNAL, String(20), nullable=False, unique=True)
    student_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    case_id: Mapped[UUID | None] = column(INTERNAL)
    """The matter; None for a prohibition that covers the student's welfare as a whole."""
    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    kind: Mapped[ConsentKind] = column(INTERNAL, coded(ConsentKind), nullable=False)
    answer: Mapped[Answer] = column(INTERNAL, coded(Answer), nullable=False)
    giver_person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    capacity: Mapped[GiverCapacity] = column(INTERNAL, coded(GiverCapacity), nullable=False)
    named_person_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("person.id"))
    """The member, or the guardian shut out; outsiders are named in the document."""
    outsider_id: Mapped[UUID | None] = column(INTERNAL)
    given_on: Mapped[date] = column(INTERNAL, nullable=False)
    valid_from: Mapped[date] = column(INTERNAL, nullable=False)
    valid_to: Mapped[date | None] = column(INTERNAL)
    review_on: Mapped[date | None] = column(INTERNAL)
    way: Mapped[Way] = column(INTERNAL, coded(Way), nullable=False)
    language: Mapped[str] = column(INTERNAL, String(2), nullable=False)
    information_version: Mapped[str] = column(INTERNAL, String(20), nullable=False)
    has_ability_finding: Mapped[bool] = column(INTERNAL, nullable=False, default=False)
    is_interest_assessed: Mapped[bool] = column(INTERNAL, nullable=False, default=False)
    other_deciders_prevented: Mapped[bool] = column(INTERNAL, nullable=False, default=False)
    """LHL 5 §: the other guardian is prevented and delay harms; the reason is in the document."""
    recorded_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    recorded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    answers_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("expression_of_will.id"))
    """The earlier expression that this one withdraws or replaces."""
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    def key_holder(self) -> KeyHolder:
        """The matter's key in the welfare register; the student's own where there is no matter."""
        return KeyHolder(self.controller_id, Register.WELFARE, self.case_id or self.student_id)

    def about(self) -> tuple[Subject, ...]:
        """The consent, the matter and the student."""
        case: tuple[Subject, ...] = (("case", self.case_id),) if self.case_id else ()
        return (("consent", self.id), ("person", self.student_id), *case)
