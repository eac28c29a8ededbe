"""What lies in the database, so that one can say that nothing is another way than before."""

from contextlib import closing
from hashlib import sha256

from sqlalchemy.engine.interfaces import DBAPICursor

from tests.web.forms.scene import Scene
from welfare.audit.ledger import Ledger
from welfare.db.base import Base

TRAIL = frozenset({"audit_event", "audit_head", "audit_subject"})
"""What was tried is always written there."""
COUNTS = frozenset({"sign_in_session", "throttle", "wrong_tries", "done_once"})
"""When somebody was last seen, how often somebody has tried, and which forms have come."""


def state_of(scene: Scene, *, without: frozenset[str] = frozenset()) -> dict[str, str]:
    """A digest of every table but the trail and the counts, by each row as the driver gives it."""
    ledger: Ledger = scene.app.extensions["ledger"]
    names = [name for name in sorted(Base.metadata.tables) if name not in TRAIL | COUNTS | without]
    with ledger.engine.connect() as connection, closing(connection.connection.cursor()) as cursor:
        return {name: _digest(cursor, name) for name in names}


def _digest(cursor: DBAPICursor, table: str) -> str:
    cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - ours
    return sha256("\n".join(sorted(map(repr, cursor.fetchall()))).encode()).hexdigest()


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The tables that are another way."""
    return [name for name in before if before[name] != after[name]]
