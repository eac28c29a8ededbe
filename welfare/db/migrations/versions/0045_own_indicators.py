"""Indicators that a unit has defined itself."""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None
TIES = {"controller_id": "organisation", "unit_id": "organisation", "defined_by": "account"}


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "own_indicator",
        *(sa.Column(name, sa.Uuid(), nullable=False) for name in ("controller_id", "unit_id")),
        *(sa.Column(name, sa.String(length=40), nullable=False) for name in ("code", "theme")),
        *(sa.Column(f"title_{each}", sa.String(length=160), nullable=False) for each in ("fi", "sv", "en")),
        *(sa.Column(f"tells_{each}", sa.String(length=600), nullable=False) for each in ("fi", "sv", "en")),
        *(sa.Column(name, sa.String(length=40), nullable=False) for name in ("direction", "measure")),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("licence", sa.String(length=40), nullable=False),
        sa.Column("levels", sa.String(length=80), nullable=False),
        sa.Column("is_sensitive", sa.Boolean(), nullable=False),
        sa.Column("defined_by", sa.Uuid(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *(
            sa.ForeignKeyConstraint([name], [f"{table}.id"], name=op.f(f"fk_own_indicator_{name}_{table}"))
            for name, table in TIES.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_indicator")),
        sa.UniqueConstraint("controller_id", "code", name=op.f("uq_own_indicator_controller_id_code")),
    )
    op.create_index(op.f("ix_own_indicator_unit_id"), "own_indicator", ["unit_id"])


def downgrade() -> None:
    """Go down."""
    op.drop_table("own_indicator")
