"""Merkle trees of RFC 6962 (section 2.1), by which one event, or today's log, is proved without showing the rest."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

EMPTY = sha256(b"").digest()
"""The root of a tree without leaves."""


def leaf_hash(entry: bytes) -> bytes:
    """The hash of a leaf: SHA-256 over 0x00 and the entry."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of a node: SHA-256 over 0x01 and its two children."""
    return sha256(b"\x01" + left + right).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """The tree head over leaf hashes (RFC 6962, 2.1)."""
    return Frontier.of(leaves).root()


class Frontier:
    """The right edge of a growing tree: its whole subtrees from left to right, at most one for each bit of the size."""

    def __init__(self, size: int = 0, peaks: Iterable[bytes] = ()) -> None:
        """Of a tree of ``size`` leaves. Raises ValueError when the peaks do not fit the size."""
        self.size, self.peaks = size, list(peaks)
        if len(self.peaks) != size.bit_count():
            message = f"a tree of {size} leaves has {size.bit_count()} peaks, not {len(self.peaks)}"
            raise ValueError(message)

    @classmethod
    def of(cls, leaves: Iterable[bytes]) -> "Frontier":
        """The frontier over leaf hashes."""
        frontier = cls()
        for leaf in leaves:
            frontier.add(leaf)
        return frontier

    def add(self, leaf: bytes) -> None:
        """Grow by one leaf hash."""
        size = self.size
        while size & 1:
            leaf = node_hash(self.peaks.pop(), leaf)
            size >>= 1
        self.peaks.append(leaf)
        self.size += 1

    def root(self) -> bytes:
        """The tree head."""
        if not self.peaks:
            return EMPTY
        *left, found = self.peaks
        for peak in reversed(left):
            found = node_hash(peak, found)
        return found


def inclusion_proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The audit path of one leaf, from the leaf upwards (RFC 6962, 2.1.1)."""
    if len(leaves) == 1:
        return []
    split = _split(len(leaves))
    if index < split:
        return [*inclusion_proof(leaves[:split], index), root(leaves[split:])]
    return [*inclusion_proof(leaves[split:], index - split), root(leaves[:split])]


def includes(head: bytes, size: int, index: int, leaf: bytes, proof: Sequence[bytes]) -> bool:
    """Whether a path leads from a leaf hash at an index to the head of a tree of that size (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    place, last, found = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = node_hash(step, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, step)
        place, last = place >> 1, last >> 1
    return last == 0 and found == head


def consistency_proof(leaves: Sequence[bytes], old_size: int) -> list[bytes]:
    """What proves that the tree over the first ``old_size`` leaves has only been added to (RFC 6962, 2.1.2)."""
    return _consistency(leaves, old_size, is_old_tree=True) if 0 < old_size < len(leaves) else []


def _consistency(leaves: Sequence[bytes], old_size: int, *, is_old_tree: bool) -> list[bytes]:
    if old_size == len(leaves):
        return [] if is_old_tree else [root(leaves)]
    split = _split(len(leaves))
    if old_size <= split:
        return [*_consistency(leaves[:split], old_size, is_old_tree=is_old_tree), root(leaves[split:])]
    return [*_consistency(leaves[split:], old_size - split, is_old_tree=False), root(leaves[:split])]


def is_consistent(old: bytes, old_size: int, new: bytes, new_size: int, proof: Sequence[bytes]) -> bool:
    """Whether the tree of the new head begins with the tree of the old one (RFC 9162, 2.1.4.2)."""
    if not 0 < old_size < new_size:
        return not proof and ((old_size == new_size and old == new) or (old_size == 0 and old == EMPTY))
    if not proof:
        return False
    steps = [old, *proof] if old_size & (old_size - 1) == 0 else list(proof)
    place, last = old_size - 1, new_size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old_found = new_found = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            old_found, new_found = node_hash(step, old_found), node_hash(step, new_found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            new_found = node_hash(new_found, step)
        place, last = place >> 1, last >> 1
    return last == 0 and old_found == old and new_found == new


def outside_hashes(leaves: Sequence[bytes], first: int, end: int) -> list[bytes]:
    """The heads of the largest subtrees outside the leaves ``first`` to ``end``: with those leaves, the whole tree."""
    return list(_outside(leaves, first, end))


def _outside(leaves: Sequence[bytes], first: int, end: int) -> Iterator[bytes]:
    size = len(leaves)
    if end <= 0 or first >= size:
        yield root(leaves)
    elif not (first <= 0 and end >= size):
        split = _split(size)
        yield from _outside(leaves[:split], first, end)
        yield from _outside(leaves[split:], first - split, end - split)


def root_around(size: int, first: int, inside: Sequence[bytes], outside: Sequence[bytes]) -> bytes:
    """The head of a tree of which a run of leaves is shown, the rest by `outside_hashes`.

    Raises ValueError when the hashes are too few or too many.
    """
    rest = iter(outside)
    found = _around(size, first, inside, rest)
    if found is None or next(rest, None) is not None:
        message = "the hashes outside the run do not fit it"
        raise ValueError(message)
    return found


def _around(size: int, first: int, inside: Sequence[bytes], rest: Iterator[bytes]) -> bytes | None:
    end = first + len(inside)
    if end <= 0 or first >= size:
        return next(rest, None)
    if first <= 0 and end >= size:
        return root(inside[-first : size - first])
    split = _split(size)
    left = _around(split, first, inside, rest)
    right = _around(size - split, first - split, inside, rest)
    return None if left is None or right is None else node_hash(left, right)


def _split(size: int) -> int:
    """The largest power of two smaller than a size above one."""
    return 1 << (size - 1).bit_length() - 1
