"""Two windows and one text: both versions of every field that differs, and the sent form with the merged texts."""

from dataclasses import dataclass

from flask_babel import gettext as _

from welfare.drafts.pages import SavedDraft
from welfare.service_notes.forms import NoteForm
from welfare.ui.formats import moment_text
from welfare.ui.versions import Conflict


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """One field that two versions fill differently."""

    name: str
    label: str
    versions: Conflict


def conflicts_between(mine: NoteForm, stored: NoteForm, saved: SavedDraft) -> list[FieldConflict]:
    """Compare what was sent with the kept draft, and put the merged texts into the sent form."""
    found = []
    for own, other in zip(mine.texts, stored.texts, strict=True):
        if own.shown != other.shown:
            under = {
                "mine_under": _("On this page, not saved"),
                "stored_under": _("Draft of %(moment)s", moment=moment_text(saved.saved_at)),
            }
            conflict = Conflict.between(own.shown, other.shown, **under)
            found.append(FieldConflict(own.name, str(own.label.text), conflict))
            own.put(conflict.merged)
    return found
