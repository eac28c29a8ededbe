"""When whoever asked for support has taken the request back."""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.add_column("contact_request", sa.Column("taken_back_at", sa.DateTime(), nullable=True))


def downgrade() -> None:
    """Go down."""
    op.drop_column("contact_request", "taken_back_at")
