"""The certificate of a destruction: the list of what is gone, signed with the instance's own audit key.

A JSON document of three parts: the ``list`` (ids and kinds, no names), a ``note`` in plain lines with the SHA-256 of
the list, and the Ed25519 ``signature`` of the note (RFC 8032), to be verified with the public key that verifies the
anchors. The note begins otherwise than a checkpoint's, so that neither can pass for the other.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from welfare.audit.checkpoint import Notary
from welfare.audit.ledger import Ledger
from welfare.retention.models import RetentionItem, RetentionRun
from welfare.rules.registers import HOUSE, Register

ORIGIN = "welfare-destruction/1"


class CertificateError(ValueError):
    """The certificate is malformed, has been changed, or is not signed by this instance."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate that has been read and verified."""

    listed: dict[str, Any]
    note: str
    signature: str


def certify(ledger: Ledger, run: RetentionRun, items: Sequence[RetentionItem]) -> str:
    """The certificate of a run that has come to its end, as the text that is kept and given out."""
    listed = _listed(run, items)
    note = _note(listed)
    signature = b64encode(notary_of(ledger).private.sign(note.encode())).decode()
    return json.dumps({"list": listed, "note": note, "signature": signature}, indent=1, sort_keys=True)


def notary_of(ledger: Ledger) -> Notary:
    """Who signs: the same that signs the anchors."""
    return Notary.from_seed(ledger.keyring.secret(HOUSE, Register.AUDIT, "anchor"))


def read_certificate(text: str | bytes, public: Ed25519PublicKey) -> Certificate:
    """A certificate, verified. Raises CertificateError."""
    try:
        document = json.loads(text)
        listed, note, signature = document["list"], document["note"], document["signature"]
        public.verify(b64decode(signature, validate=True), note.encode())
        is_the_list = _note(listed) == note
    except InvalidSignature:
        message = "the certificate is not signed by this instance, or its note has been changed"
        raise CertificateError(message) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        message = "this is no certificate of a destruction"
        raise CertificateError(message) from None
    if not is_the_list:
        message = "the list is not the one that was signed"
        raise CertificateError(message)
    return Certificate(listed, note, signature)


def _listed(run: RetentionRun, items: Sequence[RetentionItem]) -> dict[str, Any]:
    return {
        "format": ORIGIN,
        "run": run.id.hex,
        "controller": run.controller_id.hex,
        "as_of": run.as_of.isoformat(),
        "proposed_by": run.proposed_by.hex,
        "approved_by": run.answered_by.hex if run.answered_by else "",
        "ended_at": run.ended_at.isoformat() if run.ended_at else "",
        "things": [_thing(item) for item in items],
    }


def _thing(item: RetentionItem) -> dict[str, Any]:
    return {
        "thing": item.thing.value,
        "id": item.thing_id.hex,
        "rule": item.kind.value,
        "years": item.years,
        "counted_from": item.counted_from.value,
        "start": item.start_on.isoformat() if item.start_on else "",
        "kept_until": item.last_day.isoformat(),
        "state": item.state.value,
        "why": item.why,
        "keys": item.keys,
        "rows": item.rows,
        "at": item.ended_at.isoformat() if item.ended_at else "",
    }


def _note(listed: dict[str, Any]) -> str:
    canonical = json.dumps(listed, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    digest = sha256(canonical.encode()).hexdigest()
    things = listed["things"]
    destroyed = sum(thing["state"] == "destroyed" for thing in things)
    lines = (f"{ORIGIN} {listed['run']}", digest, str(destroyed), str(len(things)), listed["ended_at"])
    return "".join(f"{line}\n" for line in lines)
