"""The sealed form: opens in its own place with its own key, and nowhere else, whatever one byte is changed."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given, settings
from hypothesis import strategies as st

from welfare.crypto.envelope import (
    FORMAT,
    MAGIC,
    PREFIX_SIZE,
    SealedDataError,
    bind,
    forget_ciphers,
    key_id_of,
    keyed_hash,
    open_sealed,
    seal,
)

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
KEY_ID = bytes(range(16))
NONCE = slice(PREFIX_SIZE, PREFIX_SIZE + 12)


@given(st.binary(max_size=5000), st.binary(max_size=200))
def test_what_was_sealed_is_opened(plaintext: bytes, aad: bytes) -> None:
    assert open_sealed(KEY, seal(KEY, plaintext, aad), aad) == plaintext


def test_a_cipher_object_does_as_well_as_its_key() -> None:
    cipher = AESGCM(KEY)
    assert open_sealed(KEY, seal(cipher, b"text", b"place"), b"place") == b"text"
    assert open_sealed(cipher, seal(KEY, b"text", b"place"), b"place") == b"text"


def test_a_golden_blob_of_this_format_still_opens() -> None:
    """Made by the first release. It must open for as long as any database holds one (V11.2.2)."""
    blob = bytes.fromhex(
        "570101000102030405060708090a0b0c0d0e0f000102030405060708090a0b"
        "6addf43c4c13221b63ef26e60de569329787c917fd489c85af7ce9a5f02a9428ad3833e696251910f4d3717abe4f7fcf"
        "17cdbb938158202aff6f5f879fd36183562944c15f696f0cb29be78a4d6d3bd9"
    )
    assert open_sealed(KEY, blob, b"a place") == "Hän tuli ajoissa.".encode()


@given(st.binary(max_size=300), st.data())
@settings(max_examples=300)
def test_no_blob_with_one_bit_changed_opens(plaintext: bytes, data: st.DataObject) -> None:
    blob = bytearray(seal(KEY, plaintext, b"place", key_id=KEY_ID))
    place = data.draw(st.integers(0, len(blob) - 1))
    blob[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(SealedDataError):
        open_sealed(KEY, bytes(blob), b"place")


def test_every_byte_counts() -> None:
    blob = seal(KEY, b"short", b"place", key_id=KEY_ID)
    for place in range(len(blob)):
        for bit in (0, 7):
            changed = bytearray(blob)
            changed[place] ^= 1 << bit
            with pytest.raises(SealedDataError):
                open_sealed(KEY, bytes(changed), b"place")


@pytest.mark.parametrize(("key", "aad"), [(OTHER_KEY, b"place"), (KEY, b"another place"), (KEY, b"")])
def test_another_key_or_place_opens_nothing(key: bytes, aad: bytes) -> None:
    blob = seal(KEY, b"text", b"place")
    with pytest.raises(SealedDataError):
        open_sealed(key, blob, aad)


@given(st.binary(max_size=120))
def test_what_is_not_our_form_is_refused_with_our_own_error(blob: bytes) -> None:
    with pytest.raises(SealedDataError):
        open_sealed(KEY, blob, b"")
    with pytest.raises(SealedDataError):
        key_id_of(blob)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_unknown_version_byte_is_refused_before_any_key_is_asked_for(place: int) -> None:
    blob = bytearray(seal(KEY, b"text", b"place"))
    blob[place] += 1
    with pytest.raises(SealedDataError):
        key_id_of(bytes(blob))


def test_the_error_never_says_which_cause_it_was() -> None:
    words = set()
    for key, blob, aad in (
        (OTHER_KEY, seal(KEY, b"t", b"a"), b"a"),
        (KEY, seal(KEY, b"t", b"a"), b"b"),
        (KEY, b"junk", b"a"),
        (KEY, b"", b"a"),
    ):
        with pytest.raises(SealedDataError) as refused:
            open_sealed(key, blob, aad)
        words.add(str(refused.value))
    assert words == {"sealed data cannot be opened"}


@pytest.mark.parametrize("key", [b"", b"k" * 16, b"k" * 31, b"k" * 33])
def test_a_key_of_another_length_is_a_mistake_of_the_caller(key: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        seal(key, b"text", b"")
    with pytest.raises(ValueError, match="32 bytes"):
        open_sealed(key, seal(KEY, b"text", b""), b"")


def test_a_key_id_of_another_length_is_too() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        seal(KEY, b"text", b"", key_id=b"short")


def test_the_header_names_the_key() -> None:
    blob = seal(KEY, b"text", b"", key_id=KEY_ID)
    assert (blob[0], blob[1], key_id_of(blob)) == (MAGIC, FORMAT, KEY_ID)


@pytest.mark.parametrize(
    ("short", "long", "is_alike"),
    [(b"", b"ei", True), (b"ei", "kyllä".encode(), True), (b"a" * 64, b"a" * 65, False), (b"a" * 65, b"a" * 256, True)],
)
def test_short_answers_look_alike(short: bytes, long: bytes, *, is_alike: bool) -> None:
    assert (len(seal(KEY, short, b"")) == len(seal(KEY, long, b""))) is is_alike


@given(st.integers(1025, 20_000))
def test_long_texts_are_padded_to_whole_kilobytes(size: int) -> None:
    padded = len(seal(KEY, bytes(size), b"")) - len(seal(KEY, b"", b"")) + 64
    assert padded % 1024 == 0
    assert 0 <= padded - size < 1024


@given(st.lists(st.binary(max_size=8), max_size=5), st.lists(st.binary(max_size=8), max_size=5))
def test_no_two_lists_of_parts_read_alike(one: list[bytes], other: list[bytes]) -> None:
    assert (bind(one) == bind(other)) is (one == other)


def test_a_keyed_hash_needs_the_key() -> None:
    assert keyed_hash(KEY, b"010110A900D") == keyed_hash(KEY, b"010110A900D")
    assert keyed_hash(KEY, b"010110A900D") != keyed_hash(OTHER_KEY, b"010110A900D")
    assert len(keyed_hash(KEY, b"")) == 32


def nonces(count: int) -> list[bytes]:
    return [seal(KEY, b"", b"")[NONCE] for _ in range(count)]


def test_nonces_are_distinct_over_threads() -> None:
    with ThreadPoolExecutor(4) as pool:
        found = [nonce for part in pool.map(nonces, [10_000] * 4) for nonce in part]
    assert len(set(found)) == 40_000


def test_nonces_are_distinct_after_a_fork() -> None:
    """A process that copies the state of another must not go on with the same numbers."""
    seal(KEY, b"", b"")
    children = []
    for _ in range(3):
        read, write = os.pipe()
        child = os.fork()
        if child == 0:  # pragma: no cover - in the child
            with os.fdopen(write, "wb") as out:
                out.write(b"".join(nonces(2000)))
            os._exit(0)
        os.close(write)
        children.append((child, read))
    found = nonces(2000)
    for child, read in children:
        with os.fdopen(read, "rb") as source:
            content = source.read()
        os.waitpid(child, 0)
        found += [content[start : start + 12] for start in range(0, len(content), 12)]
    assert len(found) == len(set(found)) == 8000


def test_ciphers_of_raw_keys_can_be_forgotten() -> None:
    blob = seal(KEY, b"text", b"")
    forget_ciphers()
    assert open_sealed(KEY, blob, b"") == b"text"
