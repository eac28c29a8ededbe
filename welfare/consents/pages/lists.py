"""All that has been said in a matter, question by question."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.pages.cards import LOOKS, State, WillCard, card_of
from welfare.consents.pages.named import Names
from welfare.consents.papers.queries import forms_of
from welfare.consents.wills import PROHIBITION, Matter, Question, Said
from welfare.consents.words import KIND_WORDS, STATUS_WORDS
from welfare.rules.answers import ConsentStatus
from welfare.rules.consent import ConsentKind
from welfare.rules.permissions import Permission, decide
from welfare.rules.standing import Standing
from welfare.ui.formats import date_text


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question: how it stands with everybody who decides, and every expression about it, newest first."""

    question: Question
    title: str
    state: State
    awaited: tuple[str, ...]
    cards: tuple[WillCard, ...] = ()

    @property
    def anchor(self) -> str:
        """Its id on a page."""
        kind, named = self.question
        return f"{kind.value.replace('_', '-')}-{named.hex[:8] if named else 'all'}"


@dataclass(frozen=True, slots=True)
class FormLine:
    """A form that was printed, and how many answers have been recorded from it."""

    id: UUID
    number: str
    kind_words: str
    day: str
    answers: int


@dataclass(frozen=True, slots=True)
class WillList:
    """The page of all expressions of a matter."""

    number: str
    lines: tuple[QuestionLine, ...]
    prohibitions: tuple[WillCard, ...]
    count: int
    may_record: bool
    forms: tuple[FormLine, ...]

    @classmethod
    def of(cls, work: UnitOfWork, matter: Matter, said: Said) -> "WillList":
        """Open the names that the list speaks of."""
        names = Names.of(work, said.rows, _deciders(said))
        shut = tuple(card_of(work, said, row, names) for row in reversed(said.rows) if row.kind is PROHIBITION)
        may_record = decide(work.actor, Permission.CONSENT_RECORD, work.facts).is_granted
        lines = question_lines(work, said, names)
        forms = form_lines(work, matter, said) if may_record else ()
        return cls(matter.number, lines, shut, len(said.rows), may_record, forms)


def form_lines(work: UnitOfWork, matter: Matter, said: Said) -> tuple[FormLine, ...]:
    """The forms printed in a matter, the newest first. None of their sealed words is opened."""
    answers = Counter(row.form_id for row in said.rows)
    return tuple(
        FormLine(form.id, form.number, str(KIND_WORDS[form.kind]), date_text(form.printed_at), answers[form.id])
        for form in forms_of(work.session, matter.id)
    )


def question_lines(work: UnitOfWork, said: Said, names: Names) -> tuple[QuestionLine, ...]:
    """Every question of a matter; the handling first, whether it has been asked or not."""
    handling: Question = (ConsentKind.GROUP_HANDLING, None)
    asked: Sequence[Question] = tuple(dict.fromkeys((handling, *said.questions)))
    return tuple(_line(work, said, question, names) for question in asked)


def _line(work: UnitOfWork, said: Said, question: Question, names: Names) -> QuestionLine:
    standing = said.standing(*question)
    cards = tuple(
        card_of(work, said, row, names) for row in reversed(said.rows) if (row.kind, row.named_id) == question
    )
    awaited = tuple(names.of_person(giver) for giver in sorted(standing.unheard))
    return QuestionLine(question, names.title(question), standing_state(standing, said), awaited, cards)


def standing_state(standing: Standing, said: Said) -> State:
    """How a question stands with all who decide together."""
    if standing.is_valid and standing.valid_to is not None:
        look = "expiring" if standing.expires_soon(said.on) else "valid"
        return State(look, _("In force until %(day)s", day=date_text(standing.valid_to)))
    if standing.status is ConsentStatus.MISSING:
        return State("expiring", _("An answer is missing"))
    return State(LOOKS.get(standing.status, "replaced"), str(STATUS_WORDS[standing.status]))


def _deciders(said: Said) -> set[UUID]:
    return {said.student_id, *(row.guardian_id for row in said.guardianships)}
