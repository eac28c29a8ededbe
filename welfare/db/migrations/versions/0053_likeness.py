"""What can be compared of people without opening it: keyed hashes of surname, address and code, sealed."""

import sqlalchemy as sa
from alembic import op

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.add_column("person", sa.Column("likeness", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    """Go down."""
    op.drop_column("person", "likeness")
