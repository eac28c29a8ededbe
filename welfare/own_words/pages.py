"""Own words opened for a group: what their writers let it see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.consents.pages import Names
from welfare.own_words.models import OwnWords
from welfare.own_words.queries import words_shown
from welfare.ui.formats import date_text


@dataclass(frozen=True, slots=True)
class ShownWords:
    """One version that the group may read."""

    id: UUID
    text: str
    by: str
    is_students: bool
    shared_at: datetime | None


def shown_words(work: UnitOfWork, case: Case) -> Sequence[ShownWords]:
    """Open what is shown in a matter, the newest first."""
    rows = words_shown(work.session, case.id)
    names = Names.of(work, [], {row.writer_person_id for row in rows})
    work.prefetch(rows)
    return [
        ShownWords(
            id=row.id,
            text=work.decrypt(row, OwnWords.text),
            by=_(
                "%(name)s, %(day)s",
                name=names.of_person(row.writer_person_id),
                day=date_text(row.written_at),
            ),
            is_students=row.writer_person_id == row.student_id,
            shared_at=row.shared_at,
        )
        for row in rows
    ]
