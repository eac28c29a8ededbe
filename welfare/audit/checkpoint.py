"""Checkpoints: what a chain was at one moment, in a signed note that holds without the database.

The note is plain text in five lines: origin and chain, size, tree head (RFC 6962), SHA-256 of the newest event's MAC,
time. One line of an anchor file carries the note and its Ed25519 signature (RFC 8032).
"""

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

from welfare.audit.models import milliseconds

_ORIGIN = "welfare-audit/1"
_HASH_BYTES = 32


class CheckpointError(ValueError):
    """A checkpoint is malformed, or not signed by this instance."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A chain of ``size`` events: the head of the tree over their stored bytes, and the newest MAC, hashed."""

    chain_id: UUID
    size: int
    root: bytes
    mac_digest: bytes
    at: int
    """Milliseconds since 1970."""

    @classmethod
    def of(cls, chain_id: UUID, size: int, root: bytes, mac: bytes, at: datetime) -> "Checkpoint":
        """The checkpoint of a chain whose newest event has this MAC."""
        return cls(chain_id, size, root, sha256(mac).digest(), milliseconds(at))

    def has_mac(self, mac: bytes) -> bool:
        """Whether the event at its size still has the MAC it had."""
        return sha256(mac).digest() == self.mac_digest

    def note(self) -> str:
        """The text that is signed."""
        lines = (f"{_ORIGIN} {self.chain_id.hex}", self.size, _text(self.root), _text(self.mac_digest), self.at)
        return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True)
class Notary:
    """Signs checkpoints with a key derived from this instance's own."""

    private: Ed25519PrivateKey

    @classmethod
    def from_seed(cls, seed: bytes) -> "Notary":
        """The notary of an instance, by 32 bytes derived for nothing else."""
        return cls(Ed25519PrivateKey.from_private_bytes(seed))

    @property
    def public(self) -> Ed25519PublicKey:
        """What others verify with."""
        return self.private.public_key()

    def sign(self, checkpoint: Checkpoint) -> str:
        """One line for an anchor file, without its end."""
        note = checkpoint.note()
        return json.dumps({"note": note, "signature": _text(self.private.sign(note.encode()))})


def read_signed(line: str, public: Ed25519PublicKey) -> Checkpoint:
    """The checkpoint of a signed line. Raises CheckpointError."""
    try:
        document: dict[str, Any] = json.loads(line)
        note, signature = document["note"], b64decode(document["signature"], validate=True)
        public.verify(signature, note.encode())
        checkpoint = _read_note(note)
    except InvalidSignature:
        message = "a checkpoint is not signed by this instance"
        raise CheckpointError(message) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        message = "a checkpoint cannot be read"
        raise CheckpointError(message) from None
    return checkpoint


def public_pem(public: Ed25519PublicKey) -> bytes:
    """A public key as others take it in."""
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def read_public_pem(content: bytes) -> Ed25519PublicKey:
    """An Ed25519 public key from PEM. Raises CheckpointError."""
    try:
        key = load_pem_public_key(content)
    except ValueError:
        key = None
    if not isinstance(key, Ed25519PublicKey):
        message = "this is no Ed25519 public key in PEM"
        raise CheckpointError(message)
    return key


def _read_note(note: str) -> Checkpoint:
    origin, size, root, mac_digest, at = note.splitlines()
    checkpoint = Checkpoint(
        UUID(hex=origin.removeprefix(f"{_ORIGIN} ")),
        int(size),
        b64decode(root, validate=True),
        b64decode(mac_digest, validate=True),
        int(at),
    )
    is_whole = len(checkpoint.root) == len(checkpoint.mac_digest) == _HASH_BYTES and checkpoint.size >= 0
    if not is_whole or checkpoint.note() != note:
        raise ValueError
    return checkpoint


def _text(content: bytes) -> str:
    return b64encode(content).decode()
