"""Corrections of a record that somebody has asked for."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0055"
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
        "rectification",
        *asked_columns(),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("entry_id", sa.Uuid(), nullable=True),
        sa.Column("state", CODE, nullable=False),
        sa.Column("outcome", CODE, nullable=True),
        sa.Column("refused_why", CODE, nullable=True),
        sa.Column("linked_id", sa.Uuid(), nullable=True),
        sa.Column("decision", sa.LargeBinary(), nullable=True),
        *_ties("rectification", TIES),
    )
    for columns in (["controller_id", "state", "due_on"], ["case_id", "state"]):
        op.create_index(op.f(f"ix_rectification_{'_'.join(columns)}"), "rectification", columns)


def downgrade() -> None:
    """Go down."""
    op.drop_table("rectification")


def asked_columns() -> list[sa.Column[Any]]:
    """What every request about one's own data has."""
    return [
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("register", CODE, nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("number", sa.String(length=11), nullable=False),
        sa.Column("asker", CODE, nullable=False),
        sa.Column("asker_id", sa.Uuid(), nullable=True),
        sa.Column("identity_way", CODE, nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("extended_at", sa.DateTime(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("sent_by", CODE, nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("extension", sa.LargeBinary(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
    ]


def _ties(table: str, ties: dict[str, str]) -> list[sa.Constraint]:
    foreign = [
        sa.ForeignKeyConstraint([name], [f"{other}.id"], name=op.f(f"fk_{table}_{name}_{other}"))
        for name, other in ties.items()
    ]
    return [*foreign, sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))]
