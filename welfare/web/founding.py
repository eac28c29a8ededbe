"""Makes an instance, or brings one to this release. Apart from what serves it, because Alembic takes long to load."""

from contextlib import closing

from config.settings import Settings
from welfare.crypto.keystore import create_key_store, open_key_store
from welfare.crypto.providers.file import create_key_file
from welfare.db.migrate import upgrade
from welfare.db.release import current_revision
from welfare.web.instance import InstanceError, open_database, open_keyring
from welfare.web.witness import folder_of


def create_instance(settings: Settings) -> None:
    """Make what is missing of an instance and bring its database to this release; changes nothing that is there."""
    settings.instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    settings.anchors.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = open_database(settings)
    try:
        is_new = current_revision(engine) is None
        if not settings.key_file.exists():
            if not is_new:
                message = f"the key file {settings.key_file} is missing although the database is not new; restore it"
                raise InstanceError(message)
            create_key_file(settings.key_file)
        _make_key_store(settings)
        _check_keys(settings, is_new=is_new)
        upgrade(engine)
    finally:
        engine.dispose()


def _make_key_store(settings: Settings) -> None:
    store = open_key_store(settings.keys_url)
    try:
        create_key_store(store)
    finally:
        store.dispose()


def _check_keys(settings: Settings, *, is_new: bool) -> None:
    """See that the key is this instance's. A new one begins without anchors; those of an old one are missed instead."""
    with closing(open_keyring(settings)) as keyring:
        if is_new:
            folder_of(settings, keyring).found()
