"""What a form is given back from a draft; plaintext is opened here."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from werkzeug.datastructures import MultiDict

from welfare.audit.gap import GapDocument
from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.actions import owner_of
from welfare.drafts.models import Draft
from welfare.drafts.page_drafts import find_page_draft
from welfare.drafts.queries import find_draft


@dataclass(frozen=True)
class SavedDraft:
    """An opened draft. ``FormClass(formdata=saved.formdata)`` draws the form again with it."""

    typed: dict[str, list[str]]
    page: str
    saved_at: datetime
    revision: int = 0
    """What `actions.check_draft` is told to have been seen."""

    @classmethod
    def of(cls, work: UnitOfWork, draft: Draft) -> "SavedDraft":
        """Open a draft; an empty one when it cannot be opened any more."""
        document = work.decrypt_document(draft, Draft.document)
        if isinstance(document, GapDocument):
            return cls({}, "", draft.saved_at, draft.revision)
        return cls(document["typed"], document["page"], draft.saved_at, draft.revision)

    @property
    def formdata(self) -> MultiDict[str, str]:
        """What was typed, as a form takes it in."""
        return MultiDict(self.typed)


def load_draft(work: UnitOfWork, purpose: str, subject_id: UUID | None = None) -> SavedDraft | None:
    """One's own draft, opened; None when there is none, an empty one when it cannot be opened any more."""
    draft = find_draft(work.session, owner_of(work), purpose, subject_id)
    if draft is None:
        return None
    return SavedDraft.of(work, draft)


def load_apart(work: UnitOfWork, page: str) -> SavedDraft | None:
    """What one window holds after another has kept its draft: it lies under its page until its writer chooses."""
    draft = find_page_draft(work, page)
    return SavedDraft.of(work, draft) if draft is not None else None
