"""Sealing and opening through our envelope, against the raw cipher and against Fernet, side by side.

    python -m bench.envelope [BYTES]

One JSON line a measure; `ratio` is our rate divided by the other's. Wanted: 0.5 of raw AES-256-GCM, 3 of Fernet.
"""

import json
import sys
from collections.abc import Callable
from os import urandom
from time import process_time

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bench.load import Ratio
from welfare.crypto.envelope import open_sealed, seal

ROUNDS, CALLS = 41, 1500
PLACE = b"draft.document, row 7, revision 3"


def rate(call: Callable[[], object]) -> float:
    """Calls a second of processor time in one round: nothing here waits for a disk, so others' load does not count."""
    start = process_time()
    for _ in range(CALLS):
        call()
    return CALLS / (process_time() - start)


def side_by_side(calls: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    """The rates of each, measured in turns, so that a busy moment of the machine touches them alike."""
    rates: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            rates[name].append(rate(call))
    return rates


def figures(ours: list[float], other: list[float]) -> dict[str, object]:
    """Ours by the other's, round by round."""
    found = Ratio.of(list(zip(ours, other, strict=True)))
    return {
        "ratio": round(found.median, 2),
        "quarters": [round(part, 2) for part in found.quarters],
        "ours_per_second": round(found.first_per_second),
        "other_per_second": round(found.second_per_second),
    }


def measure(size: int) -> list[dict[str, object]]:
    """Every comparison for one length of text."""
    key, text = urandom(32), urandom(size)
    raw, fernet = AESGCM(key), Fernet(Fernet.generate_key())
    nonce = urandom(12)
    sealed, raw_sealed, token = seal(key, text, PLACE), raw.encrypt(nonce, text, PLACE), fernet.encrypt(text)
    assert open_sealed(key, sealed, PLACE) == text
    sealing = side_by_side(
        {
            "ours": lambda: seal(key, text, PLACE),
            "aesgcm": lambda: raw.encrypt(urandom(12), text, PLACE),
            "fernet": lambda: fernet.encrypt(text),
        }
    )
    opening = side_by_side(
        {
            "ours": lambda: open_sealed(key, sealed, PLACE),
            "aesgcm": lambda: raw.decrypt(nonce, raw_sealed, PLACE),
            "fernet": lambda: fernet.decrypt(token),
        }
    )
    return [
        {
            "bench": "envelope",
            "what": what,
            "bytes": size,
            "against": other,
            **figures(found["ours"], found[other]),
            "wanted": wanted,
        }
        for what, found in (("seal", sealing), ("open", opening))
        for other, wanted in (("aesgcm", 0.5), ("fernet", 3.0))
    ]


if __name__ == "__main__":
    for line in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 2048):
        print(json.dumps(line))
