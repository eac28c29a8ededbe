"""Copies of one's own data that somebody has asked for, and the records that they are put together of."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0052"
down_revision = "0051"
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
PART_TIES = {"copy_id": "access_copy", "controller_id": "organisation", "looked_by": "account"}


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "access_copy",
        *asked_columns(),
        sa.Column("state", CODE, nullable=False),
        sa.Column("gathered_at", sa.DateTime(), nullable=True),
        sa.Column("outcome", CODE, nullable=True),
        sa.Column("refused_why", CODE, nullable=True),
        sa.Column("open_until", sa.Date(), nullable=True),
        sa.Column("fetched_at", sa.DateTime(), nullable=True),
        sa.Column("decision", sa.LargeBinary(), nullable=True),
        sa.Column("copy", sa.LargeBinary(), nullable=True),
        *_ties("access_copy", TIES),
    )
    index = ["controller_id", "state", "due_on"]
    op.create_index(op.f("ix_access_copy_controller_id_state_due_on"), "access_copy", index)
    op.create_table(
        "access_copy_part",
        sa.Column("copy_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("row_revision", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=True),
        sa.Column("looked_at", sa.DateTime(), nullable=True),
        sa.Column("looked_by", sa.Uuid(), nullable=True),
        sa.Column("withheld", CODE, nullable=True),
        sa.Column("has_spans", sa.Boolean(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *_ties("access_copy_part", PART_TIES),
        sa.UniqueConstraint("copy_id", "kind", "row_id", name=op.f("uq_access_copy_part_copy_id_kind_row_id")),
    )


def downgrade() -> None:
    """Go down."""
    op.drop_table("access_copy_part")
    op.drop_table("access_copy")


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
