"""What a student's guardians have allowed that ends with coming of age, and what the student has said of it since.

From the eighteenth birthday the student alone decides (LHL 3 §; rule 35): a guardian's yes ends the day before, and
nothing that rested on it goes on by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from welfare.consents.models import ExpressionOfWill
from welfare.consents.wills import Question, Said
from welfare.rules.answers import ConsentStatus
from welfare.rules.consent import Answer, GiverCapacity


@dataclass(frozen=True, slots=True)
class Ending:
    """A question to which a guardian has said yes up to the coming of age."""

    question: Question
    guardians: ExpressionOfWill
    own: ExpressionOfWill | None
    """What the student has said to it; not a yes that has ended."""


def endings_by_age(said: Said) -> Iterator[Ending]:
    """Each such question of a matter; not what ended for another reason before."""
    for question in said.questions:
        about = [row for row in said.rows if (row.kind, row.named_id) == question]
        theirs = [row for row in about if row.capacity is GiverCapacity.GUARDIAN]
        if not theirs or theirs[-1].answer is not Answer.GIVEN:
            continue
        last = said.last_day_of(theirs[-1])
        if last is None or last < said.adult_from - timedelta(days=1):
            continue
        own = [row for row in about if row.capacity is GiverCapacity.SELF]
        yield Ending(question, theirs[-1], own[-1] if own and _stands(said, own[-1]) else None)


def _stands(said: Said, row: ExpressionOfWill) -> bool:
    """Whether a word of the student's own still says something: a no does, and a yes until it ends."""
    return row.answer is not Answer.GIVEN or said.status_of_row(row) in {ConsentStatus.VALID, ConsentStatus.COMING}
