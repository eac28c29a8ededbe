"""Correcting a note by a new one."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.desk import Addresses, Answer
from welfare.rules.permissions import Permission
from welfare.rules.service_records import NoteKind
from welfare.service_notes.actions import IncompleteNoteError, NoteOvertakenError, correct_note
from welfare.service_notes.actions.drafting import draft_of_correction
from welfare.service_notes.models import ClientFile, ServiceNote
from welfare.service_notes.pages import NotePage, WritingPage
from welfare.service_notes.pages.writing import fresh_correction, kept_correction, posted_correction
from welfare.service_notes.routes.blueprint import NOTE, bp
from welfare.service_notes.routes.desk import Desk
from welfare.service_notes.routes.writing import new_note, to_note, words_of_missing

CORRECTION = f"{NOTE}/correction"


@bp.get(CORRECTION, needs=Permission.SERVICE_NOTE_CORRECT)
def correct(work: UnitOfWork, client: ClientFile, note: ServiceNote) -> Answer:
    """The form, filled with the note's text."""
    if not NotePage.of(work, client, note).may_correct:
        flash(_("This note has a correction already: the newest text is the one to correct."), "soon")
        return redirect(url_for("service_notes.note", client=client.id, note=note.id), 303)
    return _desk(work, client, note).begin(lambda: fresh_correction(work, client, note))


@bp.post(CORRECTION, needs=Permission.SERVICE_NOTE_CORRECT)
def save_correction(work: UnitOfWork, client: ClientFile, note: ServiceNote) -> Answer:
    """Put the correction beside what it corrects."""
    desk, form = _desk(work, client, note), posted_correction(work, note)
    stopped = desk.keep_or_stop(form)
    if stopped is not None:
        return stopped
    if not form.validate_on_submit():
        return desk.draw(form, 422)
    try:
        return to_note(client, correct_note(work, client, note, new_note(NoteKind.CORRECTION, form)))
    except NoteOvertakenError as error:
        form.revision.put(0)
        form.refuse(None, _("Somebody corrected this note while you were writing. The newest text stands above yours."))
        return _desk(work, client, error.newest).draw(form, 409)
    except IncompleteNoteError as error:
        form.refuse(None, words_of_missing(error.lacks))
        return desk.draw(form, 422)


@bp.post(f"{CORRECTION}/draft", needs=Permission.SERVICE_NOTE_CORRECT)
def autosave_correction(work: UnitOfWork, client: ClientFile, note: ServiceNote) -> Answer:
    """Keep what is being typed."""
    return _desk(work, client, note).autosave(posted_correction(work, note))


def _desk(work: UnitOfWork, client: ClientFile, note: ServiceNote) -> Desk:
    def address(endpoint: str) -> str:
        return url_for(f"service_notes.{endpoint}", client=client.id, note=note.id)

    return Desk(
        work=work,
        place=draft_of_correction(note),
        addresses=Addresses(
            save=address("correct"),
            autosave=address("autosave_correction"),
            discard=address("discard_correction"),
            leave=address("note"),
        ),
        page=lambda: WritingPage.of_correction(work, client, note),
        kept_form=lambda saved: kept_correction(work, note, saved),
    )
