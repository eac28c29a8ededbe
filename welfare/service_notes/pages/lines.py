"""An opened note as labelled lines of text, and what a correction changed in them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from flask_babel import gettext as _

from welfare.audit.gap import Gap, GapDocument
from welfare.rules.requests import SenderKind
from welfare.rules.service_records import TEMPLATES, ContactWay, NoteField, NoteKind, WithWhom
from welfare.service_notes.content import Document
from welfare.service_notes.words import FIELD_WORDS, INITIATORS, PEOPLE, WAYS

_WORDS: Final = re.compile(r"\s+|[^\s]+")
_BODY: Final = frozenset({NoteField.INFORMATION})
"""What needs no label: the note itself."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text, and the name of the element that marks it: ``ins``, ``del`` or none."""

    text: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled text of a note; what the client says is a voice."""

    name: str
    label: str
    text: str
    stretches: tuple[Stretch, ...] = ()

    @property
    def is_voice(self) -> bool:
        """Whether these are the client's own words."""
        return self.name == NoteField.STUDENT_VIEW

    @property
    def shown(self) -> tuple[Stretch, ...]:
        """What is drawn, in order."""
        return self.stretches or (Stretch(self.text),)


def _initiator(value: str) -> str:
    return str(INITIATORS[SenderKind(value)])


def _way(value: str) -> str:
    return str(WAYS[ContactWay(value)])


def _people(value: list[str]) -> str:
    return ", ".join(str(PEOPLE[WithWhom(each)]) for each in value)


_WRITTEN: dict[NoteField, Callable[..., str]] = {
    NoteField.INITIATOR: _initiator,
    NoteField.WAY: _way,
    NoteField.WITH_WHOM: _people,
}


def lines_of(kind: NoteKind, document: Document) -> tuple[Line, ...]:
    """The lines of a note that hold anything; a single gap where the document could not be opened."""
    if isinstance(document, GapDocument):
        return (Line("gap", "", Gap()),)
    template = TEMPLATES[kind]
    order = [field for field in NoteField if field in {*template.must, *template.may}]
    return tuple(_line(field, document[field.value]) for field in order if document.get(field.value))


def changed_lines(before: Sequence[Line], after: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that differ, each with what was taken away and what was put in."""
    earlier, later = {line.name: line for line in before}, {line.name: line for line in after}
    names = list(dict.fromkeys([*earlier, *later]))
    found = []
    for name in names:
        line = later.get(name) or earlier[name]
        old, new = (version[name].text if name in version else "" for version in (earlier, later))
        if old != new:
            found.append(Line(name, line.label or str(FIELD_WORDS[NoteField.INFORMATION]), new, compared(old, new)))
    return tuple(found)


def compared(before: str, after: str) -> tuple[Stretch, ...]:
    """Two texts as one: common words plain, those taken away and those put in marked."""
    return tuple(_stretches(_WORDS.findall(before), _WORDS.findall(after)))


def _line(field: NoteField, value: str | list[str]) -> Line:
    write = _WRITTEN.get(field, str)
    return Line(field.value, "" if field in _BODY else str(FIELD_WORDS[field]), write(value))


def _stretches(old: list[str], new: list[str]) -> Iterator[Stretch]:
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Stretch("".join(old[a:b]))
            continue
        if b > a:
            yield Stretch("".join(old[a:b]), "del")
        if d > c:
            yield Stretch("".join(new[c:d]), "ins")


def reason_line(reason: str) -> Line:
    """Why it was corrected."""
    return Line(NoteField.REASON.value, _("Reason"), reason)
