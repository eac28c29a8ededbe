"""Why a record is left out of a copy is sealed; what was decided before is looked at once more."""

import sqlalchemy as sa
from alembic import op

revision = "0065"
down_revision = "0064"
branch_labels = None
depends_on = None
TABLE = "access_copy_part"


def upgrade() -> None:
    """Go up. The ground cannot be sealed here, without a key: its record has to be looked at again."""
    op.execute("UPDATE access_copy_part SET looked_at = NULL, looked_by = NULL WHERE withheld IS NOT NULL")
    with op.batch_alter_table(TABLE) as table:
        table.add_column(sa.Column("is_withheld", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.drop_column("withheld")
    with op.batch_alter_table(TABLE) as table:
        table.alter_column("is_withheld", server_default=None, existing_type=sa.Boolean(), existing_nullable=False)


def downgrade() -> None:
    """Go down. The ground cannot be opened here either: nothing that was left out may go out as looked at."""
    op.execute("UPDATE access_copy_part SET looked_at = NULL, looked_by = NULL, document = NULL WHERE is_withheld")
    with op.batch_alter_table(TABLE) as table:
        table.drop_column("is_withheld")
        table.add_column(sa.Column("withheld", sa.String(length=40), nullable=True))
