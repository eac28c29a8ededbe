"""What a student and guardians think of a meeting they took part in: answers that belong to nobody (rule 38).

As with the feedback of services, an answer is one more of its kind in a count by provider, term and who was asked.
Each question counts by itself, because each may be left unsaid: a mean that came to rest on one more answer would tell
it. What is kept of a person is that the questions have been sent, and not whether anything was said in them.
"""

from datetime import date, timedelta
from enum import StrEnum

from welfare.rules.cases import Part
from welfare.rules.meetings import ItemState

HELD = "held"
"""How a seat at a meeting stands while its owner may still be asked."""
UNSAID = 0
"""“I do not want to say”: an answer to the one who asks, and counted nowhere."""
ASKED_FOR = timedelta(days=28)
"""Policy: so long after the meeting the questions wait."""


class MeetingQuestion(StrEnum):
    """What is asked when a meeting has been held."""

    HEARD = "heard"
    CLEAR = "clear"
    NEXT = "next"


class Respondent(StrEnum):
    """Who is asked; the two are counted apart."""

    STUDENT = "student"
    GUARDIAN = "guardian"


RESPONDENTS = {Part.STUDENT: Respondent.STUDENT, Part.GUARDIAN: Respondent.GUARDIAN}
"""The experts' own view of the meeting is in its minutes."""


def is_asked_about(state: ItemState, ended_on: date | None, on: date, *, has_come: bool) -> bool:
    """Whether one who was invited is asked how the own item went: it is over, not long ago, and the person was there.

    When it was held decides, so that nothing tells whether its minutes are written.
    """
    if state not in {ItemState.HANDLED, ItemState.FINAL} or ended_on is None or not has_come:
        return False
    return ended_on <= on <= ended_on + ASKED_FOR
