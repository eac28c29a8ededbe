"""One entry being written: its page with what the provider offers for it, and what two windows have made of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from flask import Response, make_response, render_template
from flask_babel import lazy_gettext as _l

from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.desk import WritingDesk
from welfare.drafts.pages import SavedDraft
from welfare.journal.forms import EntryForm
from welfare.journal.pages import ConflictPage, WritingPage
from welfare.journal.pages.conflicts import Versions, of_two_tabs
from welfare.phrases.pages import offered_phrases
from welfare.rules.journal import EntryKind
from welfare.rules.phrases import PhrasePlace
from welfare.ui.fields.drawn import Words
from welfare.ui.formats import moment_text
from welfare.ui.forms import ActionForm

PHRASED = {
    EntryKind.NOTE: ("information", PhrasePlace.JOURNAL),
    EntryKind.OPENING: ("background", PhrasePlace.JOURNAL),
    EntryKind.MEETING: ("handling", PhrasePlace.MINUTES),
}
"""The long text below which phrases are offered, by kind; the pupil's own words are the pupil's own."""


@dataclass(frozen=True, slots=True)
class Desk(WritingDesk[EntryForm]):
    """An entry, or the correction of one."""

    GONE: ClassVar[Words] = _l(
        "This text was sent or thrown away in another window. Check the journal before you send it from here."
    )

    page: Callable[[EntryForm], WritingPage]
    template: str = "journal/write.html"
    more: Callable[[EntryForm], Mapping[str, object]] = lambda form: {}  # noqa: ARG005 - most pages need no more
    """What the template is given besides."""

    def draw(self, form: EntryForm, status: int = 200) -> Response:
        """The page with its form."""
        page = self.page(form)
        words = {"page": page, "form": form, "addresses": self.addresses, "action": ActionForm()}
        phrases = _phrases(self.work, page.kind)
        return make_response(render_template(self.template, **words, **phrases, **self.more(form)), status)

    def conflict(self, mine: EntryForm, stored: EntryForm, told: Versions, status: int = 409) -> Response:
        """Both versions and a merged text, to be saved as a draft or, after another's correction, as an entry."""
        page = self.page(mine)
        conflict = ConflictPage.between(page.matter, mine, stored, told)
        words = {"page": page, "conflict": conflict, "form": mine, "addresses": self.addresses}
        return make_response(render_template("journal/conflict.html", **words), status)

    def both(self, form: EntryForm, saved: SavedDraft, status: int) -> Response | None:
        """Both texts, where they differ in what is typed."""
        stored = self.kept_form(saved)
        if [own.shown for own in form.texts] == [other.shown for other in stored.texts]:
            return None
        return self.conflict(form, stored, of_two_tabs(moment_text(saved.saved_at)), status)


def _phrases(work: UnitOfWork, kind: EntryKind) -> dict[str, object]:
    """What the provider offers for this kind of entry, and in which text."""
    field, place = PHRASED.get(kind, ("", None))
    return {"phrased": field, "phrases": offered_phrases(work, place) if place else ()}
