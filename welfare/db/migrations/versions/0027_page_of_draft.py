"""Drafts of pages tell of which page they are, so that they end when their writer would not be shown it any more."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.add_column("draft", sa.Column("page", sa.String(length=500), nullable=True))


def downgrade() -> None:
    """Go down."""
    op.drop_column("draft", "page")
