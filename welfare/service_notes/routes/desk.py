"""One note being written: its page, and what two windows have made of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from flask import Response, make_response, render_template
from flask_babel import lazy_gettext as _l

from welfare.drafts.desk import WritingDesk
from welfare.drafts.pages import SavedDraft
from welfare.service_notes.forms import NoteForm
from welfare.service_notes.pages import WritingPage
from welfare.service_notes.pages.conflicts import conflicts_between
from welfare.ui.fields.drawn import Words
from welfare.ui.forms import ActionForm


@dataclass(frozen=True, slots=True)
class Desk(WritingDesk[NoteForm]):
    """A note, or the correction of one."""

    GONE: ClassVar[Words] = _l(
        "This text was entered or thrown away in another window. Check the record before you save it from here."
    )

    page: Callable[[], WritingPage]

    def draw(self, form: NoteForm, status: int = 200) -> Response:
        """The page with its form."""
        return self._page("write", status, form=form, action=ActionForm())

    def both(self, form: NoteForm, saved: SavedDraft, status: int) -> Response | None:
        """Both texts, and the form with the merged ones."""
        conflicts = conflicts_between(form, self.kept_form(saved), saved)
        return self._page("conflict", status, form=form, conflicts=conflicts) if conflicts else None

    def _page(self, name: str, status: int, **more: object) -> Response:
        page = self.page()
        words = {"page": page, "client": page.client, "addresses": self.addresses, **more}
        return make_response(render_template(f"service_notes/{name}.html", **words), status)
