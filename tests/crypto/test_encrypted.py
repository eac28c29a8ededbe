"""Ciphertext in memory: it cannot be shown, compared, counted, copied or rendered by accident."""

import copy
import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment
from sqlalchemy.dialects import sqlite

from tests.architecture.tree import ROOT, name_of, python_files
from welfare.crypto.encrypted import Encrypted, EncryptedText, EncryptedValueError

SECRET = "a secret that must not be seen"
VALUES = [Encrypted(b"W\x01\x01 sealed bytes"), Encrypted(None, waiting=SECRET.encode())]
OPENERS = (".decrypt(", ".decrypt_document(", ".sift(", ".skim(", "open_parcel(")


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize(
    "look",
    [
        str,
        bytes,
        list,
        len,
        "{}".format,
        "{:>10}".format,
        lambda value: f"{value}",
        lambda value: f"{value!s}",
        lambda value: "%s" % value,  # noqa: UP031 - this very way
        lambda value: value == SECRET,
        lambda value: value != SECRET,
        lambda value: value < value,  # noqa: PLR0124 - this very way
        lambda value: "a" in value,
        lambda value: sorted([value, value]),
        pickle.dumps,
        copy.copy,
        copy.deepcopy,
        json.dumps,
        lambda value: value + "",
        Environment(autoescape=True).from_string("{{ value }}").render,
        Environment(autoescape=False).from_string("{{ value }}").render,  # noqa: S701 - refused all the same
        Environment(autoescape=True).from_string("{{ value|upper }}").render,
        Environment(autoescape=True).from_string("{{ value|tojson }}").render,
    ],
)
def test_no_way_of_looking_at_it_works(value: Encrypted, look: Callable[..., object]) -> None:
    arguments: dict[str, Any] = {}
    with pytest.raises(TypeError):
        look(value=value) if "render" in getattr(look, "__name__", "") else look(value, **arguments)


@pytest.mark.parametrize("value", VALUES)
def test_its_name_for_debuggers_tells_nothing(value: Encrypted) -> None:
    assert repr(value) == f"{value!r}" == "<Encrypted>"
    assert repr([value]) == "[<Encrypted>]"


def test_it_has_no_dictionary_to_be_dumped() -> None:
    with pytest.raises(TypeError):
        vars(VALUES[0])


def test_whether_there_is_anything_may_be_asked() -> None:
    assert VALUES[0]
    assert len({VALUES[0], VALUES[1]}) == 2


@pytest.mark.parametrize("value", [SECRET, SECRET.encode(), VALUES[1], 7])
def test_a_sealed_column_takes_no_plaintext(value: object) -> None:
    with pytest.raises(EncryptedValueError, match="only what the unit of work has sealed"):
        EncryptedText().process_bind_param(value, sqlite.dialect())


def test_a_sealed_column_takes_sealed_bytes_and_nothing_at_all() -> None:
    assert EncryptedText().process_bind_param(VALUES[0], sqlite.dialect()) == VALUES[0].blob
    assert EncryptedText().process_bind_param(None, sqlite.dialect()) is None
    assert EncryptedText().process_result_value(None, sqlite.dialect()) is None
    found = EncryptedText().process_result_value(b"sealed", sqlite.dialect())
    assert isinstance(found, Encrypted)


def opens(path: Path) -> bool:
    return any(word in path.read_text(encoding="utf-8") for word in OPENERS)


def test_only_pages_open_what_is_sealed() -> None:
    """Plaintext comes to be in files that make pages, and nowhere else: so a reviewer knows where to look."""
    keepers = {"welfare/audit/unit_of_work.py", "welfare/crypto/envelope.py", "welfare/crypto/parcels.py"}
    openers = {
        name_of(path)
        for path in python_files("welfare")
        if opens(path) and path.name != "pages.py" and "pages" not in path.relative_to(ROOT).parts
    }
    assert openers - keepers == set()


def test_an_opener_elsewhere_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "queries.py").write_text("text = work.decrypt(row, Model.text)")
    assert opens(tmp_path / "queries.py")
