"""Let a thing be handed over to the archive once more, where it was reopened after the first time."""

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0059"
branch_labels = None
depends_on = None

TABLE, COLUMNS = "archive_transfer", ["thing", "thing_id"]
UNIQUE, INDEX = f"uq_{TABLE}_thing_thing_id", f"ix_{TABLE}_thing_thing_id"


def upgrade() -> None:
    """Go up."""
    with op.batch_alter_table(TABLE) as table:
        table.drop_constraint(op.f(UNIQUE), type_="unique")
    op.create_index(op.f(INDEX), TABLE, COLUMNS)


def downgrade() -> None:
    """Go down: the first receipt of each thing stays."""
    table = sa.table(TABLE, sa.column("id", sa.Uuid), *(sa.column(name) for name in (*COLUMNS, "recorded_at")))
    first = sa.select(table.c.thing, table.c.thing_id, sa.func.min(table.c.recorded_at).label("at"))
    kept = first.group_by(table.c.thing, table.c.thing_id).subquery()
    is_later = sa.and_(
        table.c.thing == kept.c.thing, table.c.thing_id == kept.c.thing_id, table.c.recorded_at > kept.c.at
    )
    op.execute(table.delete().where(sa.exists().where(is_later)))
    op.drop_index(op.f(INDEX), TABLE)
    with op.batch_alter_table(TABLE) as changed:
        changed.create_unique_constraint(op.f(UNIQUE), COLUMNS)
