"""Writing notes: which kind, then its form, with a draft that keeps itself."""

from collections.abc import Iterable

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.desk import Addresses, Answer
from welfare.rules.permissions import Permission
from welfare.rules.service_records import NoteField, NoteKind
from welfare.service_notes.actions import IncompleteNoteError, NewNote, NoteNotNowError, write_note
from welfare.service_notes.actions.drafting import draft_of_new
from welfare.service_notes.forms import NoteForm
from welfare.service_notes.models import ClientFile, ServiceNote
from welfare.service_notes.pages import ChoicePage, WritingPage
from welfare.service_notes.pages.writing import fresh_form, kept_form, posted_form
from welfare.service_notes.routes.blueprint import CLIENT, bp
from welfare.service_notes.routes.desk import Desk
from welfare.service_notes.words import FIELD_WORDS

NEW = f"{CLIENT}/notes/new"
NEW_OF_KIND = f"{NEW}/<any(contact, note, need, plan, ended, started):kind>"


@bp.get(NEW, needs=Permission.SERVICE_NOTE_WRITE)
def choose_kind(work: UnitOfWork, client: ClientFile) -> str:
    """Which kind of note to write."""
    page = ChoicePage.of(work, client)
    return render_template("service_notes/choose_kind.html", page=page, client=page.client)


@bp.get(NEW_OF_KIND, needs=Permission.SERVICE_NOTE_WRITE)
def write(work: UnitOfWork, client: ClientFile, kind: str) -> Answer:
    """The form, as it was left or as it begins."""
    return _desk(work, client, kind).begin(lambda: fresh_form(work, client, NoteKind(kind)))


@bp.post(NEW_OF_KIND, needs=Permission.SERVICE_NOTE_WRITE)
def save(work: UnitOfWork, client: ClientFile, kind: str) -> Answer:
    """Enter the note, or keep it as a draft."""
    desk, form = _desk(work, client, kind), posted_form(work, NoteKind(kind))
    stopped = desk.keep_or_stop(form)
    if stopped is not None:
        return stopped
    if not form.validate_on_submit():
        return desk.draw(form, 422)
    try:
        note = write_note(work, client, new_note(NoteKind(kind), form))
    except IncompleteNoteError as error:
        form.refuse(None, words_of_missing(error.lacks))
        return desk.draw(form, 422)
    except NoteNotNowError:
        form.refuse(None, _("The service has ended, or is given already, so this kind of note cannot be entered now."))
        return desk.draw(form, 409)
    return to_note(client, note)


@bp.post(f"{NEW_OF_KIND}/draft", needs=Permission.SERVICE_NOTE_WRITE)
def autosave(work: UnitOfWork, client: ClientFile, kind: str) -> Answer:
    """Keep what is being typed."""
    return _desk(work, client, kind).autosave(posted_form(work, NoteKind(kind)))


def new_note(kind: NoteKind, form: NoteForm) -> NewNote:
    """The command of a valid form."""
    return NewNote(kind=kind, occurred_on=form.day, document=form.document())


def to_note(client: ClientFile, note: ServiceNote) -> Answer:
    """On to the note that has been written."""
    flash(_("The note is in the record. It cannot be changed; a mistake is mended by a correction."), "good")
    return redirect(url_for("service_notes.note", client=client.id, note=note.id), 303)


def words_of_missing(lacks: Iterable[NoteField]) -> str:
    """What is missing, in words."""
    return _("Missing: %(fields)s.", fields=", ".join(str(FIELD_WORDS[each]).lower() for each in lacks))


def _desk(work: UnitOfWork, client: ClientFile, slug: str) -> Desk:
    kind = NoteKind(slug)

    def address(endpoint: str) -> str:
        return url_for(f"service_notes.{endpoint}", client=client.id, kind=slug)

    return Desk(
        work=work,
        place=draft_of_new(client, kind),
        addresses=Addresses(
            save=address("write"),
            autosave=address("autosave"),
            discard=address("discard"),
            leave=url_for("service_notes.show", client=client.id),
        ),
        page=lambda: WritingPage.of(work, client, kind),
        kept_form=lambda saved: kept_form(work, kind, saved),
    )
