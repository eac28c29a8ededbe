"""That a notification was made to child protection or the police, for the group alone."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

TIES = {
    "case_id": "case_file",
    "student_id": "person",
    "controller_id": "organisation",
    "made_by": "account",
    "made_by_person_id": "person",
}


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "protection_notice",
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_by_person_id", sa.Uuid(), nullable=False),
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *[
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_protection_notice_{column}_{table}"))
            for column, table in TIES.items()
        ],
        sa.PrimaryKeyConstraint("id", name=op.f("pk_protection_notice")),
    )
    op.create_index(op.f("ix_protection_notice_case_id"), "protection_notice", ["case_id"])


def downgrade() -> None:
    """Go down."""
    op.drop_table("protection_notice")
