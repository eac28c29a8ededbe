"""Keys: one for each matter, made once, found by what a ciphertext names, forgotten for good when destroyed."""

from collections.abc import Iterator
from datetime import UTC, datetime
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from sqlalchemy import Engine, delete, func, select, update

from config.settings import Settings
from welfare.crypto.holder import KeyHolder
from welfare.crypto.keyring import DataKey, KeyGoneError, KeyRing
from welfare.crypto.keystore import data_keys, register_keys
from welfare.crypto.providers import KeyProviderError
from welfare.rules.registers import HOUSE, Register
from welfare.web.instance import key_provider, open_keyring

COUNTY = uuid4()
NOW = datetime(2026, 11, 23, tzinfo=UTC)


def holder(register: Register = Register.WELFARE) -> KeyHolder:
    return KeyHolder(COUNTY, register, uuid4())


@pytest.fixture
def second(settings: Settings) -> Iterator[KeyRing]:
    """Another process of the same instance."""
    ring = open_keyring(settings)
    yield ring
    ring.close()


def test_a_holder_has_one_key_and_everybody_finds_it(keyring: KeyRing, second: KeyRing) -> None:
    matter = holder()
    made = keyring.key_for(matter)
    assert keyring.key_for(matter) is made
    found = second.key(made.id)
    assert (found.secret, found.holder) == (made.secret, matter)
    assert second.key_for(matter).id == made.id


def test_holders_differ_by_controller_register_and_subject(keyring: KeyRing) -> None:
    one = holder()
    others = [
        KeyHolder(uuid4(), one.register, one.subject_id),
        KeyHolder(one.controller_id, Register.SOCIAL, one.subject_id),
        KeyHolder(one.controller_id, one.register, uuid4()),
    ]
    secrets = {keyring.key_for(found).secret for found in (one, *others)}
    assert len(secrets) == 4


def test_each_column_has_a_key_of_its_own(keyring: KeyRing) -> None:
    key = keyring.key_for(holder())
    sealed = key.cipher("entry.text").encrypt(bytes(12), b"text", b"")
    assert key.cipher("entry.text").decrypt(bytes(12), sealed, b"") == b"text"
    assert key.cipher("entry.text") is key.cipher("entry.text")
    assert key.cipher("entry.note").encrypt(bytes(12), b"text", b"") != sealed


def test_many_keys_are_made_and_found_in_batches(keyring: KeyRing, second: KeyRing) -> None:
    holders = [holder() for _ in range(900)]
    made = keyring.keys_for(holders)
    assert set(second.prefetch(key.id for key in made.values())) == {key.id for key in made.values()}
    assert {h: key.id for h, key in second.keys_for(holders).items()} == {h: key.id for h, key in made.items()}


def test_the_store_holds_only_wrapped_keys(keyring: KeyRing, store_of_keys: Engine) -> None:
    key = keyring.key_for(holder())
    with store_of_keys.connect() as connection:
        (wrapped,) = connection.scalars(select(data_keys.c.wrapped))
        others = connection.scalars(select(register_keys.c.wrapped)).all()
    assert key.secret not in wrapped
    assert all(key.secret not in other for other in others)


def test_a_wrapped_key_put_in_anothers_place_opens_nothing(keyring: KeyRing, store_of_keys: Engine) -> None:
    mine, theirs = keyring.key_for(holder()), keyring.key_for(holder())
    with store_of_keys.begin() as connection:
        wrapped = connection.scalar(select(data_keys.c.wrapped).where(data_keys.c.id == theirs.id))
        connection.execute(update(data_keys).where(data_keys.c.id == mine.id).values(wrapped=wrapped))
    keyring.forget()
    with pytest.raises(KeyGoneError):
        keyring.key(mine.id)
    assert keyring.key(theirs.id).secret == theirs.secret


def test_a_destroyed_key_is_gone_for_reading_and_writing(keyring: KeyRing) -> None:
    matter, neighbour = holder(), holder()
    key = keyring.key_for(matter)
    other = keyring.key_for(neighbour)
    assert keyring.destroy([matter], NOW) == 1
    assert keyring.destroy([matter], NOW) == 0
    with pytest.raises(KeyGoneError):
        keyring.key(key.id)
    with pytest.raises(KeyGoneError):
        keyring.key_for(matter)
    assert keyring.key(other.id).secret == other.secret
    assert keyring.prefetch([key.id, other.id]).keys() == {other.id}


def test_whoever_outlives_a_key_gets_another_and_the_first_stays_gone(keyring: KeyRing, second: KeyRing) -> None:
    person = KeyHolder(COUNTY, Register.WELFARE, uuid4(), outlives_key=True)
    first = keyring.key_for(person)
    assert second.key_for(person).id == first.id
    keyring.destroy([person], NOW)
    anew = second.key_for(person)
    assert keyring.key_for(person).id == anew.id
    assert anew.secret != first.secret
    assert keyring.gone([first.id, anew.id]) == {first.id}
    keyring.destroy([person], NOW)
    assert keyring.key_for(person).id not in {first.id, anew.id}


