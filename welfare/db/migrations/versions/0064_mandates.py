"""By what mandate somebody asks for another about data."""

import sqlalchemy as sa
from alembic import op

revision = "0064"
down_revision = "0063"
branch_labels = None
depends_on = None
TABLES = ("log_request", "access_copy", "rectification")


def upgrade() -> None:
    """Go up."""
    for table in TABLES:
        with op.batch_alter_table(table) as altered:
            altered.add_column(sa.Column("mandate", sa.String(length=40), nullable=True))


def downgrade() -> None:
    """Go down."""
    for table in TABLES:
        with op.batch_alter_table(table) as altered:
            altered.drop_column("mandate")
