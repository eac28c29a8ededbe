"""The minutes of one item: sections written during the meeting, which together become the journal's entry (OHL 20 § 4).

Each section is saved by itself, so that two may write at once. What the group decides is a plan of welfare; it decides
nothing as an authority (rule 34), and nothing of another student belongs here (OHL 22 § 1).
"""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from welfare.rules.identity_code import mentions_code
from welfare.rules.meetings import ItemState
from welfare.rules.names import stands_in


class Section(StrEnum):
    """The texts of the minutes, by the word that the entry's document keeps them under."""

    SUBJECT = "subject"
    BACKGROUND = "background"
    HANDLING = "handling"
    STUDENT_VIEW = "student_view"
    STUDENT_VIEW_ABSENT = "student_view_absent"
    GUARDIAN_VIEW = "guardian_view"
    INFORMATION = "information"


WRITABLE = frozenset({ItemState.NOW, ItemState.HANDLED})
"""While an item is handled, and until its minutes are final."""


class Hint(StrEnum):
    """What a writer is shown while writing; only the first keeps the minutes from becoming final."""

    IDENTITY_CODE = "identity_code"
    OTHER_STUDENT = "other_student"
    DIAGNOSIS_OF_ANOTHER = "diagnosis_of_another"


BLOCKING = frozenset({Hint.IDENTITY_CODE})
"""An identity code stands in the record's head, never in its text (TSL 29 §)."""


class MinutesLack(StrEnum):
    """What keeps minutes from becoming an entry, besides what the act asks of any meeting's entry."""

    IDENTITY_CODE = "identity_code"
    GUARDIAN_VIEW = "guardian_view"
    UNREADABLE = "unreadable"  # a text that nobody can open must not become a record without it


def what_minutes_lack(
    texts: Iterable[str], *, is_guardian_asked: bool, has_guardian_view: bool, is_readable: bool
) -> tuple[MinutesLack, ...]:
    """What is still to be done, the checklist of the act apart (OHL 18 § 1; TSL 29 §)."""
    lacks = {
        MinutesLack.UNREADABLE: not is_readable,
        MinutesLack.IDENTITY_CODE: any(mentions_code(text) for text in texts),
        MinutesLack.GUARDIAN_VIEW: is_guardian_asked and not has_guardian_view,
    }
    return tuple(lack for lack, is_lacking in lacks.items() if is_lacking)


_SENTENCE = re.compile(r"[^.!?\n]+")
_DIAGNOSES = re.compile(
    r"\b(?:diagno\w*|adhd|add|autis\w*|asperger\w*|masennu\w*|masent\w*|ahdistuneisuushäiriö\w*|"
    r"bipolaari\w*|psykoosi\w*|skitsofreni\w*|syömishäiriö\w*|anoreksi\w*|bulimi\w*|päihde\w*|alkoholi\w*|"
    r"depression\w*|deprimer\w*|ångestsyndrom\w*|bipolär\w*|psykos\w*|schizofren\w*|ätstörning\w*|"
    r"missbruk\w*|beroendesjukdom\w*|raskaus|raskaana|gravid\w*)\b",
    re.IGNORECASE,
)
"""Words of illness in Finnish and Swedish: a nudge to think again, not a judgement."""


def names_illness(text: str) -> bool:
    """Whether a word of illness stands in a text at all."""
    return _DIAGNOSES.search(text) is not None


def names_illness_of(texts: Iterable[str], people: Mapping[str, str]) -> frozenset[str]:
    """Who of these (given name to full name) stands in one sentence with a word of illness (OHL 22 § 1)."""
    ill = [s for text in texts for s in _SENTENCE.findall(text) if _DIAGNOSES.search(s)]
    return frozenset(full for given, full in people.items() if any(stands_in(sentence, given) for sentence in ill))
