"""What lies in the database, so that one can say that nothing is another way than before."""

from hashlib import sha256

from tests.web.forms.scene import Scene
from welfare.audit.ledger import Ledger
from welfare.db.base import Base

TRAIL = frozenset({"audit_event", "audit_head", "audit_subject"})
"""What was tried is always written there."""
COUNTS = frozenset({"sign_in_session", "throttle", "wrong_tries", "done_once"})
"""When somebody was last seen, how often somebody has tried, and which forms have come."""


def state_of(scene: Scene, *, without: frozenset[str] = frozenset()) -> dict[str, str]:
    """A digest of every table but the trail and the counts."""
    ledger: Ledger = scene.app.extensions["ledger"]
    names = [name for name in sorted(Base.metadata.tables) if name not in TRAIL | COUNTS | without]
    with ledger.engine.connect() as connection:
        rows = {name: connection.exec_driver_sql(f'SELECT * FROM "{name}"').all() for name in names}  # noqa: S608 - ours
    return {name: sha256(repr(sorted(map(repr, found))).encode()).hexdigest() for name, found in rows.items()}


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The tables that are another way."""
    return [name for name in before if before[name] != after[name]]
