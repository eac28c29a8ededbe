"""Two versions of one text, side by side: nobody's words are overwritten unseen."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

_WORDS: Final = re.compile(r"\s+|[^\s]+")
_SENTENCES: Final = re.compile(r"[^.!?\n]+[.!?\n]*\s*|[.!?\n]+\s*")


@dataclass(frozen=True)
class Piece:
    """A stretch of text, and whether the other version lacks it."""

    text: str
    is_changed: bool


@dataclass(frozen=True)
class Conflict:
    """What the second writer is shown: both texts with their differences, who saved when, and a merged text to edit."""

    mine: tuple[Piece, ...]
    mine_under: str
    stored: tuple[Piece, ...]
    stored_under: str
    merged: str
    below: str = ""
    """What the form below holds, and what to do with it, where that is not said otherwise."""

    @classmethod
    def between(cls, mine: str, stored: str, *, mine_under: str, stored_under: str, below: str = "") -> "Conflict":
        """Compare the writer's text with the stored one; the two ``under`` lines say when, and by whom."""
        left, right = _WORDS.findall(mine), _WORDS.findall(stored)
        steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
        return cls(
            mine=_pieces([(left[a:b], tag) for tag, a, b, _c, _d in steps]),
            mine_under=mine_under,
            stored=_pieces([(right[c:d], tag) for tag, _a, _b, c, d in steps]),
            stored_under=stored_under,
            merged=_merged(_SENTENCES.findall(mine), _SENTENCES.findall(stored)),
            below=below,
        )


def _pieces(parts: list[tuple[list[str], str]]) -> tuple[Piece, ...]:
    """Join words into stretches; a mere space between two changes belongs to the change."""
    pieces: list[Piece] = []
    for place, (words, tag) in enumerate(parts):
        text = "".join(words)
        is_changed = tag != "equal" or (not text.strip() and 0 < place < len(parts) - 1)
        if pieces and pieces[-1].is_changed == is_changed:
            text = pieces.pop().text + text
        if text:
            pieces.append(Piece(text, is_changed))
    return tuple(pieces)


def _merged(mine: list[str], stored: list[str]) -> str:
    """Put the texts together by whole sentences: where they differ, one's own come first and the stored ones after."""
    merged: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, mine, stored, autojunk=False).get_opcodes():
        merged += mine[a:b]
        if tag != "equal" and d > c:
            if merged and not merged[-1][-1].isspace():
                merged.append(" ")
            merged += stored[c:d]
    return "".join(merged)
