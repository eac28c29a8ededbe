"""Reads a page into a tree, strictly: what a browser would silently repair is an error here."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from typing import Final, NoReturn

VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_RAW: Final = frozenset({"script", "style"})
_INLINE: Final = frozenset({"a", "abbr", "b", "code", "del", "em", "i", "ins", "span", "strong", "sub", "sup", "time"})

Nodes = Iterator["Node"]
When = Callable[["Node"], bool]


class MalformedPageError(AssertionError):
    """The page's tags do not pair up."""


@dataclass(eq=False)
class Node:
    """An element with its attributes, and the texts and elements within it in order."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    parts: "list[Node | str]" = field(default_factory=list)
    parent: "Node | None" = None

    def get(self, name: str) -> str:
        """The attribute's value, empty when it is not there."""
        return self.attributes.get(name) or ""

    def has(self, name: str) -> bool:
        """True when the attribute is there, with or without a value."""
        return name in self.attributes

    @property
    def words(self) -> list[str]:
        """The words of a class attribute."""
        return self.get("class").split()

    @property
    def text(self) -> str:
        """All text within as it reads: white space made single, a block apart from its neighbours."""
        return " ".join(_spaced(self).split())

    @property
    def raw_text(self) -> str:
        """All text within, as written."""
        return "".join(part if isinstance(part, str) else part.raw_text for part in self.parts if not _is_raw(part))

    @cached_property
    def within(self) -> "list[Node]":
        """Every element within, in the order of reading: found once, when the page has been read to its end."""
        found: list[Node] = []
        ahead = [part for part in reversed(self.parts) if isinstance(part, Node)]
        while ahead:
            node = ahead.pop()
            found.append(node)
            ahead += [part for part in reversed(node.parts) if isinstance(part, Node)]
        return found

    @cached_property
    def ids(self) -> Counter[str]:
        """How often each id is there within."""
        return Counter(node.get("id") for node in self.within if node.has("id"))

    def all(self, *tags: str, when: When = lambda _node: True) -> "list[Node]":
        """Every element within of the named tags (of any, if none is named) for which ``when`` holds."""
        return [node for node in self.within if (not tags or node.tag in tags) and when(node)]

    def first(self, *tags: str, when: When = lambda _node: True) -> "Node | None":
        """The first such element."""
        return next(iter(self.all(*tags, when=when)), None)

    def around(self) -> Nodes:
        """The elements around this one, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def inside(self, *tags: str) -> "Node | None":
        """The nearest element around this one of the named tags."""
        return next((node for node in self.around() if node.tag in tags), None)


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self._html = html
        self.root = Node("#page")
        self._open = self.root
        self._read_to = 0

    def updatepos(self, i: int, j: int) -> int:
        """Only remember how far: lines are counted when there is a fault to tell."""
        del i
        self._read_to = j
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = self._add(tag, attrs)
        if tag not in VOID:
            self._open = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        around = self._open.parent
        if tag != self._open.tag or around is None:
            self._refuse(f"</{tag}> closes <{self._open.tag}>")
        self._open = around

    def handle_data(self, data: str) -> None:
        self._open.parts.append(data)

    def read(self) -> Node:
        self.feed(self._html)
        self.close()
        self._read_to = len(self._html)
        if self._open is not self.root:
            self._refuse(f"<{self._open.tag}> is never closed")
        return self.root

    def _refuse(self, fault: str) -> NoReturn:
        sentence = f"{fault} (line {self._html.count(chr(10), 0, self._read_to) + 1})"
        raise MalformedPageError(sentence)

    def _add(self, tag: str, attrs: list[tuple[str, str | None]]) -> Node:
        if len({name for name, _value in attrs}) != len(attrs):
            self._refuse(f"<{tag}> has an attribute twice")
        node = Node(tag, dict(attrs), parent=self._open)
        self._open.parts.append(node)
        return node


def read_page(html: str) -> Node:
    """Give the tree of a page. Raises MalformedPageError where tags do not pair up."""
    return _Reader(html).read()


def _spaced(node: Node) -> str:
    text = "".join(part if isinstance(part, str) else _spaced(part) for part in node.parts if not _is_raw(part))
    return text if node.tag in _INLINE else f" {text} "


def _is_raw(part: Node | str) -> bool:
    return isinstance(part, Node) and part.tag in _RAW
