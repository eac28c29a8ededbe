"""What a parcel to a new provider holds: a record that a machine reads, with its schema, and the same as a paper.

The schema (JSON Schema 2020-12) travels with the record, so that other products read it too. Reading is strict:
what the schema does not know is refused, not skipped.
"""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any, Final

from welfare.rules.journal import EntryKind

LONGEST_TEXT: Final = 20_000
MOST_PASSAGES: Final = 500


class MalformedRecordError(ValueError):
    """The content of a parcel is not what its schema says."""


@dataclass(frozen=True, slots=True)
class Pupil:
    """Whom the record is about: never where home is."""

    given_name: str
    family_name: str
    birth_date: str
    identity_code: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Who sends it, and on which consent it rests (OHL 23 § 3)."""

    provider: str
    giver: str
    office: str
    consent_number: str
    consent_given_on: str
    sent_at: str


@dataclass(frozen=True, slots=True)
class SentPassage:
    """Sentences of one line of the sender's journal."""

    kind: str
    day: str
    label: str
    is_voice: bool
    text: str


@dataclass(frozen=True, slots=True)
class TransferRecord:
    """The whole of it."""

    language: str
    pupil: Pupil
    origin: Origin
    words: str
    passages: Sequence[SentPassage]


@cache
def schema() -> Mapping[str, Any]:
    """The schema of the record."""
    found: Mapping[str, Any] = json.loads(
        files("welfare.disclosures").joinpath("transfer.schema.json").read_text("utf-8")
    )
    return found


def content_of(record: TransferRecord, pdf: bytes) -> bytes:
    """What is sealed into a parcel."""
    content = {"schema": schema(), "record": asdict(record), "pdf": b64encode(pdf).decode()}
    return json.dumps(content, ensure_ascii=False).encode()


def record_in(content: bytes) -> TransferRecord:
    """The record in the content of a parcel. Raises MalformedRecordError."""
    try:
        found = json.loads(content)
        record = _only(found, {"schema", "record", "pdf"})["record"]
        whole = _only(record, {"language", "pupil", "origin", "words", "passages"})
        passages = whole["passages"]
        if not isinstance(passages, list) or len(passages) > MOST_PASSAGES:
            raise MalformedRecordError
        return TransferRecord(
            language=_one_of(whole["language"], {"fi", "sv", "en"}),
            pupil=Pupil(**_texts(whole["pupil"], set(Pupil.__slots__))),
            origin=_origin(_texts(whole["origin"], set(Origin.__slots__))),
            words=_text(whole["words"]),
            passages=[_passage(each) for each in passages],
        )
    except (json.JSONDecodeError, UnicodeDecodeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise MalformedRecordError from error


def _origin(words: dict[str, str]) -> Origin:
    date.fromisoformat(words["consent_given_on"])
    datetime.fromisoformat(words["sent_at"])
    return Origin(**words)


def _passage(found: object) -> SentPassage:
    words = _only(found, set(SentPassage.__slots__))
    if not isinstance(words["is_voice"], bool):
        raise MalformedRecordError
    date.fromisoformat(_text(words["day"]))
    kind = _one_of(words["kind"], {each.value for each in EntryKind})
    return SentPassage(kind, words["day"], _text(words["label"]), words["is_voice"], _text(words["text"]))


def _texts(found: object, names: set[str]) -> dict[str, str]:
    return {name: _text(value) for name, value in _only(found, names).items()}


def _only(found: object, names: set[str]) -> dict[str, Any]:
    if not isinstance(found, dict) or set(found) != names:
        raise MalformedRecordError
    return found


def _one_of(value: object, known: set[str]) -> str:
    if value not in known:
        raise MalformedRecordError
    return str(value)


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or "\0" in value:
        raise MalformedRecordError
    return value
