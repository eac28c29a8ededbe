"""Decisions of a communal memo are told one by one. Those that were told with their item go on being told."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.add_column("communal_decision", sa.Column("is_public", sa.Boolean(), nullable=False, server_default=sa.false()))
    decision = sa.table("communal_decision", sa.column("meeting_id", sa.Uuid()), sa.column("is_public", sa.Boolean()))
    item = sa.table(
        "communal_agenda_item",
        sa.column("meeting_id", sa.Uuid()),
        sa.column("kind", sa.String()),
        sa.column("is_public", sa.Boolean()),
    )
    its_item = item.c.meeting_id == decision.c.meeting_id, item.c.kind == "decisions"
    was_told = sa.exists().where(*its_item, item.c.is_public)
    op.execute(sa.update(decision).where(was_told).values(is_public=sa.true()))


def downgrade() -> None:
    """Go down."""
    op.drop_column("communal_decision", "is_public")
