"""After a run: what was destroyed leaves the files of the databases too, not only their tables."""

import logging
from datetime import timedelta

from sqlalchemy import select

from welfare.audit.ledger import Ledger
from welfare.db.emptying import empty_log
from welfare.retention.models import ItemState, RetentionItem

_log = logging.getLogger("welfare")
TRIED_FOR = timedelta(days=7)
"""A reader may stand in the way once; hardly so every day of a week."""


def settle(ledger: Ledger) -> bool:
    """Empty the logs of SQLite, and write the keys of PostgreSQL anew. Whether nothing stood in the way."""
    is_done = empty_log(ledger.engine)
    is_done = ledger.keyring.settle() and is_done
    if not is_done:
        _log.warning("what was destroyed may still lie in the files of the database; it is tried again tomorrow")
    return is_done


def settle_again(ledger: Ledger) -> None:
    """The same each day, as long as a run is fresh."""
    with ledger.transaction() as looking:
        fresh = RetentionItem.ended_at >= ledger.clock() - TRIED_FOR
        destroyed = select(RetentionItem.id).where(RetentionItem.state == ItemState.DESTROYED, fresh).limit(1)
        is_fresh = looking.session.scalars(destroyed).first() is not None
    if is_fresh:
        settle(ledger)
