"""Retention: rules, holds, hand-overs to the archive, runs and their things, and the second clock."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0055"
down_revision = "0054"
branch_labels = None
depends_on = None
ORGANISATION = ("controller_id", "organisation")
TABLES: dict[str, tuple[list[sa.Column[Any]], list[tuple[str, str]], list[str]]] = {
    "retention_rule": (
        [
            sa.Column("controller_id", sa.Uuid(), nullable=False),
            sa.Column("kind", sa.String(40), nullable=False),
            sa.Column("version", sa.Integer(), nullable=False),
            sa.Column("years", sa.Integer(), nullable=False),
            sa.Column("counted_from", sa.String(40), nullable=False),
            sa.Column("disposal", sa.String(40), nullable=False),
            sa.Column("source", sa.String(300), nullable=False),
            sa.Column("saved_at", sa.DateTime(), nullable=False),
            sa.Column("saved_by", sa.Uuid(), nullable=False),
        ],
        [ORGANISATION, ("saved_by", "account")],
        ["controller_id", "kind", "version"],
    ),
    "retention_hold": (
        [
            sa.Column("controller_id", sa.Uuid(), nullable=False),
            sa.Column("thing", sa.String(40), nullable=False),
            sa.Column("thing_id", sa.Uuid(), nullable=False),
            sa.Column("reason", sa.String(40), nullable=False),
            sa.Column("placed_at", sa.DateTime(), nullable=False),
            sa.Column("placed_by", sa.Uuid(), nullable=False),
            sa.Column("review_on", sa.Date(), nullable=False),
            sa.Column("lifted_at", sa.DateTime(), nullable=True),
            sa.Column("lifted_by", sa.Uuid(), nullable=True),
            sa.Column("document", sa.LargeBinary(), nullable=False),
            sa.Column("lifting", sa.LargeBinary(), nullable=True),
            sa.Column("revision", sa.Integer(), nullable=False),
        ],
        [ORGANISATION, ("placed_by", "account"), ("lifted_by", "account")],
        [],
    ),
    "archive_transfer": (
        [
            sa.Column("controller_id", sa.Uuid(), nullable=False),
            sa.Column("thing", sa.String(40), nullable=False),
            sa.Column("thing_id", sa.Uuid(), nullable=False),
            sa.Column("reference", sa.String(300), nullable=False),
            sa.Column("recorded_at", sa.DateTime(), nullable=False),
            sa.Column("recorded_by", sa.Uuid(), nullable=False),
        ],
        [ORGANISATION, ("recorded_by", "account")],
        ["thing", "thing_id"],
    ),
    "retention_run": (
        [
            sa.Column("controller_id", sa.Uuid(), nullable=False),
            sa.Column("state", sa.String(40), nullable=False),
            sa.Column("as_of", sa.Date(), nullable=False),
            sa.Column("proposed_at", sa.DateTime(), nullable=False),
            sa.Column("proposed_by", sa.Uuid(), nullable=False),
            sa.Column("answered_at", sa.DateTime(), nullable=True),
            sa.Column("answered_by", sa.Uuid(), nullable=True),
            sa.Column("ended_at", sa.DateTime(), nullable=True),
            sa.Column("certificate", sa.Text(), nullable=True),
        ],
        [ORGANISATION, ("proposed_by", "account"), ("answered_by", "account")],
        [],
    ),
    "retention_item": (
        [
            sa.Column("run_id", sa.Uuid(), nullable=False),
            sa.Column("thing", sa.String(40), nullable=False),
            sa.Column("thing_id", sa.Uuid(), nullable=False),
            sa.Column("kind", sa.String(40), nullable=False),
            sa.Column("years", sa.Integer(), nullable=False),
            sa.Column("counted_from", sa.String(40), nullable=False),
            sa.Column("start_on", sa.Date(), nullable=True),
            sa.Column("last_day", sa.Date(), nullable=False),
            sa.Column("state", sa.String(40), nullable=False),
            sa.Column("why", sa.String(40), nullable=False),
            sa.Column("keys", sa.Integer(), nullable=False),
            sa.Column("rows", sa.Integer(), nullable=False),
            sa.Column("ended_at", sa.DateTime(), nullable=True),
        ],
        [("run_id", "retention_run")],
        ["run_id", "thing", "thing_id"],
    ),
    "retention_clock": (
        [
            sa.Column("counted", sa.DateTime(), nullable=False),
            sa.Column("boot", sa.String(40), nullable=False),
            sa.Column("seconds", sa.Float(), nullable=False),
        ],
        [],
        [],
    ),
}
INDEXES = (
    ("retention_hold", ["controller_id", "thing", "thing_id"]),
    ("retention_run", ["controller_id", "proposed_at"]),
    ("retention_item", ["thing", "thing_id"]),
)


def upgrade() -> None:
    """Go up."""
    for table, (columns, ties, unique) in TABLES.items():
        op.create_table(
            table,
            *columns,
            sa.Column("id", sa.Uuid(), nullable=False),
            *(
                sa.ForeignKeyConstraint([name], [f"{other}.id"], name=op.f(f"fk_{table}_{name}_{other}"))
                for name, other in ties
            ),
            sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
            *([sa.UniqueConstraint(*unique, name=op.f(f"uq_{table}_{'_'.join(unique)}"))] if unique else []),
        )
    for table, names in INDEXES:
        op.create_index(op.f(f"ix_{table}_{'_'.join(names)}"), table, names)


def downgrade() -> None:
    """Go down."""
    for table in reversed(TABLES):
        op.drop_table(table)
