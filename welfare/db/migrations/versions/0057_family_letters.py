"""Letters by which families come to their own pages."""

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "family_letter",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_family_letter_person_id_person")),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_family_letter_made_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_family_letter")),
        sa.UniqueConstraint("digest", name=op.f("uq_family_letter_digest")),
    )
    op.create_index(op.f("ix_family_letter_person_id"), "family_letter", ["person_id"])


def downgrade() -> None:
    """Go down."""
    op.drop_index(op.f("ix_family_letter_person_id"), table_name="family_letter")
    op.drop_table("family_letter")
