"""What the teachers of a pupil are told to do in class: for a time, and never why (POL 40 § 2; rule 25; our policy).

A word of illness or of a reason is a nudge to think again: the writer looks, and says that it has been looked at.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from welfare.rules.minutes import names_illness

LONGEST_DAYS = 200
"""Policy: a school year's lessons; what is needed for longer is looked at anew."""
_REASONS = re.compile(
    r"\b(?:koska|siksi|takia|vuoksi|johtu\w*|syyn\w*|perhe\w*|avioero\w*|oirei\w*|eftersom|därför|orsak\w*|beror|"
    r"på grund av|familj\w*|skilsmäss\w*|symtom\w*|because|due to|reason\w*|family|divorce\w*)\b",
    re.IGNORECASE,
)


class TeacherNoteLack(StrEnum):
    """What keeps a note from being given."""

    ENDS = "ends"  # it must end, and not before it begins
    PAST = "past"  # the end is past already
    TOO_LONG = "too_long"


class TeacherNoteHint(StrEnum):
    """What the writer should look at once more."""

    REASON = "reason"
    ILLNESS = "illness"


@dataclass(frozen=True, slots=True)
class Period:
    """From a first day to a last one, both of which count."""

    begins_on: date
    ends_on: date

    def holds_on(self, on: date) -> bool:
        """Whether the note is shown on a day; it ends by itself."""
        return self.begins_on <= on <= self.ends_on


def what_the_period_lacks(period: Period, on: date) -> tuple[TeacherNoteLack, ...]:
    """What must be mended before a note is given."""
    lacks = {
        TeacherNoteLack.ENDS: period.ends_on < period.begins_on,
        TeacherNoteLack.PAST: period.ends_on < on,
        TeacherNoteLack.TOO_LONG: period.ends_on > max(period.begins_on, on) + timedelta(days=LONGEST_DAYS),
    }
    return tuple(lack for lack, is_lacking in lacks.items() if is_lacking)


def hints_in(text: str) -> tuple[TeacherNoteHint, ...]:
    """What in the text itself sounds like the reason; other pupils' names are looked for elsewhere."""
    found = {
        TeacherNoteHint.REASON: _REASONS.search(text) is not None,
        TeacherNoteHint.ILLNESS: names_illness(text),
    }
    return tuple(hint for hint, is_there in found.items() if is_there)
