"""The shred ledger: what was destroyed stays so when a backup of the keys is put back."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from config.settings import Settings
from welfare.crypto.holder import KeyHolder
from welfare.crypto.keyring import KeyGoneError
from welfare.crypto.shredding import FILE_NAME, Shredded, ShredLedger, ShredLedgerError
from welfare.rules.registers import Register
from welfare.web.founding import create_instance
from welfare.web.instance import open_keyring

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)


def a_holder(*, outlives_key: bool = False) -> KeyHolder:
    return KeyHolder(uuid4(), Register.WELFARE, uuid4(), outlives_key=outlives_key)


def a_key() -> Shredded:
    return Shredded(a_holder(), uuid4())


@pytest.fixture
def ledger(tmp_path: Path) -> ShredLedger:
    return ShredLedger(tmp_path / FILE_NAME, lambda: b"s" * 32)


def test_what_is_written_is_read_in_its_order(ledger: ShredLedger) -> None:
    first, second, third = a_key(), a_key(), a_key()
    ledger.add([first, second], NOW)
    ledger.add([third], NOW)
    assert ledger.entries() == [(first, NOW), (second, NOW), (third, NOW)]


def test_where_nothing_was_destroyed_there_is_nothing_to_read(ledger: ShredLedger) -> None:
    assert ledger.entries() == []


def test_a_line_whose_writer_died_is_none_and_the_next_one_follows(ledger: ShredLedger) -> None:
    first, second = a_key(), a_key()
    ledger.add([first], NOW)
    with ledger.path.open("ab") as file:
        file.write(b'{"note": "half a li')
    assert ledger.entries() == [(first, NOW)]
    ledger.add([second], NOW)
    assert ledger.entries() == [(first, NOW), (second, NOW)]


@pytest.mark.parametrize("spoil", ["changed", "taken out", "slipped in", "none of ours"])
def test_a_ledger_that_is_not_as_it_was_written_opens_nothing(ledger: ShredLedger, spoil: str) -> None:
    ledger.add([a_key(), a_key(), a_key()], NOW)
    lines = ledger.path.read_text(encoding="utf-8").splitlines(keepends=True)
    document = json.loads(lines[1])
    spoilt = {
        "changed": [lines[0], json.dumps(document | {"note": document["note"].replace("welfare", "social")}) + "\n"],
        "taken out": [lines[0], lines[2]],
        "slipped in": [lines[0], lines[0]],
        "none of ours": [lines[0], "hello\n"],
    }
    assert len(ledger.entries()) == 3
    ledger.path.write_text("".join(spoilt[spoil]), encoding="utf-8")
    with pytest.raises(ShredLedgerError):
        ledger.entries()


def test_a_key_that_a_backup_brings_back_is_gone_before_anything_opens(tmp_path: Path) -> None:
    settings = Settings.from_env({"WELFARE_INSTANCE": str(tmp_path / "instance")})
    create_instance(settings)
    doomed, kept = a_holder(), a_holder()
    ring = open_keyring(settings)
    ring.keys_for([doomed, kept])
    ring.close()
    keys = settings.instance / "keys.db"
    shutil.copy(keys, tmp_path / "backup.db")
    ring = open_keyring(settings)
    assert ring.destroy([doomed], NOW) == 1
    ring.close()
    for part in settings.instance.glob("keys.db*"):
        part.unlink()
    shutil.copy(tmp_path / "backup.db", keys)
    ring = open_keyring(settings)
    with pytest.raises(KeyGoneError):
        ring.key_for(doomed)
    assert ring.key_for(kept).holder == kept
    ring.close()


def test_without_the_ledger_the_backup_would_have_brought_it_back(tmp_path: Path) -> None:
    settings = Settings.from_env({"WELFARE_INSTANCE": str(tmp_path / "instance")})
    create_instance(settings)
    doomed = a_holder()
    ring = open_keyring(settings)
    ring.key_for(doomed)
    ring.close()
    keys = settings.instance / "keys.db"
    shutil.copy(keys, tmp_path / "backup.db")
    ring = open_keyring(settings)
    ring.destroy([doomed], NOW)
    ring.close()
    (settings.anchors / FILE_NAME).unlink()
    for part in settings.instance.glob("keys.db*"):
        part.unlink()
    shutil.copy(tmp_path / "backup.db", keys)
    ring = open_keyring(settings)
    assert ring.key_for(doomed).holder == doomed
    ring.close()


def test_a_line_of_an_earlier_release_names_the_first_key_of_its_holder_alone(tmp_path: Path) -> None:
    settings = Settings.from_env({"WELFARE_INSTANCE": str(tmp_path / "instance")})
    create_instance(settings)
    person = a_holder(outlives_key=True)
    ring = open_keyring(settings)
    first = ring.key_for(person)
    assert ring.shred_ledger
    ring.shred_ledger.add([Shredded(person)], NOW)
    assert ring.shred_again() == 1
    ring.forget()
    second = ring.key_for(person)
    ring.close()
    ring = open_keyring(settings)
    assert ring.key(second.id).secret == second.secret
    with pytest.raises(KeyGoneError):
        ring.key(first.id)
    ring.close()
