"""Taking in what a writer of a memo has typed: what was left alone is not saved, nobody's text overwritten."""

from collections.abc import Sequence

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.actions.memos import MemoText, StaleMemoError, save_text
from welfare.communal.forms.memos import TONGUES, MemoForm, name_of
from welfare.communal.models import AgendaItem, CommunalMeeting
from welfare.communal.pages.memos import conflict_of
from welfare.ui.fields import Seen
from welfare.ui.versions import Conflict


class MemoScribe:
    """One sending of the memo; ``conflicts`` are the texts that two have written."""

    def __init__(self, work: UnitOfWork, meeting: CommunalMeeting, items: Sequence[AgendaItem], form: MemoForm) -> None:
        self.work, self.meeting, self.items, self.form = work, meeting, items, form
        self.conflicts: dict[str, Conflict] = {}

    @property
    def stored(self) -> list[str]:
        """Every text that has been let through."""
        return [text for item in self.items for language in TONGUES if (text := item.text(language))]

    def take_all(self) -> None:
        """Every text of every item. Raises MeetingClosedError."""
        for item in self.items:
            for language in TONGUES:
                self.take(item, language)

    def take(self, item: AgendaItem, language: str) -> None:
        """One text. Raises MeetingClosedError."""
        field, mark = self.form.text_of(item.id, language), self.form.mark_of(item.id, language)
        text, seen = str(field.data or ""), _seen(mark.data)
        if field.process_errors or seen.is_of(text):
            return
        try:
            save_text(self.work, self.meeting, MemoText(item, language, text, seen.is_of))
        except StaleMemoError:
            stored = item.text(language)
            mark.put(Seen.of(stored))
            if text != stored:
                self.conflicts[name_of(item.id, language)] = conflict = conflict_of(text, stored)
                field.put(conflict.merged)
        else:
            mark.put(Seen.of(text))


def _seen(mark: object) -> Seen:
    """What was seen; without a mark nothing was, and only an empty place can be filled."""
    return mark if isinstance(mark, Seen) else Seen.of("")
