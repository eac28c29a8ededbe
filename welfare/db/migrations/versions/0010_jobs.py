"""Jobs: what a deed leaves to be done afterwards."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

REGISTERS = ("welfare", "social", "psychology", "health", "directory", "communal", "audit", "session", "index")


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "job",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("register", sa.Enum(*REGISTERS, name="register", native_enum=False, length=40), nullable=False),
        sa.Column("ordered_by", sa.Uuid(), nullable=True),
        sa.Column("planned_at", sa.DateTime(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("planned", "done", "given_up", name="jobstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=True),
        sa.Column("failure", sa.String(length=40), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
        sa.UniqueConstraint("kind", "key", name=op.f("uq_job_kind_key")),
    )
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_job_state_due_at"), ["state", "due_at"], unique=False)


def downgrade() -> None:
    """Go down."""
    op.drop_table("job")
