"""What a writer of minutes is nudged about. It is worked out when the page is drawn, and kept and sent nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.meetings.pages.room import Room
from welfare.people.models import Person
from welfare.people.pages import names_of
from welfare.people.schoolmates import schoolmates
from welfare.rules.identity_code import mentions_code
from welfare.rules.minutes import BLOCKING, Hint, names_illness_of
from welfare.rules.names import stands_in


@dataclass(frozen=True, slots=True)
class HintLine:
    """One nudge, in words."""

    hint: Hint
    words: str

    @property
    def is_blocking(self) -> bool:
        """Whether the minutes cannot become final so."""
        return self.hint in BLOCKING


def hints_on(work: UnitOfWork, room: Room, texts: Sequence[str]) -> list[HintLine]:
    """Everything worth a second thought in these texts."""
    written = [text for text in texts if text.strip()]
    if not written:
        return []
    found = []
    if any(mentions_code(text) for text in written):
        found.append(HintLine(Hint.IDENTITY_CODE, _("There is a personal identity code in the text. Take it out.")))
    return [*found, *_other_students(work, room, written), *_illness(room, written)]


def _other_students(work: UnitOfWork, room: Room, texts: Sequence[str]) -> list[HintLine]:
    """Names from the roster that stand in the text as they stand there; the event names only those found."""
    known = {row.person_id for row in room.attendees if row.person_id} | {room.case.student_id}
    whole = "\n".join(texts)

    def fits(identity: dict[str, Any]) -> bool:
        return stands_in(whole, f"{identity['given_name']} {identity['family_name']}")

    rows = schoolmates(work.session, room.case.school_id, known, work.facts.on)
    names = names_of(work, work.sift(rows, Person.identity, fits)).values()
    return [
        HintLine(
            Hint.OTHER_STUDENT,
            _("%(name)s is a pupil of this school. Is the name needed in another pupil’s record?", name=name.full),
        )
        for name in names
    ]


def _illness(room: Room, texts: Sequence[str]) -> list[HintLine]:
    others = [room.name(row) for row in room.attendees if row.person_id != room.case.student_id]
    found = names_illness_of(texts, {name.partition(" ")[0]: name for name in others})
    return [
        HintLine(
            Hint.DIAGNOSIS_OF_ANOTHER,
            _("There is a word of illness beside %(name)s. Only what concerns the pupil is entered.", name=name),
        )
        for name in sorted(found)
    ]
