"""One note with its versions."""

from dataclasses import dataclass

from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.permissions import Permission, decide
from welfare.rules.service_records import NoteKind
from welfare.service_notes.models import ClientFile, ServiceNote
from welfare.service_notes.pages.head import ClientHead
from welfare.service_notes.pages.lines import Line, lines_of
from welfare.service_notes.pages.notes import NoteView, OpenedNotes
from welfare.service_notes.queries.notes import line_of


@dataclass(frozen=True, slots=True)
class NotePage:
    """A note, the text as it reads now, and the notes before and after it in its line of corrections."""

    client: ClientHead
    note: NoteView
    whole: tuple[Line, ...]
    """The whole text once corrected; empty of a note that nobody has corrected."""
    others: tuple[NoteView, ...]
    may_correct: bool
    may_print: bool

    @classmethod
    def of(cls, work: UnitOfWork, file: ClientFile, note: ServiceNote) -> "NotePage":
        """Open the note and its line."""
        line = line_of(work.session, note)
        opened = OpenedNotes.of(work, file.register, line)
        is_newest = line[-1].id == note.id
        return cls(
            client=ClientHead.of(work, file),
            note=opened.view(note),
            whole=lines_of(line[0].kind, opened.text_of(line[-1])) if len(line) > 1 else (),
            others=tuple(opened.view(each) for each in line if each.id != note.id),
            may_print=line[0].kind is NoteKind.PLAN
            and decide(work.actor, Permission.SERVICE_NOTE_PRINT, work.facts).is_granted,
            may_correct=is_newest and decide(work.actor, Permission.SERVICE_NOTE_CORRECT, work.facts).is_granted,
        )
