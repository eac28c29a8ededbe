"""Searching one journal: every entry is opened and looked through in memory; there is no index of its words."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.pages.entries import EntryView, OpenedRecord
from welfare.journal.pages.lines import Line, Sign, Stretch
from welfare.journal.pages.matter import MatterHead
from welfare.journal.queries import entries_of
from welfare.rules.names import folded_in_place
from welfare.rules.registers import Register

PURPOSE = "journal_search"
"""What the keyed hash of searched words is for: two searches for the same words can be told to be so, no more."""


@dataclass(frozen=True, slots=True)
class FoundPage:
    """The entries that hold all the searched words, newest first, with the words marked.

    Case and accents do not matter. Plans and minutes are texts of their own and are not looked through.
    """

    matter: MatterHead
    entries: tuple[EntryView, ...]

    @classmethod
    def of(cls, work: UnitOfWork, case: Case, words: str) -> "FoundPage":
        """Look through the whole journal. The event keeps a keyed hash of the words and the number of hits."""
        wanted = [folded_in_place(word) for word in unicodedata.normalize("NFC", words).split()]
        rows = entries_of(work.session, case.id)
        opened = OpenedRecord.of(work, rows)
        views = [opened.view(row) for row in reversed(rows)]
        found = tuple(_marked(view, wanted) for view in views if _holds_all(view, wanted))
        term = work.fingerprint(case.controller_id, PURPOSE, " ".join(words.casefold().split()))
        work.note(case.controller_id, Register.WELFARE, ("case", case.id), term=term.hex(), hits=len(found))
        return cls(MatterHead.of(work, case), found)


def _holds_all(view: EntryView, wanted: list[str]) -> bool:
    text = "\n".join(line.text for line in (view.heading, *view.lines) if line)
    plain = folded_in_place(unicodedata.normalize("NFC", text))
    return all(word in plain for word in wanted)


def _marked(view: EntryView, wanted: list[str]) -> EntryView:
    heading = _mark(view.heading, wanted) if view.heading else None
    return replace(view, heading=heading, lines=tuple(_mark(line, wanted) for line in view.lines))


def _mark(line: Line, wanted: list[str]) -> Line:
    """A line with its hits marked; one without hits stays as it is, with what a correction changed in it."""
    stretches = tuple(_stretches(line.text, wanted))
    return line.marked(stretches) if any(each.sign for each in stretches) else line


def _stretches(written: str, wanted: list[str]) -> Iterator[Stretch]:
    text = unicodedata.normalize("NFC", written)
    plain = folded_in_place(text)
    hits = sorted(span for word in wanted for span in _spans(plain, word))
    reached = 0
    for start, end in hits:
        if end <= reached:
            continue
        first = max(start, reached)
        if first > reached:
            yield Stretch(text[reached:first])
        yield Stretch(text[first:end], Sign.FOUND)
        reached = end
    if reached < len(text):
        yield Stretch(text[reached:])


def _spans(plain: str, word: str) -> Iterator[tuple[int, int]]:
    start = plain.find(word)
    while start >= 0:
        yield start, start + len(word)
        start = plain.find(word, start + len(word))
