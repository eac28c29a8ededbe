"""A prohibition may be granted in part, and what is decided is told to the minor in words of its own (OHL 18 § 2)."""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.add_column(
        "interest_assessment", sa.Column("is_partly", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("interest_assessment", sa.Column("decision", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    """Go down."""
    op.drop_column("interest_assessment", "decision")
    op.drop_column("interest_assessment", "is_partly")
