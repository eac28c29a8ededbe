"""Requests for log information, from their coming to their end."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None
CODE = sa.String(length=40)
TIES = {
    "controller_id": "organisation",
    "subject_id": "person",
    "asker_id": "person",
    "recorded_by": "account",
    "decided_by": "account",
}


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "log_request",
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("register", CODE, nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("number", sa.String(length=11), nullable=False),
        sa.Column("asker", CODE, nullable=False),
        sa.Column("asker_id", sa.Uuid(), nullable=True),
        sa.Column("identity_way", CODE, nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("wants_account", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.Date(), nullable=False) for name in ("received_on", "due_on", "since_on")),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("state", CODE, nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("refused_why", CODE, nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("sent_by", CODE, nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("decision", sa.LargeBinary(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *(
            sa.ForeignKeyConstraint([name], [f"{other}.id"], name=op.f(f"fk_log_request_{name}_{other}"))
            for name, other in TIES.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_request")),
    )
    op.create_index(
        op.f("ix_log_request_controller_id_state_due_on"), "log_request", ["controller_id", "state", "due_on"]
    )


def downgrade() -> None:
    """Go down."""
    op.drop_table("log_request")
