"""A minor's prohibitions: whom they leave out, why, and how the interest was assessed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import Document, UnitOfWork
from welfare.consents.forms import WillChoices
from welfare.consents.models import ExpressionOfWill, InterestAssessment
from welfare.consents.pages.cards import State, WillCard, card_of, prohibition_state
from welfare.consents.pages.named import Names
from welfare.consents.prohibitions import assessments_of, expressions_of, status_of_row, trail_of
from welfare.consents.queries import NEVER
from welfare.consents.wills import Said
from welfare.people.models import Person
from welfare.people.pages import PersonName, names_of
from welfare.people.queries import guardians_of, is_minor
from welfare.rules.consent import Answer
from welfare.rules.prohibition import Outcome, outcome_of
from welfare.ui.fields import Option
from welfare.ui.formats import date_text

TRAIL_WORDS = {
    Answer.GIVEN: _l("The pupil wished to leave the guardian out"),
    Answer.REFUSED: _l("The pupil did not wish to leave the guardian out"),
    Answer.WITHDRAWN: _l("The pupil took the prohibition back"),
}


@dataclass(frozen=True, slots=True)
class AssessmentLine:
    """One assessment: by whom, in which profession, when, what and why."""

    by: str
    words: str
    grounds: str
    told: str
    part: str
    review: str


@dataclass(frozen=True, slots=True)
class TrailLine:
    """One thing that was said or found about leaving the same guardian out, without its words."""

    day: str
    words: str


@dataclass(frozen=True, slots=True)
class ProhibitionList:
    """The prohibitions of one student."""

    student_id: UUID
    student: str
    is_minor: bool
    cards: tuple[WillCard, ...]

    @classmethod
    def of(cls, work: UnitOfWork, student: Person) -> "ProhibitionList":
        """Open the names of the student and of those left out."""
        rows = expressions_of(work.session, student.id)
        said = Said(student.id, work.facts.on, student.of_age_on or NEVER)
        names = Names.of(work, rows, [student.id])
        cards = tuple(card_of(work, said, row, names) for row in rows)
        return cls(student.id, names.of_person(student.id), is_minor(student, work.facts.on), cards)


@dataclass(frozen=True, slots=True)
class ProhibitionPage:
    """One prohibition as those see it who may assess it: nothing of the matter it belongs to."""

    id: UUID
    student_id: UUID
    student: str
    title: str
    number: str
    state: State
    given: str
    reason: str
    scope: str
    assessments: tuple[AssessmentLine, ...]
    trail: tuple[TrailLine, ...]
    is_prohibition: bool
    may_be_assessed: bool
    may_be_withdrawn: bool

    @classmethod
    def of(cls, work: UnitOfWork, row: ExpressionOfWill) -> "ProhibitionPage":
        """Open the reason, and the grounds of each assessment."""
        said = {each: assessments_of(work.session, each.id) for each in trail_of(work.session, row)}
        assessors = (each.assessor_person_id for assessed in said.values() for each in assessed)
        names = Names.of(work, [row], [row.student_id, *assessors])
        words = work.decrypt_document(row, ExpressionOfWill.document)
        is_newest = status_of_row(work.session, row, work.facts.on) is not None
        is_newest_yes = is_newest and row.answer is Answer.GIVEN
        return cls(
            id=row.id,
            student_id=row.student_id,
            student=names.of_person(row.student_id),
            title=names.title((row.kind, row.named_id)),
            number=row.number,
            state=prohibition_state(work, work.facts.on, row),
            given=date_text(row.given_on),
            reason=words.get("weighty_reason", ""),
            scope=words.get("scope", ""),
            assessments=tuple(_line(work, each, names) for each in said[row]),
            trail=_trail(said, names),
            is_prohibition=True,
            may_be_assessed=is_newest_yes,
            may_be_withdrawn=is_newest_yes,
        )


def guardian_choices(work: UnitOfWork, student: Person) -> WillChoices:
    """The guardians of a minor, by name, whether they decide or not; nobody for one who is of age."""
    on: date = work.facts.on
    guardians = [person for person, _row in guardians_of(work.session, student.id, on)] if is_minor(student, on) else []
    names = names_of(work, guardians)
    return WillChoices(guardians=[Option(person.id, names[person.id].full) for person in guardians])


def student_name(work: UnitOfWork, student: Person) -> str:
    """The student's name."""
    return PersonName.of(work, student).full


def _line(work: UnitOfWork, row: InterestAssessment, names: Names) -> AssessmentLine:
    by = f"{date_text(row.assessed_on)}, {_assessor(row, names)}"
    review = date_text(row.review_on) if row.review_on else ""
    decision = decision_of(work, row)
    return AssessmentLine(
        by=by,
        words=_finding(row),
        grounds=work.decrypt(row, InterestAssessment.grounds),
        told=decision.get("told", ""),
        part=decision.get("part", ""),
        review=review,
    )


def decision_of(work: UnitOfWork, row: InterestAssessment) -> Document:
    """The words of a decision: what the pupil is told, and what the guardian is told all the same."""
    return work.decrypt_document(row, InterestAssessment.decision)


def _trail(said: Mapping[ExpressionOfWill, Sequence[InterestAssessment]], names: Names) -> tuple[TrailLine, ...]:
    """Oldest first; of one moment the pupil's word before what was found of it."""
    moments = [(word.given_on, word.recorded_at, 0, str(TRAIL_WORDS[word.answer])) for word in said]
    moments += [
        (each.assessed_on, each.recorded_at, 1, f"{_finding(each)} ({_assessor(each, names)})")
        for assessed in said.values()
        for each in assessed
    ]
    return tuple(TrailLine(date_text(day), words) for day, _at, _rank, words in sorted(moments))


def _finding(row: InterestAssessment) -> str:
    words = {
        Outcome.REFUSED: _("Clearly against the pupil's interest: the guardian is not left out"),
        Outcome.PARTLY: _("In part against the pupil's interest: in force, and the guardian is told some things"),
        Outcome.GRANTED: _("Not against the pupil's interest: the prohibition is in force"),
    }
    return words[outcome_of(is_against=row.is_clearly_against_interest, is_partly=row.is_partly)]


def _assessor(row: InterestAssessment, names: Names) -> str:
    return f"{names.of_person(row.assessor_person_id)}, {ROLE_WORDS[row.assessor_role]}"
