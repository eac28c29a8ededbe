"""Other records than journal entries may be said to be wrong."""

import sqlalchemy as sa
from alembic import op

revision = "0061"
down_revision = "0060"
branch_labels = None
depends_on = None
TABLE = "rectification"


def upgrade() -> None:
    """Go up."""
    with op.batch_alter_table(TABLE) as table:
        table.alter_column("entry_id", new_column_name="record_id", existing_type=sa.Uuid(), existing_nullable=True)
        table.add_column(sa.Column("file_id", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("kind", sa.String(length=40), nullable=True))
        table.create_index(op.f("ix_rectification_file_id_state"), ["file_id", "state"])
    op.execute("UPDATE rectification SET kind = 'entry' WHERE record_id IS NOT NULL")


def downgrade() -> None:
    """Go down. A request about another record stays, and no longer names it: it would be looked for in the journal."""
    op.execute("UPDATE rectification SET record_id = NULL WHERE kind <> 'entry'")
    with op.batch_alter_table(TABLE) as table:
        table.drop_index(op.f("ix_rectification_file_id_state"))
        table.drop_column("kind")
        table.drop_column("file_id")
        table.alter_column("record_id", new_column_name="entry_id", existing_type=sa.Uuid(), existing_nullable=True)
