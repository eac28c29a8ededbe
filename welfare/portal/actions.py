"""Answering for oneself: a yes, a no, or taking a yes back, for each person by itself (OHL 14 § 4, 19 §; IND §6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.consents.actions import RecordWill, WithdrawWill, record_will, withdraw_will
from welfare.consents.models import ExpressionOfWill
from welfare.consents.wills import Question, Said
from welfare.portal.asking import HANDLING, Asked
from welfare.rules.ability import Ability
from welfare.rules.answers import default_valid_to
from welfare.rules.consent import Answer, GiverCapacity, Way

CARRIED = ("scope", "outsider_name", "outsider_role", "outsider_organisation", "outsider_email")
"""What is asked, in the words in which it was asked before."""
OF_FINDING = ("ability_grounds", "ability_assessor", "ability_assessor_id", "ability_profession")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerQuestions:
    """Answers by question; what is not in it stays as it is."""

    answers: Mapping[Question, bool]
    language: str
    excluded: str = ""


class NothingToLeaveOutError(ValueError):
    """Something is to be left out, and there is no yes that could say so."""


def answer_questions(
    work: UnitOfWork, case: Case, said: Said, asked: Sequence[Asked], command: AnswerQuestions
) -> Sequence[ExpressionOfWill]:
    """Record what has changed; what rested on a yes taken back ends in this transaction.

    Raises NothingToLeaveOutError, IncompleteWillError.
    """
    wishes = [(each, command.answers.get(each.question)) for each in asked]
    changed = [(each, wish) for each, wish in wishes if wish is not None and _is_news(each, command, is_yes=wish)]
    if command.excluded and not any(wish for _each, wish in changed):
        raise NothingToLeaveOutError
    answerer = _Answerer(work, case, said, command)
    return [answerer.record(each, is_yes=wish) for each, wish in changed]


def _is_news(asked: Asked, command: AnswerQuestions, *, is_yes: bool) -> bool:
    """Another answer than before; to the group a yes that leaves something out, too."""
    return is_yes != asked.is_yes or (is_yes and asked.question == HANDLING and bool(command.excluded))


@dataclass(frozen=True, slots=True)
class _Answerer:
    """One who answers in a matter, today."""

    work: UnitOfWork
    case: Case
    said: Said
    command: AnswerQuestions

    def record(self, asked: Asked, *, is_yes: bool) -> ExpressionOfWill:
        if not is_yes and asked.is_yes and asked.own is not None:
            withdrawal = WithdrawWill(given_on=self.work.facts.on, way=Way.SIGNED_ESERVICE)
            return withdraw_will(self.work, self.case, asked.own, withdrawal, self.case.id)
        return record_will(self.work, self.case, self._will(asked, is_yes=is_yes), self.case.id)

    def _will(self, asked: Asked, *, is_yes: bool) -> RecordWill:
        on, giver = self.work.facts.on, _giver(self.work)
        is_own = giver == self.case.student_id
        finding = None if is_own else _finding(self.said)
        kind, named = asked.question
        is_outside = asked.newest is not None and asked.newest.outsider_id is not None
        words = _carried(self.work, asked) | _words_of(self.work, finding)
        return RecordWill(
            kind=kind,
            answer=Answer.GIVEN if is_yes else Answer.REFUSED,
            giver_id=giver,
            capacity=GiverCapacity.SELF if is_own else _capacity(self.said, giver),
            named_person_id=None if is_outside else named,
            outsider_id=named if is_outside else None,
            given_on=on,
            valid_to=default_valid_to(on) if is_yes else None,
            way=Way.SIGNED_ESERVICE,
            language=self.command.language,
            ability=finding.ability if finding else None,
            ability_on=finding.ability_on if finding else None,
            answers_id=asked.own.id if asked.own else None,
            words=words | {"excluded": self.command.excluded if is_yes else ""},
        )


def _giver(work: UnitOfWork) -> UUID:
    if work.actor.person_id is None:
        message = "a person answers"
        raise ValueError(message)
    return work.actor.person_id


def _capacity(said: Said, giver: UUID) -> GiverCapacity:
    bonds = [row for row in said.guardianships if row.guardian_id == giver]
    has_custody = any(row.has_custody for row in bonds)
    return GiverCapacity.GUARDIAN if has_custody else GiverCapacity.REPRESENTATIVE


def _finding(said: Said) -> ExpressionOfWill | None:
    """The expression with the finding that stands: that the student cannot judge the meaning (rule 11)."""
    found = [row for row in said.rows if row.ability is Ability.UNABLE]
    return max(found, key=lambda row: (row.ability_on or row.given_on, row.recorded_at), default=None)


def _carried(work: UnitOfWork, asked: Asked) -> dict[str, str]:
    if asked.newest is None:
        return {}
    words = work.decrypt_document(asked.newest, ExpressionOfWill.document)
    return {name: words[name] for name in CARRIED if words.get(name)}


def _words_of(work: UnitOfWork, finding: ExpressionOfWill | None) -> dict[str, str]:
    if finding is None:
        return {}
    words = work.decrypt_document(finding, ExpressionOfWill.document)
    return {name: words[name] for name in OF_FINDING if words.get(name)}
