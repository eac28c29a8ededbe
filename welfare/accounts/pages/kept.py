"""Giving back what was typed too late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from welfare.accounts.kept_text import OFFERED
from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.pages import load_draft
from welfare.ui.expired import TypedText, typed_back


@dataclass(frozen=True)
class KeptText:
    """The text to read and copy, and all of the form to be sent again to its page."""

    page: str
    at: datetime
    texts: Sequence[TypedText]
    fields: Sequence[tuple[str, str]]

    @classmethod
    def of(cls, work: UnitOfWork) -> "KeptText | None":
        """What waits for the actor, if anything does."""
        saved = load_draft(work, OFFERED)
        if saved is None:
            return None
        posted = saved.formdata
        return cls(saved.page, saved.saved_at, typed_back(posted), list(posted.items(multi=True)))
