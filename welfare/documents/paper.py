"""What stands on a paper: blocks of plain text, never markup. What was typed is printed as it was typed."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from hashlib import sha256
from json import dumps
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Words:
    """Paragraphs under a heading, or without one."""

    kind: ClassVar[str] = "words"
    text: str
    heading: str = ""
    is_voice: bool = False
    """The pupil's own words, which look different everywhere."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, one a line."""

    kind: ClassVar[str] = "facts"
    lines: Sequence[tuple[str, str]]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Framed:
    """What is typed off the paper sign by sign: names, and values in large letters of one width."""

    kind: ClassVar[str] = "framed"
    lines: Sequence[tuple[str, str]]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column heads."""

    kind: ClassVar[str] = "table"
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """Boxes to be ticked by hand, all of one size: a yes weighs no more than a no."""

    kind: ClassVar[str] = "choices"
    options: Sequence[str]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Ballot:
    """Questions in rows under column heads, each with the same boxes of one size: the last column is ticked by hand."""

    kind: ClassVar[str] = "ballot"
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    options: Sequence[str]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Empty lines to be written on by hand."""

    kind: ClassVar[str] = "lines"
    count: int
    text: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to be signed on, each with what belongs under it; in ``columns`` beside each other."""

    kind: ClassVar[str] = "signatures"
    under: Sequence[str]
    heading: str = ""
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings of the blocks after it, each with its page."""

    kind: ClassVar[str] = "contents"
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A letter of its own within a bundle, in its own language, on a new page: words and facts under its own title."""

    kind: ClassVar[str] = "leaf"
    title: str
    language: str
    parts: Sequence[Words | Facts | Framed]
    under: str = ""
    is_first: bool = False

    @property
    def heading(self) -> str:
        """What stands above it."""
        return self.title

    def content(self) -> dict[str, Any]:
        """Its parts carry their kinds, as the blocks of a paper do."""
        return {**asdict(self), "parts": [{"kind": part.kind, **asdict(part)} for part in self.parts]}


Block = Leaf | Words | Contents | Facts | Framed | Table | Choices | Ballot | Lines | Signatures


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One document. ``number`` is printed at its foot with the digest; ``made_at`` is the only date in the file."""

    title: str
    language: str
    number: str
    made_at: datetime
    blocks: Sequence[Block]
    under: str = ""
    marks: Sequence[str] = field(default=())
    """Lines at the head, as *secret, by which section*."""
    is_bundle: bool = False
    """Made of leaves, which have titles of their own."""
    foot: str = ""
    """Printed for whom and for what: the reader's name where a copy is traced."""

    def content(self) -> dict[str, Any]:
        """Everything the layout is given, as JSON knows it."""
        return {
            "title": self.title,
            "language": self.language,
            "number": self.number,
            "under": self.under,
            "marks": list(self.marks),
            "foot": self.foot,
            **({"is_bundle": True} if self.is_bundle else {}),
            "blocks": [
                {"kind": block.kind, **(block.content() if isinstance(block, Leaf) else asdict(block))}
                for block in self.blocks
            ],
        }

    @property
    def digest(self) -> str:
        """SHA-256 of what the paper says, in hex: the same for every copy, whoever it was printed for."""
        said = {name: value for name, value in self.content().items() if name != "foot"}
        return sha256(dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
