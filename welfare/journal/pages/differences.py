"""What a correction changed, word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from welfare.journal.pages.lines import Line, Sign, Stretch

_WORDS: Final = re.compile(r"\s+|[^\s]+")


def changed_lines(before: Sequence[Line], after: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that differ, in the order of the corrected entry, each with what was taken away and what was put in."""
    earlier = {line.name: line for line in before}
    gone = [line for line in before if line.name not in {each.name for each in after}]
    changed = [line for line in after if _text_of(earlier.get(line.name)) != line.text]
    found = [line.marked(compare(_text_of(earlier.get(line.name)), line.text)) for line in changed]
    return tuple(found + [line.marked(compare(line.text, "")) for line in gone])


def compare(before: str, after: str) -> tuple[Stretch, ...]:
    """Two texts as one: common words plain, those taken away and those put in marked."""
    return tuple(_stretches(_WORDS.findall(before), _WORDS.findall(after)))


def _stretches(old: list[str], new: list[str]) -> Iterator[Stretch]:
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for tag, a, b, c, d in steps:
        if tag == "equal":
            yield Stretch("".join(old[a:b]))
            continue
        if b > a:
            yield Stretch("".join(old[a:b]), Sign.REMOVED)
        if d > c:
            yield Stretch("".join(new[c:d]), Sign.ADDED)


def _text_of(line: Line | None) -> str:
    return line.text if line else ""
