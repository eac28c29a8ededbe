"""Answering for oneself: a yes, a no, or taking a yes back, for each person by itself (OHL 14 § 4, 19 §; IND §6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.consents.actions import RecordWill, WithdrawWill, record_will, withdraw_will
from welfare.consents.models import ExpressionOfWill
from welfare.consents.queries import said_about
from welfare.consents.wills import Question, Said
from welfare.portal.asking import HANDLING, Asked, finding_of
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
    seen: int
    """How many answers stood when the page was drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What has been said and is asked in a matter, with the words that an answer says again as the page opened them."""

    said: Said
    asked: Sequence[Asked]
    words: Mapping[Question, Mapping[str, str]]
    """What is asked, by question."""
    finding: Mapping[str, str]
    """The grounds of the finding that stands (`asking.finding_of`); empty where none does."""


class AnsweredMeanwhileError(ValueError):
    """Something has been answered or asked in the matter since the page was drawn."""


class NothingToLeaveOutError(ValueError):
    """Something is to be left out, and there is no yes that could say so."""


def answer_questions(
    work: UnitOfWork, case: Case, asking: Asking, command: AnswerQuestions
) -> Sequence[ExpressionOfWill]:
    """Record what has changed; what rested on a yes taken back ends in this transaction.

    Raises AnsweredMeanwhileError, NothingToLeaveOutError, IncompleteWillError.
    """
    work.session.refresh(case, with_for_update=True)
    if revision_of(said_about(work.session, case, work.facts.on)) != command.seen:
        raise AnsweredMeanwhileError
    wishes = [(each, command.answers.get(each.question)) for each in asking.asked]
    changed = [(each, wish) for each, wish in wishes if wish is not None and _is_news(each, command, is_yes=wish)]
    if command.excluded and not any(wish for _each, wish in changed):
        raise NothingToLeaveOutError
    answerer = _Answerer(work, case, asking, command)
    return [answerer.record(each, is_yes=wish) for each, wish in changed]


def revision_of(said: Said) -> int:
    """By what is told whether anything has been said since: words are only ever added."""
    return len(said.rows)


def _is_news(asked: Asked, command: AnswerQuestions, *, is_yes: bool) -> bool:
    """Another answer than before; to the group a yes that leaves something out, too."""
    return is_yes != asked.is_yes or (is_yes and asked.question == HANDLING and bool(command.excluded))


@dataclass(frozen=True, slots=True)
class _Answerer:
    """One who answers in a matter, today."""

    work: UnitOfWork
    case: Case
    asking: Asking
    command: AnswerQuestions

    def record(self, asked: Asked, *, is_yes: bool) -> ExpressionOfWill:
        if not is_yes and asked.is_yes and asked.own is not None:
            withdrawal = WithdrawWill(given_on=self.work.facts.on, way=Way.SIGNED_ESERVICE)
            return withdraw_will(self.work, self.case, asked.own, withdrawal, self.case.id)
        return record_will(self.work, self.case, self._will(asked, is_yes=is_yes), self.case.id)

    def _will(self, asked: Asked, *, is_yes: bool) -> RecordWill:
        on, giver = self.work.facts.on, _giver(self.work)
        is_own = giver == self.case.student_id
        finding = None if is_own else finding_of(self.asking.said)
        kind, named = asked.question
        is_outside = asked.newest is not None and asked.newest.outsider_id is not None
        words = _said_again(self.asking.words.get(asked.question, {}), CARRIED)
        if finding is not None:
            words |= _said_again(self.asking.finding, OF_FINDING)
        return RecordWill(
            kind=kind,
            answer=Answer.GIVEN if is_yes else Answer.REFUSED,
            giver_id=giver,
            capacity=GiverCapacity.SELF if is_own else _capacity(self.asking.said, giver),
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


def _said_again(words: Mapping[str, str], names: Sequence[str]) -> dict[str, str]:
    return {name: words[name] for name in names if words.get(name)}
