"""Numbers of indicators by place, year and group, and what they were before."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "indicator_value",
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("level", sa.String(length=40), nullable=False),
        sa.Column("place", sa.String(length=40), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("group_code", sa.String(length=40), nullable=False),
        *_numbers(),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _tie("indicator_value", "controller_id", "organisation"),
        _tie("indicator_value", "recorded_by", "account"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_value")),
        sa.UniqueConstraint(
            "controller_id", "code", "place", "year", "group_code", name=op.f("uq_indicator_value_cell")
        ),
    )
    op.create_index("ix_indicator_value_place", "indicator_value", ["place", "controller_id"])
    op.create_table(
        "indicator_past_value",
        sa.Column("value_id", sa.Uuid(), nullable=False),
        *_numbers(),
        sa.Column("replaced_at", sa.DateTime(), nullable=False),
        sa.Column("replaced_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        _tie("indicator_past_value", "value_id", "indicator_value"),
        _tie("indicator_past_value", "recorded_by", "account"),
        _tie("indicator_past_value", "replaced_by", "account"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_past_value")),
    )
    op.create_index(op.f("ix_indicator_past_value_value_id"), "indicator_past_value", ["value_id"])


def _numbers() -> list[sa.Column[object]]:
    return [
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("absolute", sa.Float(), nullable=True),
        sa.Column("respondents", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
    ]


def _tie(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))


def downgrade() -> None:
    """Go down."""
    op.drop_table("indicator_past_value")
    op.drop_table("indicator_value")
