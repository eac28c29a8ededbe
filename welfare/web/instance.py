"""An instance on disk: its folder, key file, key store and database; made once, checked at every start."""

import logging
from typing import Any

from sqlalchemy import Engine, create_engine

from config.settings import Settings, SettingsError
from welfare.crypto.keyring import KeyRing
from welfare.crypto.keystore import open_key_store
from welfare.crypto.providers import KeyProvider, KeyProviderError
from welfare.crypto.providers.file import FileKeyProvider
from welfare.crypto.shredding import FILE_NAME, ShredLedger
from welfare.db.glance import newest_release
from welfare.db.guard import guard
from welfare.db.release import current_revision
from welfare.rules.registers import HOUSE, Register

_log = logging.getLogger("welfare")


class InstanceError(RuntimeError):
    """The instance is missing or not in a state to be served; the message says what to do."""


def open_database(settings: Settings) -> Engine:
    """A guarded engine for the instance's database."""
    engine = create_engine(settings.database_url, **engine_options(settings))
    guard(engine)
    return engine


def engine_options(settings: Settings) -> dict[str, Any]:
    """Pool sizes, for one process serves a handful of threads; and no error tells what was sent to the database."""
    pool = {"pool_size": 8, "max_overflow": 8} if settings.database_url.startswith("postgresql") else {}
    return {"hide_parameters": True, **pool}


def open_keyring(settings: Settings) -> KeyRing:
    """The key ring of an instance. Raises KeyProviderError (also for another instance's key), SettingsError."""
    provider = key_provider(settings)
    engine = open_key_store(settings.keys_url)
    keyring = KeyRing(engine, provider, size=settings.key_cache_size, seconds=settings.key_cache_seconds)
    keyring.shred_ledger = ShredLedger(
        settings.anchors / FILE_NAME, lambda: keyring.secret(HOUSE, Register.AUDIT, "shred")
    )
    try:
        keyring.check()
        _shred_again(keyring)
    except KeyProviderError:
        keyring.close()
        raise
    return keyring


def _shred_again(keyring: KeyRing) -> None:
    """Destroy what had been destroyed before the key store was put back. Raises KeyProviderError."""
    try:
        count = keyring.shred_again()
    except OSError as error:
        message = f"the shred ledger cannot be read: {error.strerror}"
        raise KeyProviderError(message) from error
    if count:
        _log.warning("%d keys had come back with a restored key store and have been destroyed again", count)


def key_provider(settings: Settings) -> KeyProvider:
    """The provider that KEY_PROVIDER names. Raises SettingsError for one this release does not know."""
    if settings.key_provider != "file":
        message = f"KEY_PROVIDER={settings.key_provider} is unknown; this release knows: file"
        raise SettingsError(message)
    return FileKeyProvider(settings.key_file)


def check_schema(engine: Engine) -> None:
    """Refuse a database of another release. Raises InstanceError."""
    found, wanted = current_revision(engine), newest_release()
    if found is None:
        message = "the database is empty; run `welfare init` (or `welfare demo`) first"
        raise InstanceError(message)
    if found != wanted:
        message = f"the database stands at {found}, this release needs {wanted}; run `welfare init` to migrate it"
        raise InstanceError(message)
