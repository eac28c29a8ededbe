"""What every way of writing shares: the page with its form, its draft, and two windows that write one text."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Response, flash, make_response, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as BaseResponse

from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.actions import StaleDraftError, check_draft
from welfare.drafts.pages import SavedDraft, load_apart, load_draft
from welfare.service_notes.actions.drafting import DraftPlace, keep
from welfare.service_notes.forms import NoteForm
from welfare.service_notes.pages import WritingPage
from welfare.service_notes.pages.conflicts import conflicts_between
from welfare.ui.forms import ActionForm

DRAFT_BUTTON, STORED_BUTTON = "draft", "stored"
Answer = Response | BaseResponse


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a form is sent, kept, thrown away and left for."""

    save: str
    autosave: str
    discard: str
    leave: str


@dataclass(frozen=True, slots=True)
class Desk:
    """One text being written: its draft's place, its addresses, and how its page and kept form are made."""

    work: UnitOfWork
    place: DraftPlace
    addresses: Addresses
    page: Callable[[], WritingPage]
    kept_form: Callable[[SavedDraft], NoteForm]

    def begin(self, fresh: Callable[[], NoteForm]) -> Response:
        """The form as it was left; where two windows have written, both texts until their writer has chosen."""
        apart = load_apart(self.work, self.addresses.save)
        if apart is None:
            return self.draw(fresh())
        form, saved = self.kept_form(apart), load_draft(self.work, self.place.purpose, self.place.subject_id)
        form.revision.put(saved.revision if saved else 0)
        return (self._both(form, saved, 200) if saved else None) or self.draw(form)

    def draw(self, form: NoteForm, status: int = 200) -> Response:
        """The page with its form."""
        return self._page("write", status, form=form, action=ActionForm())

    def keep_or_stop(self, form: NoteForm) -> Answer | None:
        """Before a note is saved: keep it as a draft if that was asked for, or show what another window has written."""
        if STORED_BUTTON in request.form:
            return redirect(self.addresses.save, 303)
        stopped = self._settle(form)
        if stopped is not None or DRAFT_BUTTON not in request.form:
            return stopped
        keep(self.work, self.place, form.typed, form.seen_revision)
        flash(_("The draft is kept. Only you can see it."), "good")
        return redirect(self.addresses.save, 303)

    def autosave(self, form: NoteForm) -> Answer:
        """Keep what is being typed; a window that is behind another is told so and keeps its text."""
        if self._settle(form) is not None:
            return make_response("", 409)
        revision = keep(self.work, self.place, form.typed, form.seen_revision)
        return make_response("", 204, {"X-Draft-Revision": str(revision)})

    def _settle(self, form: NoteForm) -> Response | None:
        """Nothing where the draft is as this window has seen it, or says the same; else a page that shows both."""
        try:
            check_draft(self.work, self.place.purpose, self.place.subject_id, form.seen_revision)
        except StaleDraftError:
            saved = load_draft(self.work, self.place.purpose, self.place.subject_id)
            return self._gone(form) if saved is None else self._overtaken(form, saved)
        return None

    def _gone(self, form: NoteForm) -> Response:
        form.revision.put(0)
        form.refuse(
            None,
            _("This text was entered or thrown away in another window. Check the record before you save it from here."),
        )
        return self.draw(form, 409)

    def _overtaken(self, form: NoteForm, saved: SavedDraft) -> Response | None:
        form.revision.put(saved.revision)
        return self._both(form, saved, 409)

    def _both(self, form: NoteForm, saved: SavedDraft, status: int) -> Response | None:
        conflicts = conflicts_between(form, self.kept_form(saved), saved)
        return self._page("conflict", status, form=form, conflicts=conflicts) if conflicts else None

    def _page(self, name: str, status: int, **more: object) -> Response:
        page = self.page()
        words = {"page": page, "client": page.client, "addresses": self.addresses, **more}
        return make_response(render_template(f"service_notes/{name}.html", **words), status)
