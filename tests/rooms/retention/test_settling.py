"""What was destroyed lies in no file of the databases any more: not in free pages, and not in the logs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from config.settings import Settings
from tests.builders_retention import an_old_case
from tests.rooms.retention.conftest import Keeping
from welfare.consents.models import ExpressionOfWill
from welfare.crypto.keystore import data_keys, open_key_store
from welfare.crypto.sealed import Sealed, sealed_columns
from welfare.drafts.models import Draft
from welfare.journal.models import JournalEntry

SEEN = 48
"""Bytes by which a ciphertext is known: its head, key id, nonce and what follows."""


@pytest.fixture
def keys(settings: Settings) -> Iterator[Engine]:
    engine = open_key_store(settings.keys_url)
    yield engine
    engine.dispose()


def ciphertexts(keeping: Keeping, *models: type[Sealed]) -> set[bytes]:
    """The beginnings of what is stored sealed."""
    rows = [row for model in models for row in keeping.rows(model)]
    values = [getattr(row, name) for row in rows for name in sealed_columns(type(row))]
    return {value.blob[:SEEN] for value in values if value is not None}


def wrapped(keys: Engine) -> set[bytes]:
    """The wrapped keys that are stored."""
    with keys.connect() as connection:
        return set(connection.scalars(select(data_keys.c.wrapped).where(data_keys.c.wrapped.is_not(None))))


def lying_in(folder: Path, name: str) -> bytes:
    """Every byte of a database and of its log."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob(f"{name}*")))


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_ciphertext_drafts_and_keys_are_gone_from_the_files_and_what_lives_is_there(
    keeping: Keeping, settings: Settings, keys: Engine
) -> None:
    stranger = keeping.village.student("Eetu Kallio", keeping.village.a_class("9A"))
    an_old_case(keeping.village, stranger, keeping.people.curator)
    data, sealed = Path(settings.database_url.removeprefix("sqlite:///")), (JournalEntry, Draft, ExpressionOfWill)
    before, keys_before = ciphertexts(keeping, *sealed), wrapped(keys)
    lying = lying_in(data.parent, data.name)
    assert before
    assert all(text in lying for text in before)
    keeping.destroy_all()
    left, keys_left = ciphertexts(keeping, *sealed), wrapped(keys)
    lying, keys_lying = lying_in(data.parent, data.name), lying_in(settings.instance, "keys.db")
    assert left < before
    assert keys_left < keys_before
    assert {text for text in before if text in lying} == left
    assert {key for key in keys_before if key in keys_lying} == keys_left


@pytest.mark.parametrize("store", ["postgresql"], indirect=True)
def test_a_destroyed_key_leaves_the_pages_of_postgresql_too_because_the_table_is_written_anew(
    keeping: Keeping, keys: Engine
) -> None:
    before, file = wrapped(keys), file_of_keys(keys)
    keeping.village.ledger.keyring.forget()
    assert file_of_keys(keys) == file
    keeping.destroy_all()
    assert wrapped(keys) < before
    assert file_of_keys(keys) != file


def file_of_keys(keys: Engine) -> int:
    """The file that PostgreSQL keeps the table in: another one once it has been written anew."""
    with keys.connect() as connection:
        number: int = connection.exec_driver_sql("SELECT pg_relation_filenode('keystore.data_key')").scalar_one()
        return number
