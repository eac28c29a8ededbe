"""A request for log information may take longer (GDPR 12(3))."""

import sqlalchemy as sa
from alembic import op

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    with op.batch_alter_table("log_request") as table:
        table.add_column(sa.Column("extended_at", sa.DateTime(), nullable=True))
        table.add_column(sa.Column("extension", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    """Go down."""
    with op.batch_alter_table("log_request") as table:
        table.drop_column("extension")
        table.drop_column("extended_at")
