"""What every way of writing shares: the page with its form, its draft, and two windows that write one text."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from flask import Response, flash, make_response, redirect, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as BaseResponse

from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.actions import StaleDraftError, check_draft
from welfare.drafts.pages import SavedDraft, load_apart, load_draft
from welfare.drafts.places import DraftPlace, keep_at
from welfare.ui.fields.drawn import Words
from welfare.ui.forms import RevisedForm

DRAFT_BUTTON, STORED_BUTTON = "draft", "stored"
Answer = Response | BaseResponse
Form = TypeVar("Form", bound=RevisedForm)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a form is sent, kept, thrown away and left for."""

    save: str
    autosave: str
    discard: str
    leave: str


@dataclass(frozen=True, slots=True)
class WritingDesk(ABC, Generic[Form]):
    """One text being written: its draft's place, its addresses, and how its form is made of a draft."""

    GONE: ClassVar[Words]
    """What is said where the text was sent or thrown away in another window meanwhile."""

    work: UnitOfWork
    place: DraftPlace
    addresses: Addresses
    kept_form: Callable[[SavedDraft], Form]

    @abstractmethod
    def draw(self, form: Form, status: int = 200) -> Response:
        """The page with its form."""

    @abstractmethod
    def both(self, form: Form, saved: SavedDraft, status: int) -> Response | None:
        """The page with both texts and a merged one; None where they say the same."""

    def begin(self, fresh: Callable[[], Form]) -> Response:
        """The form as it was left; where two windows have written, both texts until their writer has chosen."""
        apart = load_apart(self.work, self.addresses.save)
        if apart is None:
            return self.draw(fresh())
        form, saved = self.kept_form(apart), self._saved()
        form.revision.put(saved.revision if saved else 0)
        return (self.both(form, saved, 200) if saved else None) or self.draw(form)

    def keep_or_stop(self, form: Form) -> Answer | None:
        """Before a text is saved: keep it as a draft if that was asked for, or show what another window has written."""
        if STORED_BUTTON in request.form:
            return redirect(self.addresses.save, 303)
        stopped = self._settle(form)
        if stopped is not None or DRAFT_BUTTON not in request.form:
            return stopped
        keep_at(self.work, self.place, form.typed, form.seen_revision)
        flash(_("The draft is kept. Only you can see it."), "good")
        return redirect(self.addresses.save, 303)

    def autosave(self, form: Form) -> Answer:
        """Keep what is being typed; a window that is behind another is told so and keeps its text."""
        if self._settle(form) is not None:
            return make_response("", 409)
        revision = keep_at(self.work, self.place, form.typed, form.seen_revision)
        return make_response("", 204, {"X-Draft-Revision": str(revision)})

    def _settle(self, form: Form) -> Response | None:
        """Nothing where the draft is as this window has seen it, or says the same; else a page that shows both."""
        try:
            check_draft(self.work, self.place.purpose, self.place.subject_id, form.seen_revision)
        except StaleDraftError:
            saved = self._saved()
            return self._gone(form) if saved is None else self._overtaken(form, saved)
        return None

    def _saved(self) -> SavedDraft | None:
        return load_draft(self.work, self.place.purpose, self.place.subject_id)

    def _gone(self, form: Form) -> Response:
        form.revision.put(0)
        form.refuse(None, str(self.GONE))
        return self.draw(form, 409)

    def _overtaken(self, form: Form, saved: SavedDraft) -> Response | None:
        form.revision.put(saved.revision)
        return self.both(form, saved, 409)