def test_a_destroyed_key_leaves_no_wrapped_bytes(keyring: KeyRing, store_of_keys: Engine) -> None:
    matter = holder()
    keyring.key_for(matter)
    keyring.destroy([matter], NOW)
    with store_of_keys.connect() as connection:
        row = connection.execute(select(data_keys.c.wrapped, data_keys.c.destroyed_at)).one()
    assert (row.wrapped, row.destroyed_at) == (None, NOW.replace(tzinfo=None))


def test_one_spoilt_key_takes_no_other_along(keyring: KeyRing, store_of_keys: Engine) -> None:
    spoilt, whole = keyring.key_for(holder()), keyring.key_for(holder())
    with store_of_keys.begin() as connection:
        connection.execute(update(data_keys).where(data_keys.c.id == spoilt.id).values(wrapped=b"junk" * 20))
    keyring.forget()
    assert keyring.prefetch([spoilt.id, whole.id]).keys() == {whole.id}
    with pytest.raises(KeyGoneError):
        keyring.key_for(spoilt.holder)


def test_a_key_that_never_was_is_gone(keyring: KeyRing) -> None:
    with pytest.raises(KeyGoneError):
        keyring.key(uuid4())


def test_the_cache_is_bounded(settings: Settings, store_of_keys: Engine) -> None:
    ring = KeyRing(store_of_keys, key_provider(settings), size=3)
    keys = [ring.key_for(holder()) for _ in range(5)]
    assert len(ring._cache) == len(ring._ids) == 3
    assert [ring.key(key.id).secret for key in keys] == [key.secret for key in keys]


def test_the_cache_is_timed(settings: Settings, store_of_keys: Engine) -> None:
    ring = KeyRing(store_of_keys, key_provider(settings), seconds=0)
    key = ring.key_for(holder())
    assert ring.key(key.id) is not ring.key(key.id)
    assert len(ring._cache) <= 1


def test_forgetting_leaves_nothing_in_memory(keyring: KeyRing) -> None:
    keyring.key_for(holder())
    keyring.forget()
    assert (dict(keyring._cache), keyring._ids, keyring._registers._by_id) == ({}, {}, {})


def test_secrets_differ_by_controller_register_and_purpose(keyring: KeyRing, second: KeyRing) -> None:
    asked = [
        (HOUSE, Register.AUDIT, "chain"),
        (HOUSE, Register.AUDIT, "anchor"),
        (HOUSE, Register.INDEX, "chain"),
        (COUNTY, Register.AUDIT, "chain"),
    ]
    secrets = [keyring.secret(*which) for which in asked]
    assert len(set(secrets)) == 4
    assert [second.secret(*which) for which in asked] == secrets
    assert [second.find_secret(*which) for which in asked] == secrets
    assert second.find_secret(uuid4(), Register.AUDIT, "chain") is None


def make_at_once(rings: tuple[KeyRing, KeyRing], matter: KeyHolder) -> list[DataKey]:
    start = Barrier(len(rings))
    found: list[DataKey] = []

    def make(ring: KeyRing) -> None:
        start.wait()
        found.append(ring.key_for(matter))

    makers = [Thread(target=make, args=(ring,)) for ring in rings]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
    return found


def test_two_processes_that_make_the_same_key_at_once_agree(keyring: KeyRing, second: KeyRing) -> None:
    for _ in range(10):
        one, other = make_at_once((keyring, second), holder())
        assert one.secret == other.secret


def test_two_processes_that_open_a_register_at_once_agree(
    keyring: KeyRing, second: KeyRing, store_of_keys: Engine
) -> None:
    start = Barrier(2)
    found: list[bytes] = []

    def derive(ring: KeyRing) -> None:
        start.wait()
        found.append(ring.secret(COUNTY, Register.SOCIAL, "index"))

    makers = [Thread(target=derive, args=(ring,)) for ring in (keyring, second)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
    assert len(set(found)) == 1
    with store_of_keys.connect() as connection:
        statement = select(func.count()).where(register_keys.c.register == "social")
        assert connection.scalar(statement) == 1


def test_a_store_that_lost_a_register_key_says_what_to_do(keyring: KeyRing, store_of_keys: Engine) -> None:
    key = keyring.key_for(holder())
    keyring.forget()
    with store_of_keys.begin() as connection:
        spare = connection.execute(select(register_keys).where(register_keys.c.register == "welfare")).one()
        if store_of_keys.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        connection.execute(
            update(register_keys).where(register_keys.c.id == spare.id).values(wrapped=b"W\x01\x01" + bytes(80))
        )
    with pytest.raises(KeyProviderError, match="not the one this instance was made with"):
        keyring.key(key.id)
    with pytest.raises(KeyProviderError):
        keyring.secret(COUNTY, Register.WELFARE, "anything")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_the_key_store_is_a_file_of_its_own_with_safe_settings(settings: Settings, store_of_keys: Engine) -> None:
    assert settings.keys_url.endswith("keys.db")
    with store_of_keys.connect() as connection:
        pragmas = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in (
            "journal_mode", "synchronous", "foreign_keys", "secure_delete"
        )}  # fmt: skip
        connection.execute(delete(data_keys))
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
