"""Two tabs, or two people, and one text: both versions side by side, and a merged one to go on with."""

from dataclasses import dataclass

from flask_babel import gettext as _

from welfare.journal.forms import EntryForm
from welfare.journal.pages.matter import MatterHead
from welfare.ui.versions import Conflict


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """One field that two versions fill differently."""

    name: str
    label: str
    versions: Conflict


@dataclass(frozen=True, slots=True)
class Versions:
    """How the two versions are told apart on the page."""

    mine_under: str
    stored_under: str
    lead: str
    is_draft: bool
    """Whether going on means keeping a draft; else it means correcting the newest text."""


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """Every text that differs."""

    matter: MatterHead
    lead: str
    is_draft: bool
    fields: tuple[FieldConflict, ...]

    @classmethod
    def between(cls, matter: MatterHead, mine: EntryForm, stored: EntryForm, told: Versions) -> "ConflictPage":
        """Compare what was sent with what is stored, and put the merged texts into the sent form.

        Of answers that are chosen, not typed, the sent ones stay.
        """
        pairs = zip(mine.texts, stored.texts, strict=True)
        differing = [(own, other) for own, other in pairs if own.shown != other.shown]
        found = []
        for own, other in differing:
            under = {"mine_under": told.mine_under, "stored_under": told.stored_under}
            conflict = Conflict.between(own.shown, other.shown, **under)
            found.append(FieldConflict(own.name, str(own.label.text), conflict))
            own.put(conflict.merged)
        return cls(matter, told.lead, told.is_draft, tuple(found))


def of_two_tabs(saved_at: str) -> Versions:
    """Words for two drafts of one writer."""
    return Versions(
        mine_under=_("On this page, not saved"),
        stored_under=_("Draft of %(moment)s", moment=saved_at),
        lead=_("You have saved this draft in another window since you opened this page."),
        is_draft=True,
    )


def of_two_correctors(author: str, moment: str) -> Versions:
    """Words for two people who correct one entry."""
    return Versions(
        mine_under=_("On this page, not saved"),
        stored_under=_("%(author)s, %(moment)s", author=author, moment=moment),
        lead=_("%(author)s corrected this entry while you were writing.", author=author),
        is_draft=False,
    )
