"""What goes on when a student comes of age: what ends with the guardians' permissions, and where to decide."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.pages.text import words_of
from welfare.consents.pages import Names
from welfare.consents.queries import said_in
from welfare.own_words.queries import words_by
from welfare.people.models import Person
from welfare.people.queries import is_minor
from welfare.portal.asking import decides
from welfare.portal.coming_of_age import Ending, endings_by_age
from welfare.portal.pages.reader import Reader
from welfare.portal.queries import going_on, matters_told
from welfare.rules.cases import CaseState
from welfare.rules.consent import Answer
from welfare.ui.formats import date_text


@dataclass(frozen=True, slots=True)
class EndingLine:
    """One permission of a guardian, and what has become of it."""

    title: str
    words: str
    is_open: bool
    """Whether the student has still to decide."""


@dataclass(frozen=True, slots=True)
class MatterOfAge:
    """One matter that is going on."""

    subject: str
    lines: Sequence[EndingLine]
    answer_url: str
    words_url: str
    shown_words: int
    """How many of the student's own texts the group sees."""


@dataclass(frozen=True, slots=True)
class OfAgePage:
    """All of it, before the day and after."""

    reader: Reader
    is_of_age: bool
    matters: Sequence[MatterOfAge]

    @classmethod
    def of(cls, work: UnitOfWork, student: Person) -> "OfAgePage":
        """Open what each matter is about, and the names in it."""
        of_age = not is_minor(student, work.facts.on)
        cases = going_on(matters_told(work.session, work.actor, student.id, work.facts))
        said = said_in(work.session, cases, work.facts.on)
        matters = []
        for case in cases:
            endings = list(endings_by_age(said[case.id]))
            names = Names.of(work, [each.guardians for each in endings], [each.question[1] for each in endings])
            is_asked = decides(work.session, case, work.actor.person_id, work.facts.on)
            shown = [row for row in words_by(work.session, case.id, work.actor.person_id) if row.is_shown]
            matters.append(
                MatterOfAge(
                    subject=words_of(work, case).subject_words,
                    lines=[_line(each, names, is_of_age=of_age) for each in endings],
                    answer_url=url_for("portal.answers", student=student.id, case=case.id) if is_asked else "",
                    words_url=""
                    if case.state is CaseState.PROPOSED
                    else url_for("portal.words", student=student.id, case=case.id),
                    shown_words=len(shown),
                )
            )
        return cls(Reader.of(work, student), of_age, matters)


def has_to_decide(work: UnitOfWork, student: Person) -> bool:
    """Whether an adult student has not said yet what goes on of what guardians had allowed."""
    if is_minor(student, work.facts.on):
        return False
    cases = going_on(matters_told(work.session, work.actor, student.id, work.facts))
    said = said_in(work.session, cases, work.facts.on)
    return any(each.own is None for case in cases for each in endings_by_age(said[case.id]))


def _line(each: Ending, names: Names, *, is_of_age: bool) -> EndingLine:
    return EndingLine(
        names.title(each.question), _words(each, is_of_age=is_of_age), is_open=is_of_age and each.own is None
    )


def _words(each: Ending, *, is_of_age: bool) -> str:
    if each.own is not None:
        day = date_text(each.own.given_on)
        said_yes = each.own.answer is Answer.GIVEN
        return _("You said yes on %(day)s.", day=day) if said_yes else _("You said no on %(day)s.", day=day)
    if is_of_age:
        return _("It ended when you came of age. Nothing goes on before you say yes.")
    return _("A guardian has said yes. It ends when you come of age, and then you decide.")
