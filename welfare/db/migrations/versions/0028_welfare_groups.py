"""Groups of communal welfare work, one row for each term, and their seats."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "welfare_group",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("tasks_fi", sa.String(length=4000), nullable=False),
        sa.Column("tasks_sv", sa.String(length=4000), nullable=False),
        sa.Column("decision", sa.String(length=200), nullable=False),
        *_naming(),
        *_ties("welfare_group", {"unit_id": "organisation", "controller_id": "organisation", "named_by": "account"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_welfare_group")),
    )
    op.create_index(op.f("ix_welfare_group_unit_id"), "welfare_group", ["unit_id"])
    op.create_table(
        "welfare_group_seat",
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("holder", sa.String(length=40), nullable=False),
        sa.Column("duty", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("role", sa.String(length=40), nullable=True),
        sa.Column("partner", sa.String(length=200), nullable=False),
        sa.Column("how_chosen", sa.String(length=200), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        *_naming(),
        *_ties("welfare_group_seat", {"group_id": "welfare_group", "named_by": "account", "person_id": "person"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_welfare_group_seat")),
    )
    op.create_index(op.f("ix_welfare_group_seat_group_id"), "welfare_group_seat", ["group_id"])
    op.create_index(op.f("ix_welfare_group_seat_person_id"), "welfare_group_seat", ["person_id"])


def _naming() -> list[sa.Column[object]]:
    return [
        sa.Column("named_at", sa.DateTime(), nullable=False),
        sa.Column("named_by", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
    ]


def _ties(table: str, ties: dict[str, str]) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
        for column, other in ties.items()
    ]


def downgrade() -> None:
    """Go down."""
    op.drop_table("welfare_group_seat")
    op.drop_table("welfare_group")
