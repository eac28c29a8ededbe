"""Files of breaches that were learnt of otherwise than from the log."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0063"
down_revision = "0062"
branch_labels = None
depends_on = None
OPEN: Mapping[str, Mapping[str, sa.types.TypeEngine[Any]]] = {
    "breach": {"account_id": sa.Uuid(), "since": sa.DateTime(), "until": sa.DateTime()},
    "breach_person": {"first_at": sa.DateTime(), "last_at": sa.DateTime()},
}


def upgrade() -> None:
    """Go up."""
    _may_be_empty(is_open=True)
    op.add_column("breach", sa.Column("about_so_many", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Go down. What was not known is filled with who opened the file, and when it was noticed."""
    op.execute("UPDATE breach SET account_id = COALESCE(account_id, opened_by)")
    op.execute("UPDATE breach SET since = COALESCE(since, noticed_at), until = COALESCE(until, noticed_at)")
    op.execute(
        "UPDATE breach_person SET first_at = (SELECT noticed_at FROM breach WHERE breach.id = breach_id),"
        " last_at = (SELECT noticed_at FROM breach WHERE breach.id = breach_id) WHERE first_at IS NULL"
    )
    with op.batch_alter_table("breach") as table:
        table.drop_column("about_so_many")
    _may_be_empty(is_open=False)


def _may_be_empty(*, is_open: bool) -> None:
    for name, columns in OPEN.items():
        with op.batch_alter_table(name) as table:
            for column, kind in columns.items():
                table.alter_column(column, existing_type=kind, nullable=is_open)
