"""What a parcel holds is what its schema says, and nothing else is read."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

import pytest

from welfare.disclosures.transfer_record import (
    LONGEST_TEXT,
    MalformedRecordError,
    Origin,
    Pupil,
    SentPassage,
    TransferRecord,
    content_of,
    record_in,
    schema,
)
from welfare.rules.journal import EntryKind

RECORD = TransferRecord(
    language="fi",
    pupil=Pupil("Aada", "Metsäpelto", "2012-05-05", "050512A912S"),
    origin=Origin(
        "Rannan kunta", "Saara Lehtovirta", "kuraattori", "2026–27/T/0004", "2026-11-03", "2026-11-23T07:30:00+00:00"
    ),
    words="Jatketaan aamuista.",
    passages=[SentPassage("note", "2026-11-03", "", is_voice=False, text="Aada tulee maanantaisin klo 10.")],
)


def fits(value: object, rule: Mapping[str, Any]) -> bool:
    """Whether a value is what a schema says, as far as ours goes."""
    if "enum" in rule:
        return value in rule["enum"]
    if rule["type"] == "object":
        assert isinstance(value, dict)
        known = rule["properties"]
        return set(value) == set(known) == set(rule["required"]) and all(fits(value[n], known[n]) for n in known)
    if rule["type"] == "array":
        assert isinstance(value, list)
        return len(value) <= rule["maxItems"] and all(fits(each, rule["items"]) for each in value)
    return isinstance(value, {"string": str, "boolean": bool}[rule["type"]])


def test_the_record_comes_out_as_it_went_in_and_its_schema_with_it() -> None:
    content = content_of(RECORD, b"%PDF")
    assert record_in(content) == RECORD
    assert json.loads(content)["schema"] == schema()
    assert json.loads(content)["pdf"] == "JVBERg=="


def test_the_schema_tells_the_record_and_nothing_else() -> None:
    assert fits(json.loads(json.dumps(asdict(RECORD))), schema())
    kinds = schema()["properties"]["passages"]["items"]["properties"]["kind"]["enum"]
    assert set(kinds) == {kind.value for kind in EntryKind}


def spoilt(change: Any) -> bytes:  # noqa: ANN401 - a function that spoils
    content = json.loads(content_of(RECORD, b""))
    change(content)
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        spoilt(lambda c: c.pop("pdf")),
        spoilt(lambda c: c["record"].pop("pupil")),
        spoilt(lambda c: c["record"].update(more="x")),
        spoilt(lambda c: c["record"].update(language="de")),
        spoilt(lambda c: c["record"].update(words=5)),
        spoilt(lambda c: c["record"].update(words="x" * (LONGEST_TEXT + 1))),
        spoilt(lambda c: c["record"].update(words="a\0b")),
        spoilt(lambda c: c["record"]["pupil"].update(identity_code=None)),
        spoilt(lambda c: c["record"]["origin"].update(consent_given_on="eilen")),
        spoilt(lambda c: c["record"].update(passages="x")),
        spoilt(lambda c: c["record"]["passages"][0].update(kind="letter")),
        spoilt(lambda c: c["record"]["passages"][0].update(day="3.11.")),
        spoilt(lambda c: c["record"]["passages"][0].update(is_voice="no")),
    ],
)
def test_what_the_schema_does_not_know_is_refused(content: bytes) -> None:
    with pytest.raises(MalformedRecordError):
        record_in(content)


def test_a_record_without_passages_is_whole() -> None:
    assert record_in(content_of(replace(RECORD, passages=[]), b"")).passages == []
