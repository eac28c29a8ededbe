"""Matters opened in an emergency, and the review of each opening."""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None
CODE = sa.String(length=40)
TIES = {
    "case_id": "case_file",
    "student_id": "person",
    "controller_id": "organisation",
    "school_id": "organisation",
    "account_id": "account",
    "person_id": "person",
    "reviewed_by": "account",
}


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "emergency",
        *(sa.Column(name, sa.Uuid(), nullable=name == "reviewed_by") for name in TIES),
        sa.Column("role", CODE, nullable=False),
        sa.Column("reason", CODE, nullable=False),
        sa.Column("sections", sa.String(length=60), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("review_due_on", sa.Date(), nullable=False),
        sa.Column("reviewed_at", sa.DateTime(), nullable=True),
        sa.Column("finding", CODE, nullable=True),
        sa.Column("delayed_until", sa.Date(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("review", sa.LargeBinary(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *(
            sa.ForeignKeyConstraint([name], [f"{other}.id"], name=op.f(f"fk_emergency_{name}_{other}"))
            for name, other in TIES.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_emergency")),
    )
    for columns in (
        ["case_id"],
        ["student_id"],
        ["account_id", "ends_at"],
        ["controller_id", "reviewed_at", "review_due_on"],
    ):
        op.create_index(op.f(f"ix_emergency_{'_'.join(columns)}"), "emergency", columns)


def downgrade() -> None:
    """Go down."""
    op.drop_table("emergency")
