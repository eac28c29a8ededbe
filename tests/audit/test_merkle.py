"""Trees and proofs of RFC 6962, against known heads, a tree built the slow way, and each other."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare.audit.merkle import (
    EMPTY,
    Frontier,
    consistency_proof,
    includes,
    inclusion_proof,
    is_consistent,
    leaf_hash,
    node_hash,
    outside_hashes,
    root,
    root_around,
)

# Eight entries, and the heads over the first one, two, ... of them, that implementations of RFC 6962 share.
ENTRIES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
HEADS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
LEAVES = [leaf_hash(bytes.fromhex(entry)) for entry in ENTRIES]
sizes = st.integers(1, 70)


def many(size: int) -> list[bytes]:
    return [leaf_hash(b"%d" % number) for number in range(size)]


def slowly(leaves: list[bytes]) -> bytes:
    """The head by the words of the RFC: split at the largest power of two, hash both halves."""
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return node_hash(slowly(leaves[:split]), slowly(leaves[split:]))


def test_the_known_heads_come_out() -> None:
    assert [root(LEAVES[:size]).hex() for size in range(1, 9)] == HEADS


def test_a_tree_without_leaves_has_the_hash_of_nothing() -> None:
    assert root([]) == EMPTY == sha256(b"").digest()


@given(sizes)
def test_a_head_is_what_the_rfc_says_in_words(size: int) -> None:
    assert root(many(size)) == slowly(many(size))


@given(sizes, sizes)
def test_a_frontier_taken_up_again_grows_to_the_same_head(first: int, more: int) -> None:
    kept = Frontier.of(many(first))
    frontier = Frontier(kept.size, kept.peaks)
    for leaf in many(first + more)[first:]:
        frontier.add(leaf)
    assert (frontier.size, frontier.root()) == (first + more, root(many(first + more)))


def test_peaks_that_do_not_fit_their_size_are_refused() -> None:
    with pytest.raises(ValueError, match="3 leaves has 2 peaks"):
        Frontier(3, [EMPTY])


@given(sizes, st.data())
def test_every_leaf_is_proved_and_no_other_in_its_place(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    leaves = many(size)
    proof = inclusion_proof(leaves, index)
    assert includes(root(leaves), size, index, leaves[index], proof)
    assert not includes(root(leaves), size, index, leaf_hash(b"another"), proof)
    assert not includes(root(leaves), size, index, leaves[index], [*proof, EMPTY])
    assert not includes(root(leaves), size, size, leaves[index], proof)
    assert not includes(leaf_hash(b"another"), size, index, leaves[index], proof)
    if proof:
        assert not includes(root(leaves), size, index, leaves[index], proof[:-1])
        assert not includes(root(leaves), size, index, leaves[index], [EMPTY, *proof[1:]])


def test_the_path_of_the_rfcs_own_example_has_its_hashes() -> None:
    leaves = many(7)  # RFC 6962, 2.1.3: the path of d0 in a tree of seven is b, h, l
    assert inclusion_proof(leaves, 0) == [leaves[1], root(leaves[2:4]), root(leaves[4:])]
    assert inclusion_proof(leaves, 6) == [root(leaves[4:6]), root(leaves[:4])]


def test_the_consistency_of_the_rfcs_own_example_has_its_hashes() -> None:
    leaves = many(7)  # RFC 6962, 2.1.3: from three to seven c, d, g, l; from four l; from six i, j, k
    assert consistency_proof(leaves, 3) == [leaves[2], leaves[3], root(leaves[:2]), root(leaves[4:])]
    assert consistency_proof(leaves, 4) == [root(leaves[4:])]
    assert consistency_proof(leaves, 6) == [root(leaves[4:6]), leaves[6], root(leaves[:4])]


@given(sizes, st.data())
def test_growth_is_proved_and_a_rewritten_past_is_not(size: int, data: st.DataObject) -> None:
    old_size = data.draw(st.integers(0, size))
    leaves = many(size)
    proof = consistency_proof(leaves, old_size)
    assert is_consistent(root(leaves[:old_size]), old_size, root(leaves), size, proof)
    assert not is_consistent(leaf_hash(b"another"), old_size, root(leaves), size, proof)
    if old_size:
        assert not is_consistent(root(leaves[:old_size]), old_size, leaf_hash(b"another"), size, proof)
    if proof:
        assert not is_consistent(root(leaves[:old_size]), old_size, root(leaves), size, proof[:-1])
        assert not is_consistent(root(leaves[:old_size]), old_size, root(leaves), size, [*proof, EMPTY])
        assert not is_consistent(root(leaves[:old_size]), old_size, root(leaves), size, [])


def test_a_tree_does_not_shrink() -> None:
    leaves = many(5)
    assert not is_consistent(root(leaves), 5, root(leaves[:4]), 4, [])


@given(sizes, st.data())
def test_a_run_of_leaves_gives_the_head_with_the_hashes_around_it(size: int, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, size - 1))
    end = data.draw(st.integers(first + 1, size))
    leaves = many(size)
    around = outside_hashes(leaves, first, end)
    assert root_around(size, first, leaves[first:end], around) == root(leaves)
    assert root_around(size, first, [leaf_hash(b"another"), *leaves[first + 1 : end]], around) != root(leaves)
    assert len(around) <= 2 * size.bit_length()
    with pytest.raises(ValueError, match="do not fit"):
        root_around(size, first, leaves[first:end], [*around, EMPTY])
    if around:
        with pytest.raises(ValueError, match="do not fit"):
            root_around(size, first, leaves[first:end], around[:-1])
