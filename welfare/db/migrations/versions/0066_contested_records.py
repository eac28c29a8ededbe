"""Find what is said to be wrong by the record: each page of a journal asks for it."""

from alembic import op

revision = "0066"
down_revision = "0065"
branch_labels = None
depends_on = None
TABLE = "rectification"


def upgrade() -> None:
    """Go up."""
    op.create_index(op.f("ix_rectification_record_id_state"), TABLE, ["record_id", "state"])


def downgrade() -> None:
    """Go down."""
    op.drop_index(op.f("ix_rectification_record_id_state"), TABLE)
