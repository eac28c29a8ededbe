"""Programmes of communal welfare work: what they ask, their steps, what they count, their staff."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "programme",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("name_fi", sa.String(length=120), nullable=False),
        sa.Column("name_sv", sa.String(length=120), nullable=False),
        sa.Column("coordinator_id", sa.Uuid(), nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("newest_steps", sa.Integer(), nullable=False),
        sa.Column("before_id", sa.Uuid(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *_ties(
            "programme",
            {
                "unit_id": "organisation",
                "controller_id": "organisation",
                "coordinator_id": "account",
                "before_id": "programme",
            },
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme")),
        sa.UniqueConstraint("before_id", name=op.f("uq_programme_before_id")),
    )
    op.create_index(op.f("ix_programme_unit_id_year"), "programme", ["unit_id", "year"])
    op.create_table(
        "programme_steps",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text_fi", sa.String(length=4000), nullable=False),
        sa.Column("text_sv", sa.String(length=4000), nullable=False),
        *_saved("programme_steps"),
        sa.UniqueConstraint("programme_id", "number", name=op.f("uq_programme_steps_programme_id_number")),
    )
    op.create_table(
        "programme_entry",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("tally", sa.String(length=40), nullable=False),
        sa.Column("season", sa.String(length=40), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        *_saved("programme_entry"),
    )
    op.create_index(op.f("ix_programme_entry_programme_id_tally"), "programme_entry", ["programme_id", "tally"])
    op.create_table(
        "programme_staff",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *_ties("programme_staff", {"programme_id": "programme", "account_id": "account"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_staff")),
        sa.UniqueConstraint("programme_id", "account_id", name=op.f("uq_programme_staff_programme_id_account_id")),
    )


def _saved(table: str) -> list[sa.Column[object] | sa.Constraint]:
    return [
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("saved_by", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *_ties(table, {"programme_id": "programme", "saved_by": "account"}),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def _ties(table: str, ties: dict[str, str]) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
        for column, other in ties.items()
    ]


def downgrade() -> None:
    """Go down."""
    op.drop_table("programme_staff")
    op.drop_table("programme_entry")
    op.drop_table("programme_steps")
    op.drop_table("programme")
