"""The sealed form of every secret: a versioned header and AES-256-GCM bound to the place it stands in.

``magic 0x57 | format 1 | algorithm 1 | key id (16) | nonce (12) | ciphertext | tag (16)``

The header is authenticated together with the caller's additional data, and the plaintext is padded to buckets so that
short answers look alike (NIST SP 800-38D; random 96-bit nonces, one data key per matter).
"""

import hmac
import struct
from collections.abc import Iterable
from functools import lru_cache
from os import urandom

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC, FORMAT, AES_256_GCM = 0x57, 1, 1
NO_KEY_ID = bytes(16)
PREFIX_SIZE = 3 + 16
"""Bytes before the nonce; the key id is the last sixteen of them."""
_LENGTH = struct.Struct(">I")
_COUNT, _size_of = _LENGTH.size, _LENGTH.unpack_from
_NONCE, _TAG = 12, 16
_HEADER = PREFIX_SIZE + _NONCE
_SHORTEST = _HEADER + _TAG
_SMALL_BUCKETS = (64, 256, 1024)
_HEAD = bytes((MAGIC, FORMAT, AES_256_GCM))

Key = bytes | AESGCM


class SealedDataError(ValueError):
    """A blob cannot be opened: wrong key, wrong place, changed bytes or unknown form. It never says which."""

    def __init__(self) -> None:
        """Carry one message for every cause, so that no cause can be told from another."""
        super().__init__("sealed data cannot be opened")


@lru_cache(maxsize=256)
def _cipher_for(key: bytes) -> AESGCM:
    if len(key) != 32:  # noqa: PLR2004 - AES-256
        message = "a key is 32 bytes"
        raise ValueError(message)
    return AESGCM(key)


def forget_ciphers() -> None:
    """Drop every cipher object kept for raw keys."""
    _cipher_for.cache_clear()


def bind(parts: Iterable[bytes]) -> bytes:
    """Additional data from its parts, each with its length before it, so that no two lists read alike."""
    return b"".join(_LENGTH.pack(len(part)) + part for part in parts)


def seal(key: Key, plaintext: bytes, aad: bytes, *, key_id: bytes = NO_KEY_ID) -> bytes:
    """Seal plaintext under a 32-byte key (or its AESGCM object), bound to ``aad``; bytes in, bytes out.

    Raises ValueError for a key or a key id of another length.
    """
    cipher = _cipher_for(key) if isinstance(key, bytes) else key
    prefix = _HEAD + key_id
    if len(prefix) != PREFIX_SIZE:
        message = "a key id is 16 bytes"
        raise ValueError(message)
    nonce = urandom(_NONCE)
    return prefix + nonce + cipher.encrypt(nonce, _pad(plaintext), prefix + aad)


def open_sealed(key: Key, blob: bytes, aad: bytes) -> bytes:
    """Open what `seal` made with the same key and ``aad``; bytes in, bytes out. Raises SealedDataError."""
    if not blob.startswith(_HEAD):
        raise SealedDataError
    cipher = _cipher_for(key) if isinstance(key, bytes) else key
    try:
        padded = cipher.decrypt(blob[PREFIX_SIZE:_HEADER], blob[_HEADER:], blob[:PREFIX_SIZE] + aad)
        end = _COUNT + _size_of(padded)[0]
    except (InvalidTag, ValueError, struct.error):  # the last two: cut off within the nonce, or within the count
        raise SealedDataError from None
    if end > len(padded):
        raise SealedDataError
    return padded[_COUNT:end]


def key_id_of(blob: bytes) -> bytes:
    """The 16-byte id of the key a blob names. Raises SealedDataError for anything that is not our form."""
    if len(blob) < _SHORTEST or not blob.startswith(_HEAD):
        raise SealedDataError
    return blob[3:PREFIX_SIZE]


def keyed_hash(key: bytes, message: bytes) -> bytes:
    """HMAC-SHA256, full length, for exact match and for chains."""
    return hmac.digest(key, message, "sha256")


def _pad(plaintext: bytes) -> bytes:
    size = len(plaintext)
    for bucket in _SMALL_BUCKETS:
        if size <= bucket:
            return _LENGTH.pack(size) + plaintext.ljust(bucket, b"\0")
    return _LENGTH.pack(size) + plaintext.ljust(-(-size // 1024) * 1024, b"\0")
