"""Run migrations on the connection that `welfare.db.migrate` opened."""

from typing import Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator

from welfare.db.base import Base


def render_plain(kind: str, thing: Any, _: Any) -> str | Literal[False]:  # noqa: ANN401 - Alembic's signature
    """Write a column kind of ours as the plain type it stands on, so that old migrations outlive our classes."""
    return f"sa.{thing.impl!r}" if kind == "type" and isinstance(thing, TypeDecorator) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    render_item=render_plain,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
