"""What a kind of programme is made of: questions, tallies, months, words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from flask_babel import lazy_gettext as _l

from welfare.rules.programmes import ProgrammeKind
from welfare.rules.unit_types import OF_PUPILS, UnitType
from welfare.ui.fields.drawn import Words


class Asks(StrEnum):
    """What sort of answer a question takes."""

    LINE = "line"
    TEXT = "text"
    COUNT = "count"
    DAY = "day"
    CHOICE = "choice"
    CHOICES = "choices"
    CLASS = "class"
    """One of the unit's classes, by its name: a group, never somebody in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing that is asked."""

    code: str
    label: Words
    asks: Asks
    choices: Mapping[str, Words] = field(default_factory=dict)
    hint: Words = ""
    is_optional: bool = True
    most: int = 9999
    unit: str = ""
    """What a count is counted in, as ``h``; pupils and times need none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What is counted by term: entries of a few answers and one count each."""

    code: str
    title: Words
    add: Words
    measure: Question
    by: Sequence[Question] = ()
    of_pupils: bool = True
    """Whether a small number may tell of a pupil, so that it is hidden."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """Everything that an entry answers."""
        return (*self.by, self.measure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of programme."""

    code: ProgrammeKind
    title: Words
    about: Words
    details: Sequence[Question] = ()
    tallies: Sequence[Tally] = ()
    rhythm: Sequence[tuple[int, Words]] = ()
    """What is done in which month of the school year."""
    coverage: str = ""
    """The code of the answer that tells how far it reaches."""
    staff: Words = ""
    """What the list of staff is called, where there is one."""
    has_steps: bool = False
    given_in: frozenset[UnitType] = frozenset(OF_PUPILS)
    """In which units it is offered; where nobody has told what a unit gives, as in a school."""
    is_many: bool = False
    """Whether a unit has many in a year, each with a name of its own: clubs, methods, models."""

    def fits(self, unit_type: UnitType | None) -> bool:
        """Whether it is offered in a unit."""
        return bool(self.given_in & ({unit_type} if unit_type else set(OF_PUPILS)))

    def tally(self, code: str) -> Tally | None:
        """The tally of a code."""
        return next((each for each in self.tallies if each.code == code), None)


BANDS: Mapping[str, Words] = {
    "pre": _l("Pre-primary"),
    "1-2": _l("Grades 1–2"),
    "3-6": _l("Grades 3–6"),
    "7-9": _l("Grades 7–9"),
    "upper": _l("Upper secondary"),
}
GRADES: Mapping[str, Words] = {
    "pre": _l("Pre-primary"),
    **{str(grade): _l("Grade %(grade)s", grade=grade) for grade in range(1, 10)},
    "upper": _l("Upper secondary"),
}


def number_of(label: Words, *, most: int = 999, unit: str = "", hint: Words = "") -> Question:
    """The count of a tally."""
    return Question(code="count", label=label, asks=Asks.COUNT, is_optional=False, most=most, unit=unit, hint=hint)


def choice(code: str, label: Words, choices: Mapping[str, Words]) -> Question:
    """A question by which a tally is told apart."""
    return Question(code=code, label=label, asks=Asks.CHOICE, choices=choices, is_optional=False)
