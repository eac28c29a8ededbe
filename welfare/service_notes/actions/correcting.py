"""Correcting a note: by a new one linked to it, with the reason; the earlier stays readable (ATL 22 §; rule 19)."""

from collections.abc import Collection

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.service_records import NoteCorrectionBlock, NoteField, what_blocks_correction
from welfare.service_notes.actions.writing import NewNote, check_whole, put_into_record
from welfare.service_notes.content import CORRECTED
from welfare.service_notes.models import ClientFile, ServiceNote
from welfare.service_notes.queries.notes import line_of


class NoteCorrectionError(ValueError):
    """The law of corrections forbids this one (rules/service_records.py)."""

    def __init__(self, blocks: Collection[NoteCorrectionBlock]) -> None:
        super().__init__(", ".join(blocks))
        self.blocks = tuple(blocks)


class NoteOvertakenError(NoteCorrectionError):
    """Somebody corrected the note first; ``newest`` is what would have to be corrected now."""

    def __init__(self, newest: ServiceNote) -> None:
        super().__init__((NoteCorrectionBlock.ALREADY_CORRECTED,))
        self.newest = newest


def correct_note(work: UnitOfWork, file: ClientFile, corrected: ServiceNote, new: NewNote) -> ServiceNote:
    """Write the correction of a note, or of a correction.

    Raises NoteOvertakenError, NoteCorrectionError, IncompleteNoteError, NotYourRegisterError.
    """
    work.session.execute(select(ServiceNote.id).where(ServiceNote.id == corrected.id).with_for_update())
    line = line_of(work.session, corrected)
    blocks = what_blocks_correction(
        is_same_file=corrected.file_id == file.id,
        is_corrected_already=line[-1].id != corrected.id,
        has_reason=bool(new.document.get(NoteField.REASON.value)),
    )
    if NoteCorrectionBlock.ALREADY_CORRECTED in blocks:
        raise NoteOvertakenError(line[-1])
    if blocks:
        raise NoteCorrectionError(blocks)
    check_whole(line[0].kind, new.document[CORRECTED])
    return put_into_record(work, file, new, corrects_id=corrected.id)
