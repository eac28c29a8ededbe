"""A parcel is opened by the one it was sealed for, known to be its sender's, and only as it was made."""

import json
from base64 import b64decode, b64encode

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from welfare.crypto.parcels import (
    Card,
    ForAnotherError,
    Keys,
    NotAParcelError,
    ParcelError,
    TamperedError,
    UnknownSenderError,
    open_parcel,
    read_parcel,
    seal_parcel,
)

SENDER, RECEIVER, OTHER = Keys.made(), Keys.made(), Keys.made()
CONTENT = '{"näin": "ei kukaan muu"}'.encode()
FILE = seal_parcel(CONTENT, "a" * 32, "2026-11-23T07:30:00+00:00", SENDER, RECEIVER.card)


def changed(**parts: object) -> bytes:
    return json.dumps(json.loads(FILE) | parts).encode()


def flipped(name: str) -> bytes:
    raw = bytearray(b64decode(json.loads(FILE)[name]))
    raw[-1] ^= 1
    return changed(**{name: b64encode(bytes(raw)).decode()})


def opened(file: bytes, receiver: Keys = RECEIVER, sender: Card | None = SENDER.card) -> bytes:
    return open_parcel(read_parcel(file), receiver, sender)


def test_the_receiver_opens_it_and_knows_the_sender() -> None:
    assert opened(FILE) == CONTENT
    assert read_parcel(FILE).header.number == "a" * 32


def test_nothing_of_the_content_stands_in_the_file() -> None:
    assert b"kukaan" not in FILE
    assert seal_parcel(CONTENT, "a" * 32, "x", SENDER, RECEIVER.card) != FILE


def test_a_parcel_for_another_is_not_opened() -> None:
    with pytest.raises(ForAnotherError):
        opened(FILE, receiver=OTHER)
    readdressed = changed(receiver=OTHER.card.fingerprint)
    with pytest.raises(TamperedError):
        opened(readdressed, receiver=OTHER)


def test_a_parcel_of_somebody_unknown_is_not_opened() -> None:
    forged = seal_parcel(CONTENT, "a" * 32, "x", OTHER, RECEIVER.card)
    for sender in (SENDER.card, None):
        with pytest.raises(UnknownSenderError):
            opened(forged, sender=sender)
    passed_off = json.loads(forged) | {"sender": SENDER.card.fingerprint}
    with pytest.raises(TamperedError):
        opened(json.dumps(passed_off).encode())


@pytest.mark.parametrize(
    "file",
    [
        flipped("sealed"),
        flipped("signature"),
        changed(number="b" * 32),
        changed(made_at="2027"),
        changed(sealed="AAAA"),
    ],
    ids=["sealed", "signature", "number", "moment", "cut"],
)
def test_a_changed_parcel_is_not_opened(file: bytes) -> None:
    with pytest.raises(TamperedError):
        opened(file)


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b"%PDF-1.7",
        b"[" * 100_000,
        changed(version=2),
        changed(format="x"),
        changed(sealed=5),
        changed(sealed="!"),
        changed(number="n" * 99),
    ],
)
def test_what_is_no_parcel_is_called_so(file: bytes) -> None:
    with pytest.raises(NotAParcelError):
        opened(file)


def test_a_card_has_two_whole_keys() -> None:
    with pytest.raises(ParcelError):
        Card(b"short", bytes(32))
    assert Card(bytes(32), bytes(32)).fingerprint != Card(bytes(32), b"x" * 32).fingerprint


def test_it_is_the_hpke_of_rfc_9180() -> None:
    """Opened once more with nothing but the primitives of the standard (sections 4.1 and 5.1)."""
    parcel = read_parcel(FILE)
    enc, sealed = parcel.sealed[:32], parcel.sealed[32:]
    private = X25519PrivateKey.from_private_bytes(RECEIVER.box)
    shared = private.exchange(X25519PublicKey.from_public_bytes(enc))
    kem = b"KEM" + (0x0020).to_bytes(2)
    prk = _extract(kem, b"", b"eae_prk", shared)
    secret = _expand(kem, prk, b"shared_secret", enc + private.public_key().public_bytes_raw(), 32)
    suite = b"HPKE" + (0x0020).to_bytes(2) + (0x0001).to_bytes(2) + (0x0002).to_bytes(2)
    info = _extract(suite, b"", b"info_hash", parcel.header.to_bytes())
    context = b"\x00" + _extract(suite, b"", b"psk_id_hash", b"") + info
    found = _extract(suite, secret, b"secret", b"")
    key, nonce = _expand(suite, found, b"key", context, 32), _expand(suite, found, b"base_nonce", context, 12)
    assert AESGCM(key).decrypt(nonce, sealed, b"") == CONTENT


def _extract(suite: bytes, salt: bytes, label: bytes, material: bytes) -> bytes:
    mac = HMAC(salt or bytes(32), SHA256())
    mac.update(b"HPKE-v1" + suite + label + material)
    return mac.finalize()


def _expand(suite: bytes, key: bytes, label: bytes, info: bytes, length: int) -> bytes:
    return HKDFExpand(SHA256(), length, length.to_bytes(2) + b"HPKE-v1" + suite + label + info).derive(key)
