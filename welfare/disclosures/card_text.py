"""A provider's card as text: what one provider sends another in an ordinary message, and compares by voice."""

import json
from base64 import b64decode, b64encode
from binascii import Error as NotBase64Error

from welfare.crypto.parcels import Card, NotAParcelError

FORMAT = "welfare-card"
LONGEST_NAME = 200


class NotACardError(ValueError):
    """The text is no card."""


def card_text(name: str, card: Card) -> str:
    """The card of a provider in one line."""
    keys = {"box": b64encode(card.box).decode(), "sign": b64encode(card.sign).decode()}
    return json.dumps({"format": FORMAT, "version": 1, "name": name} | keys, ensure_ascii=False)


def read_card(text: str) -> tuple[str, Card]:
    """Name and keys on a card. Raises NotACardError."""
    try:
        found = json.loads(text)
        if not isinstance(found, dict) or (found.get("format"), found.get("version")) != (FORMAT, 1):
            raise NotACardError
        name = found["name"]
        if not isinstance(name, str) or not 0 < len(name.strip()) <= LONGEST_NAME:
            raise NotACardError
        return name.strip(), Card(_key(found["box"]), _key(found["sign"]))
    except (KeyError, json.JSONDecodeError, NotBase64Error, NotAParcelError, RecursionError) as error:
        raise NotACardError from error


def _key(value: object) -> bytes:
    if not isinstance(value, str):
        raise NotACardError
    return b64decode(value, validate=True)


def in_groups(fingerprint: str) -> str:
    """A fingerprint as it is read aloud: in groups of four."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4))
