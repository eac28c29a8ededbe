"""What every way of writing shares: the page with its form, its draft, and two tabs that write one text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Response, flash, make_response, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as BaseResponse

from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.actions import StaleDraftError, check_draft
from welfare.drafts.pages import SavedDraft, load_apart, load_draft
from welfare.journal.actions import DraftPlace, keep
from welfare.journal.forms import EntryForm
from welfare.journal.pages import ConflictPage, WritingPage
from welfare.journal.pages.conflicts import Versions, of_two_tabs
from welfare.phrases.pages import offered_phrases
from welfare.rules.journal import EntryKind
from welfare.rules.phrases import PhrasePlace
from welfare.ui.formats import moment_text
from welfare.ui.forms import ActionForm

DRAFT_BUTTON, STORED_BUTTON = "draft", "stored"
Answer = Response | BaseResponse


PHRASED = {
    EntryKind.NOTE: ("information", PhrasePlace.JOURNAL),
    EntryKind.OPENING: ("background", PhrasePlace.JOURNAL),
    EntryKind.MEETING: ("handling", PhrasePlace.MINUTES),
}
"""The long text below which phrases are offered, by kind; the pupil's own words are the pupil's own."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a form is sent, kept, thrown away and left for."""

    save: str
    autosave: str
    discard: str
    leave: str


@dataclass(frozen=True, slots=True)
class Desk:
    """One text being written: its draft's place, its addresses, and how its form and page are made."""

    work: UnitOfWork
    place: DraftPlace
    addresses: Addresses
    page: Callable[[EntryForm], WritingPage]
    kept_form: Callable[[SavedDraft], EntryForm]
    template: str = "journal/write.html"
    more: Callable[[EntryForm], Mapping[str, object]] = lambda form: {}  # noqa: ARG005 - most pages need no more
    """What the template is given besides."""

    def begin(self, fresh: Callable[[], EntryForm]) -> Response:
        """The form as it was left; where two windows have written, both texts until their writer has chosen."""
        apart = load_apart(self.work, self.addresses.save)
        if apart is None:
            return self.draw(fresh())
        form, saved = self.kept_form(apart), load_draft(self.work, self.place.purpose, self.place.subject_id)
        form.revision.put(saved.revision if saved else 0)
        return (self._both(form, saved, 200) if saved else None) or self.draw(form)

    def draw(self, form: EntryForm, status: int = 200) -> Response:
        """The page with its form."""
        page = self.page(form)
        words = {"page": page, "form": form, "addresses": self.addresses, "action": ActionForm()}
        phrases = _phrases(self.work, page.kind)
        return make_response(render_template(self.template, **words, **phrases, **self.more(form)), status)

    def keep_or_stop(self, form: EntryForm) -> Answer | None:
        """Before an entry is saved: keep it as a draft if that was asked for, or show what another tab has written."""
        if STORED_BUTTON in request.form:
            return redirect(self.addresses.save, 303)
        stopped = self._settle(form)
        if stopped is not None or DRAFT_BUTTON not in request.form:
            return stopped
        keep(self.work, self.place, form.typed, form.seen_revision)
        flash(_("The draft is kept. Only you can see it."), "good")
        return redirect(self.addresses.save, 303)

    def autosave(self, form: EntryForm) -> Answer:
        """Keep what is being typed; a tab that is behind another is told so and keeps its text."""
        if self._settle(form) is not None:
            return make_response("", 409)
        revision = keep(self.work, self.place, form.typed, form.seen_revision)
        return make_response("", 204, {"X-Draft-Revision": str(revision)})

    def conflict(self, mine: EntryForm, stored: EntryForm, told: Versions, status: int = 409) -> Response:
        """Both versions and a merged text, to be saved as a draft or, after another's correction, as an entry."""
        page = self.page(mine)
        conflict = ConflictPage.between(page.matter, mine, stored, told)
        words = {"page": page, "conflict": conflict, "form": mine, "addresses": self.addresses}
        return make_response(render_template("journal/conflict.html", **words), status)

    def _settle(self, form: EntryForm) -> Response | None:
        """Nothing where the draft is as this tab has seen it, or says the same; else the page that shows both."""
        try:
            check_draft(self.work, self.place.purpose, self.place.subject_id, form.seen_revision)
        except StaleDraftError:
            saved = load_draft(self.work, self.place.purpose, self.place.subject_id)
            return self._gone(form) if saved is None else self._overtaken(form, saved)
        return None

    def _gone(self, form: EntryForm) -> Response:
        form.revision.put(0)
        form.refuse(
            None,
            _("This text was sent or thrown away in another window. Check the journal before you send it from here."),
        )
        return self.draw(form, 409)

    def _overtaken(self, form: EntryForm, saved: SavedDraft) -> Response | None:
        form.revision.put(saved.revision)
        return self._both(form, saved, 409)

    def _both(self, form: EntryForm, saved: SavedDraft, status: int) -> Response | None:
        stored = self.kept_form(saved)
        if [own.shown for own in form.texts] == [other.shown for other in stored.texts]:
            return None
        return self.conflict(form, stored, of_two_tabs(moment_text(saved.saved_at)), status)


def _phrases(work: UnitOfWork, kind: EntryKind) -> dict[str, object]:
    """What the provider offers for this kind of entry, and in which text."""
    field, place = PHRASED.get(kind, ("", None))
    return {"phrased": field, "phrases": offered_phrases(work, place) if place else ()}
