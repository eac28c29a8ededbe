"""Every column says how much it tells, and what tells most is sealed: in the model, and in the bytes on the disk."""

from collections.abc import Iterator
from math import log2
from pathlib import Path

import pytest
from sqlalchemy import Column, LargeBinary, Table, select, type_coerce
from sqlalchemy.types import NullType

from tests.builders import Someone, Village
from tests.databases import Store
from tests.rooms.oversight.deeds import Deeds
from welfare.audit.ledger import Ledger
from welfare.audit.verify_data import sealed_models
from welfare.crypto.encrypted import EncryptedText
from welfare.crypto.envelope import MAGIC
from welfare.crypto.sealed import sealed_columns
from welfare.db.base import Base, DataClass
from welfare.rules.actors import Role

CANARIES = ("Kanarialintu", "Pesänen", "Kaislapolku")
"""Words of names and an address, which stand nowhere in the clear."""
SEALED = {DataClass.SECRET, DataClass.PLACE}


def columns() -> Iterator[tuple[str, Column[object]]]:
    for table in Base.metadata.tables.values():
        for column in table.columns:
            yield f"{table.name}.{column.name}", column


def test_every_column_has_a_data_class() -> None:
    assert [name for name, column in columns() if not isinstance(column.info.get("data"), DataClass)] == []


def test_what_is_secret_or_a_place_is_sealed_and_nothing_else_is() -> None:
    """A sealed column of a lower class would be opened with less thought than it deserves."""
    wrong = {
        name for name, column in columns() if (column.info["data"] in SEALED) != isinstance(column.type, EncryptedText)
    }
    assert wrong == set()


def test_a_column_without_a_class_would_be_seen() -> None:
    table = Table("stray", Base.metadata.__class__(), Column("name", NullType()))
    assert [column.name for column in table.columns if not isinstance(column.info.get("data"), DataClass)] == ["name"]


def test_sealed_columns_belong_to_sealed_models() -> None:
    """Or nothing would seal them again at the next revision, and the verifier would not know them."""
    known = {(model.__tablename__, name) for model in sealed_models() for name in sealed_columns(model)}
    found = {tuple(name.split(".")) for name, column in columns() if isinstance(column.type, EncryptedText)}
    assert found == known


@pytest.fixture
def filled(village: Village) -> Someone:
    """People with names and an address that would be known anywhere."""
    village.staff(Role.CURATOR, "Kanarialintu Pesänen")
    student = village.student("Kanarialintu Pesänen", village.a_class(), is_restricted=True)
    village.guardian("Kanarialintu Pesänen", student)
    return student


def entropy(blob: bytes) -> float:
    """Bits a byte; text has about four, ciphertext of this length more than five."""
    shares = [blob.count(value) / len(blob) for value in set(blob)]
    return -sum(share * log2(share) for share in shares)


@pytest.mark.usefixtures("filled")
def test_sealed_columns_of_a_filled_database_hold_our_form_alone(ledger: Ledger) -> None:
    seen = 0
    with ledger.engine.connect() as connection:
        for model in sealed_models():
            table = Base.metadata.tables[model.__tablename__]
            for name in sealed_columns(model):
                stored = select(type_coerce(table.c[name], LargeBinary())).where(table.c[name].is_not(None))
                for blob in connection.scalars(stored):
                    seen += 1
                    assert (blob[0], blob[1], blob[2]) == (MAGIC, 1, 1), f"{table.name}.{name}"
                    assert entropy(blob[19:]) > 5, f"{table.name}.{name}"
    assert seen > 5


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_no_name_or_address_stands_anywhere_on_the_disk(store: Store) -> None:
    files = [path for path in store.instance.rglob("*") if path.is_file()]
    assert {"welfare.db", "welfare.db-wal", "keys.db"} <= {path.name for path in files}
    found = {(path.name, word) for path in files for word in CANARIES if in_any_form(word, path)}
    assert found == set()


def in_any_form(word: str, path: Path) -> bool:
    content = path.read_bytes()
    return any(word.encode(encoding) in content for encoding in ("utf-8", "utf-16-le", "latin-1"))


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_the_search_would_find_what_stands_in_the_clear(store: Store) -> None:
    """The twin that succeeds: the name of the school is public."""
    files = [path for path in store.instance.rglob("welfare.db*") if path.is_file()]
    assert any(in_any_form("Koivurannan", path) for path in files)


def test_the_trail_holds_no_name_either(ledger: Ledger, village: Village, filled: Someone) -> None:
    principal = village.staff(Role.PRINCIPAL, "Kanarialintu Pesänen")
    deeds = Deeds(ledger, village)
    assert filled.name.split()[0] in CANARIES
    assert not any(word in str(deeds.last()) for word in CANARIES)
    assert principal.name.split()[1] in CANARIES
