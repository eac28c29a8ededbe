"""The annual clock of units: tasks by month, and the addresses at which calendars ask for them."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

TASK_TIES = {
    "unit_id": "organisation",
    "owner_id": "person",
    "carried_from_id": "clock_task",
    "done_by": "account",
}


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "clock_task",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=True),
        sa.Column("template", sa.String(length=40), nullable=False),
        sa.Column("title_fi", sa.String(length=160), nullable=False),
        sa.Column("title_sv", sa.String(length=160), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("carried_from_id", sa.Uuid(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("done_by", sa.Uuid(), nullable=True),
        sa.Column("bearer", sa.String(length=40), nullable=True),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *_ties("clock_task", TASK_TIES),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clock_task")),
    )
    op.create_index(op.f("ix_clock_task_unit_id_year"), "clock_task", ["unit_id", "year"])
    op.create_index(op.f("ix_clock_task_carried_from_id"), "clock_task", ["carried_from_id"])
    op.create_table(
        "clock_feed",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("token_digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        *_ties("clock_feed", {"unit_id": "organisation", "account_id": "account"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clock_feed")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_clock_feed_token_digest")),
    )
    op.create_index(op.f("ix_clock_feed_account_id"), "clock_feed", ["account_id"])


def _ties(table: str, ties: dict[str, str]) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
        for column, other in ties.items()
    ]


def downgrade() -> None:
    """Go down."""
    op.drop_table("clock_feed")
    op.drop_table("clock_task")
