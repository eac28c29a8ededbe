"""Parcels: a file that one provider seals for another, and that nobody else can open, change or pass off as its own.

Sealed with HPKE in base mode (RFC 9180: DHKEM of X25519 with HKDF-SHA256, HKDF-SHA256, AES-256-GCM), then signed with
Ed25519 (RFC 8032). The header says for whom, by whom, when and under which number; it is bound into both.
"""

import json
from base64 import b64decode, b64encode
from binascii import Error as NotBase64Error
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from welfare.crypto.envelope import bind

FORMAT: Final = "welfare-parcel"
VERSION: Final = 1
KEY_SIZE: Final = 32
FINGERPRINT_SIZE: Final = 32
"""Hexadecimal digits shown of the digest of both keys: 128 bits, to be compared by voice."""
_SUITE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_HEADER: Final = ("format", "version", "number", "sender", "receiver", "made_at")


class ParcelError(ValueError):
    """The file cannot be opened here."""


class NotAParcelError(ParcelError):
    """The file is something else, or of a later version."""


class ForAnotherError(ParcelError):
    """It was sealed for another provider."""


class UnknownSenderError(ParcelError):
    """Its sender is none of those known here."""


class TamperedError(ParcelError):
    """It is not as its sender made it."""


@dataclass(frozen=True, slots=True)
class Card:
    """The two public keys of a provider: by which parcels are sealed for it, and by which its own are known."""

    box: bytes
    sign: bytes

    def __post_init__(self) -> None:
        """Refuse keys that cannot be any. Raises NotAParcelError."""
        if len(self.box) != KEY_SIZE or len(self.sign) != KEY_SIZE:
            raise NotAParcelError

    @property
    def fingerprint(self) -> str:
        """By which a card is known and compared."""
        return sha256(bind((FORMAT.encode(), self.box, self.sign))).hexdigest()[:FINGERPRINT_SIZE]


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """The two private keys of a provider."""

    box: bytes
    sign: bytes

    @classmethod
    def made(cls) -> "Keys":
        """Fresh ones."""
        box, sign = X25519PrivateKey.generate(), Ed25519PrivateKey.generate()
        return cls(box.private_bytes_raw(), sign.private_bytes_raw())

    @property
    def card(self) -> Card:
        """What others are given of them."""
        box = X25519PrivateKey.from_private_bytes(self.box).public_key()
        sign = Ed25519PrivateKey.from_private_bytes(self.sign).public_key()
        return Card(box.public_bytes_raw(), sign.public_bytes_raw())


@dataclass(frozen=True, slots=True)
class Header:
    """What stands on the outside of a parcel: ids and a moment, never a name."""

    number: str
    sender: str
    receiver: str
    made_at: str

    def to_bytes(self) -> bytes:
        """The canonical form that is bound into seal and signature."""
        return json.dumps(self._content(), sort_keys=True, separators=(",", ":")).encode()

    def _content(self) -> dict[str, object]:
        return {
            "format": FORMAT,
            "version": VERSION,
            "number": self.number,
            "sender": self.sender,
            "receiver": self.receiver,
            "made_at": self.made_at,
        }

    def with_parts(self, sealed: bytes, signature: bytes) -> bytes:
        """The whole file."""
        parts = {"sealed": b64encode(sealed).decode(), "signature": b64encode(signature).decode()}
        return json.dumps(self._content() | parts, indent=1).encode()


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file taken apart, not opened yet."""

    header: Header
    sealed: bytes
    signature: bytes


def seal_parcel(content: bytes, number: str, made_at: str, sender: Keys, receiver: Card) -> bytes:
    """A file that the receiver alone can open, and that is known to be the sender's."""
    header = Header(number, sender.card.fingerprint, receiver.fingerprint, made_at)
    sealed = _SUITE.encrypt(content, X25519PublicKey.from_public_bytes(receiver.box), header.to_bytes())
    signature = Ed25519PrivateKey.from_private_bytes(sender.sign).sign(_signed(header, sealed))
    return header.with_parts(sealed, signature)


def read_parcel(file: bytes) -> Parcel:
    """Take a file apart. Raises NotAParcelError."""
    try:
        found = json.loads(file)
        if not isinstance(found, dict) or (found.get("format"), found.get("version")) != (FORMAT, VERSION):
            raise NotAParcelError
        header = Header(*(_text(found[name]) for name in _HEADER[2:]))
        return Parcel(header, _bytes(found["sealed"]), _bytes(found["signature"]))
    except (KeyError, UnicodeDecodeError, json.JSONDecodeError, NotBase64Error, RecursionError) as error:
        raise NotAParcelError from error


def open_parcel(parcel: Parcel, receiver: Keys, sender: Card | None) -> bytes:
    """Its content. Raises ForAnotherError, UnknownSenderError, TamperedError."""
    if parcel.header.receiver != receiver.card.fingerprint:
        raise ForAnotherError
    if sender is None or parcel.header.sender != sender.fingerprint:
        raise UnknownSenderError
    try:
        Ed25519PublicKey.from_public_bytes(sender.sign).verify(parcel.signature, _signed(parcel.header, parcel.sealed))
        private = X25519PrivateKey.from_private_bytes(receiver.box)
        return _SUITE.decrypt(parcel.sealed, private, parcel.header.to_bytes())
    except (InvalidSignature, InvalidTag, ValueError) as error:
        raise TamperedError from error


def _signed(header: Header, sealed: bytes) -> bytes:
    return bind((header.to_bytes(), sealed))


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > FINGERPRINT_SIZE * 2:
        raise NotAParcelError
    return value


def _bytes(value: object) -> bytes:
    if not isinstance(value, str):
        raise NotAParcelError
    return b64decode(value, validate=True)
