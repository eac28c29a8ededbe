"""What the reader is asked in a matter: the questions, and whether the reader is one whose answer counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from welfare.cases.models import Case
from welfare.consents.models import ExpressionOfWill
from welfare.consents.papers.queries import forms_of
from welfare.consents.queries import said_about
from welfare.consents.wills import Question, Said
from welfare.rules.ability import Ability
from welfare.rules.answers import ConsentStatus
from welfare.rules.consent import SPECIFIC_AND_WRITTEN, Answer, ConsentKind

HANDLING: Question = (ConsentKind.GROUP_HANDLING, None)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, and what the reader has said to it."""

    question: Question
    newest: ExpressionOfWill | None
    """The newest expression about it, whoever said it: what is asked is said there."""
    own: ExpressionOfWill | None
    """The reader's own newest answer."""
    is_yes: bool | None
    """How the reader's answer stands today; None where it has never been given, or has ended."""

    @property
    def may_say_yes(self) -> bool:
        """A specific consent says what it covers, so a yes needs an earlier word that says it (OHL 19 § 2, 22 § 2)."""
        return self.question[0] not in SPECIFIC_AND_WRITTEN or (self.newest is not None and self.newest.has_scope)


def decides(session: Session, case: Case, person_id: UUID | None, on: date) -> bool:
    """Whether a person's own answer counts in a matter today (OHL 14 § 4, 19 § 1; LHL 3, 5 §)."""
    return person_id in said_about(session, case, on).deciders(*HANDLING).on(on)


def finding_of(said: Said) -> ExpressionOfWill | None:
    """The expression with the finding that stands: that the student cannot judge the meaning (rule 11)."""
    found = [row for row in said.rows if row.ability is Ability.UNABLE]
    return max(found, key=lambda row: (row.ability_on or row.given_on, row.recorded_at), default=None)


def asked_of(session: Session, case: Case, said: Said, person_id: UUID | None) -> Sequence[Asked]:
    """Every question of a matter: the handling first, then what has been asked, also by a form that was printed."""
    by_form = (
        (form.kind, named)
        for form in forms_of(session, case.id)
        if form.kind is ConsentKind.GROUP_MEMBER
        for named in form.named_ids
    )
    questions = dict.fromkeys((HANDLING, *said.questions, *by_form))
    return [_asked(said, question, person_id) for question in questions]


def _asked(said: Said, question: Question, person_id: UUID | None) -> Asked:
    about = [row for row in said.rows if (row.kind, row.named_id) == question]
    own = [row for row in about if row.giver_person_id == person_id]
    newest_own = own[-1] if own else None
    return Asked(question, about[-1] if about else None, newest_own, _is_yes(said, newest_own))


def _is_yes(said: Said, own: ExpressionOfWill | None) -> bool | None:
    if own is None:
        return None
    status = said.status_of_row(own)
    if own.answer is not Answer.GIVEN:
        return False
    return True if status in {ConsentStatus.VALID, ConsentStatus.COMING} else None
