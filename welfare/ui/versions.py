"""Two versions of one text, side by side: nobody's words are overwritten unseen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

_WORDS: Final = re.compile(r"\s+|[^\s]+")


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

    @classmethod
    def between(cls, mine: str, stored: str, *, mine_under: str, stored_under: str) -> "Conflict":
        """Compare the writer's text with the stored one; the two ``under`` lines say when, and by whom."""
        left, right = _WORDS.findall(mine), _WORDS.findall(stored)
        steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
        return cls(
            mine=tuple(_pieces((left[a:b], tag) for tag, a, b, _c, _d in steps)),
            mine_under=mine_under,
            stored=tuple(_pieces((right[c:d], tag) for tag, _a, _b, c, d in steps)),
            stored_under=stored_under,
            merged="".join(
                "".join(left[a:b] + ([] if tag == "equal" else _joined(left[a:b], right[c:d])))
                for tag, a, b, c, d in steps
            ),
        )


def _pieces(parts: Iterator[tuple[list[str], str]]) -> Iterator[Piece]:
    for words, tag in parts:
        if words:
            yield Piece("".join(words), is_changed=tag != "equal")


def _joined(mine: list[str], stored: list[str]) -> list[str]:
    """Give the stored words to put after one's own, with a space between if neither brings one."""
    needs_space = bool(mine and stored) and not (mine[-1].isspace() or stored[0].isspace())
    return [" ", *stored] if needs_space else stored
