"""The key file: made once, guarded, and refused in words whenever it is not as it was; the database stays untouched."""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from config.settings import Settings, SettingsError
from welfare.crypto.providers import KeyProviderError
from welfare.crypto.providers.file import FileKeyProvider, create_key_file
from welfare.web.app import create_app
from welfare.web.founding import create_instance
from welfare.web.instance import InstanceError, key_provider


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    path = tmp_path / "keys" / "keys.json"
    create_key_file(path)
    return path


def test_a_key_wrapped_is_unwrapped_in_its_own_context_alone(key_file: Path) -> None:
    provider = FileKeyProvider(key_file)
    wrapped = provider.wrap(b"k" * 32, b"register")
    assert provider.unwrap(wrapped, b"register") == b"k" * 32
    for spoilt, context in ((wrapped, b"another"), (wrapped[:-1], b"register"), (b"", b"register"), (b"W" * 90, b"")):
        with pytest.raises(KeyProviderError, match="not the one this instance was made with"):
            provider.unwrap(spoilt, context)


def test_a_new_key_file_is_for_its_owner_alone_and_is_never_written_over(key_file: Path) -> None:
    before = key_file.read_bytes()
    assert key_file.stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        create_key_file(key_file)
    assert key_file.read_bytes() == before
    FileKeyProvider(key_file).check()


def test_an_older_key_in_the_file_still_unwraps_what_names_it(key_file: Path) -> None:
    wrapped = FileKeyProvider(key_file).wrap(b"k" * 32, b"register")
    content = json.loads(key_file.read_text())
    newer = "f" * 32
    content["keys"][newer] = content["keys"][content["current"]].replace("A", "B").replace("a", "b")
    content["current"] = newer
    key_file.write_text(json.dumps(content))
    provider = FileKeyProvider(key_file)
    assert provider.unwrap(wrapped, b"register") == b"k" * 32
    assert provider.wrap(b"k" * 32, b"register")[3:19] == bytes.fromhex(newer)


def remove(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def open_to_all(path: Path) -> None:
    path.chmod(0o644)


def open_to_the_group(path: Path) -> None:
    path.chmod(0o640)


def replace_by_anothers(path: Path) -> None:
    path.unlink()
    create_key_file(path)


def make_a_folder_of_it(path: Path) -> None:
    path.unlink()
    path.mkdir()


def give_away(path: Path) -> None:
    os.chown(path, 12345, -1)


def write(content: object) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        path.write_text(json.dumps(content))

    return spoil


SPOILERS = [
    (remove, "is missing; restore it"),
    (cut, "is truncated or not a key file; restore it from the safe"),
    (empty, "is truncated or not a key file"),
    (open_to_all, "is open to other users; run: chmod 600"),
    (open_to_the_group, "is open to other users; run: chmod 600"),
    (replace_by_anothers, "is not the one this instance was made with"),
    (make_a_folder_of_it, "is not a regular file"),
    (write([]), "is truncated or not a key file"),
    (write({"format": "welfare-root-keys/1", "current": "00", "keys": {}}), "is truncated or not a key file"),
    (write({"format": "welfare-root-keys/1", "current": "00", "keys": {"00": "AAAA"}}), "is truncated or not"),
    (write({"format": "another/1", "current": "00", "keys": {"00": "A" * 43 + "="}}), "is truncated or not"),
    pytest.param(
        give_away, "belongs to another user", marks=pytest.mark.skipif(os.geteuid() != 0, reason="only root gives away")
    ),
]


def digests(folder: Path) -> dict[str, str]:
    """What lies in an instance, but for the key file and SQLite's own working files."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.name != "keys.json")
    held = {file.name: file.read_bytes() for file in files if file.suffix != ".db-shm"}
    return {name: hashlib.sha256(content).hexdigest() for name, content in held.items() if content}


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("spoil", "words"), SPOILERS)
def test_a_spoilt_key_file_is_refused_in_words_and_nothing_is_touched(
    settings: Settings, spoil: Callable[[Path], None], words: str
) -> None:
    spoil(settings.key_file)
    before = digests(settings.instance)
    with pytest.raises(KeyProviderError, match=words):
        create_app(settings)
    with pytest.raises((KeyProviderError, InstanceError)):
        create_instance(settings)
    assert digests(settings.instance) == before


def test_the_file_as_it_was_is_taken(settings: Settings) -> None:
    """The twin that succeeds."""
    key_provider(settings).check()
    create_instance(settings)


def test_an_instance_that_lost_its_key_file_gets_no_new_one(settings: Settings) -> None:
    settings.key_file.unlink()
    with pytest.raises(InstanceError, match="restore it"):
        create_instance(settings)
    assert not settings.key_file.exists()


def test_an_unknown_provider_is_refused_in_words(settings: Settings) -> None:
    strange = Settings.from_env(
        {"WELFARE_INSTANCE": str(settings.instance), "DATABASE_URL": settings.database_url, "KEY_PROVIDER": "smoke"}
    )
    with pytest.raises(SettingsError, match="KEY_PROVIDER=smoke is unknown"):
        key_provider(strange)
