"""Signed reviews of communal work."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "community_review",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("term_starts_on", sa.Date(), nullable=False),
        sa.Column("comment", sa.String(length=2000), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("signed_at", sa.DateTime(), nullable=False),
        sa.Column("signed_by", sa.Uuid(), nullable=False),
        sa.Column("signed_as", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_community_review_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(["signed_by"], ["account.id"], name=op.f("fk_community_review_signed_by_account")),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["organisation.id"], name=op.f("fk_community_review_unit_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_community_review")),
    )
    op.create_index(
        op.f("ix_community_review_unit_id_term_starts_on"), "community_review", ["unit_id", "term_starts_on"]
    )


def downgrade() -> None:
    """Go down."""
    op.drop_table("community_review")
