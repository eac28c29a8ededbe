"""Insert, or do something else where the row is there already: the same words for both databases."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from welfare.db.base import Base

Upsert = postgresql.Insert | sqlite.Insert


def insert_into(session: Session, model: type[Base], **values: Any) -> Upsert:  # noqa: ANN401 - columns of any type
    """An insert of one row that understands ``on_conflict_do_update`` on the database at hand."""
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(model).values(**values)
    return sqlite.insert(model).values(**values)
