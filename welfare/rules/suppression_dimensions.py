"""What counts are told by: place, time and kind, each of them a tree whose leaves add up to all (COM §4).

A *dimension* has levels, the finest first: school, municipality, county. Every leaf belongs to one node on each level,
and all of them together are `ALL`. A *step* along a dimension takes one from or adds one to leaves, and so to all
that they are counted in; `welfare.rules.suppression_walk` moves a table by such steps.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

ALL: Final = "all"
"""The level on which everything is one, and the key of that one."""

Key = Hashable


class DimensionError(ValueError):
    """Levels and keys that make no tree."""


@dataclass(frozen=True, slots=True)
class Step:
    """What rises by one, what falls by one above the leaves, and the leaves of which any one falls."""

    rising: tuple[int, ...]
    falling: tuple[int, ...]
    leaves: tuple[int, ...]


@dataclass(frozen=True)
class Dimension:
    """One way to divide what is counted: its levels, finest first, and each leaf with what it belongs to on each."""

    name: str
    levels: tuple[str, ...]
    lines: tuple[tuple[Key, ...], ...]

    @classmethod
    def flat(cls, name: str, keys: Iterable[Key]) -> "Dimension":
        """A dimension of one level, named as the dimension is. Raises DimensionError."""
        return cls(name, (name,), tuple((key,) for key in keys))

    def __post_init__(self) -> None:
        """Raises DimensionError."""
        if len({*self.levels, ALL}) != len(self.levels) + 1:
            message = f"{self.name}: the levels need names of their own, and none is called {ALL}"
            raise DimensionError(message)
        if any(len(line) != len(self.levels) for line in self.lines):
            message = f"{self.name}: every leaf needs a key on each of the {len(self.levels)} levels"
            raise DimensionError(message)
        if not self._is_tree():
            message = f"{self.name}: a key stands twice, on two levels or below two others"
            raise DimensionError(message)

    def _is_tree(self) -> bool:
        above: dict[Key, tuple[int, tuple[Key, ...]]] = {ALL: (len(self.levels), ())}
        for line in self.lines:
            for depth, key in enumerate(line):
                place = (depth, line[depth + 1 :])
                if above.setdefault(key, place) != place:
                    return False
        return len({line[0] for line in self.lines}) == len(self.lines)

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """Every node, level by level, `ALL` last."""
        return (*(key for depth in range(len(self.levels)) for key in dict.fromkeys(self._level(depth))), ALL)

    def keys_on(self, level: str) -> tuple[Key, ...]:
        """The nodes of one level. Raises DimensionError."""
        if level == ALL:
            return (ALL,)
        if level not in self.levels:
            message = f"{self.name} has no level {level}"
            raise DimensionError(message)
        return tuple(dict.fromkeys(self._level(self.levels.index(level))))

    @cached_property
    def places(self) -> Mapping[Key, int]:
        """Where each node stands among `keys`."""
        return {key: place for place, key in enumerate(self.keys)}

    @cached_property
    def paths(self) -> tuple[tuple[int, ...], ...]:
        """For each leaf the nodes that count it, itself first and all last."""
        return tuple(tuple(self.places[key] for key in (*line, ALL)) for line in self.lines) or ((0,),)

    @cached_property
    def heights(self) -> tuple[int, ...]:
        """How far above the leaves each node stands."""
        return tuple(depth for depth, level in enumerate((*self.levels, ALL)) for _key in self.keys_on(level))

    def _level(self, depth: int) -> Iterator[Key]:
        return (line[depth] for line in self.lines)

    def steps(self, node: int) -> list[Step]:
        """Every step that raises a node: a leaf below it rises, and another falls for it or all that count it rise.

        The leaves that may fall for it come together where they are counted in the same: the longest dimension is
        walked so, all brothers at once.
        """
        found: dict[Step, None] = {}
        for path in self.paths:
            if node in path:
                for above, leaves in self._families.items():
                    rising, falling = _apart(path, (*leaves[:1], *above))
                    others = tuple(leaf for leaf in leaves if leaf != path[0])
                    if others and above == path[1:]:
                        rising, falling = path[:1], others[:1]
                    if others and node in rising:
                        found[Step(rising, falling[1:], others)] = None
                found[Step(path, (), ())] = None
        return sorted(found, key=lambda step: len(step.rising) + len(step.falling))

    @cached_property
    def _families(self) -> Mapping[tuple[int, ...], tuple[int, ...]]:
        found: dict[tuple[int, ...], list[int]] = {}
        for path in self.paths:
            found.setdefault(path[1:], []).append(path[0])
        return {above: tuple(leaves) for above, leaves in found.items()}


def _apart(path: tuple[int, ...], other: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What counts one leaf and not the other, and the other way round."""
    below = sum(1 for one, two in zip(path, other, strict=True) if one != two)
    return path[:below], other[:below]
