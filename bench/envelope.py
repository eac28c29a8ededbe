"""Sealing and opening through our envelope, against the raw cipher and against Fernet, side by side.

    python -m bench.envelope [BYTES]

One JSON line a measure; `ratio` is our rate divided by the other's. Wanted: 0.5 of raw AES-256-GCM, 3 of Fernet.
"""

import json
import sys
from collections.abc import Callable
from os import urandom
from statistics import median
from time import perf_counter

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from welfare.crypto.envelope import open_sealed, seal

ROUNDS, CALLS = 15, 4000
PLACE = b"draft.document, row 7, revision 3"


def rate(call: Callable[[], object]) -> float:
    """Calls a second in one round."""
    start = perf_counter()
    for _ in range(CALLS):
        call()
    return CALLS / (perf_counter() - start)


def side_by_side(calls: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The median rate of each, measured in turns, so that a busy moment of the machine touches them alike."""
    rates: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            rates[name].append(rate(call))
    return {name: median(found) for name, found in rates.items()}


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
            "ours_per_second": round(found["ours"]),
            "other_per_second": round(found[other]),
            "ratio": round(found["ours"] / found[other], 2),
            "wanted": wanted,
        }
        for what, found in (("seal", sealing), ("open", opening))
        for other, wanted in (("aesgcm", 0.5), ("fernet", 3.0))
    ]


if __name__ == "__main__":
    for line in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 2048):
        print(json.dumps(line))
