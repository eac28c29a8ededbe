"""Files of numbers, what a publisher's codes mean, and with which file a number came."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

VALUES = ("indicator_value", "indicator_past_value")


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "indicator_import",
        *_ids("controller_id", "unit_id"),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("licence", sa.String(length=40), nullable=False),
        sa.Column("fetched_on", sa.Date(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        *(sa.Column(f"{kind}_count", sa.Integer(), nullable=False) for kind in ("new", "changed", "same", "left_out")),
        sa.Column("uploaded_at", sa.DateTime(), nullable=False),
        sa.Column("uploaded_by", sa.Uuid(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        *_ids("id"),
        _tie("indicator_import", "controller_id", "organisation"),
        _tie("indicator_import", "unit_id", "organisation"),
        _tie("indicator_import", "uploaded_by", "account"),
        _tie("indicator_import", "ended_by", "account"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_import")),
    )
    op.create_index(op.f("ix_indicator_import_controller_id"), "indicator_import", ["controller_id"])
    op.create_table(
        "indicator_alias",
        *_ids("controller_id"),
        sa.Column("foreign_code", sa.String(length=60), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        *_ids("id"),
        _tie("indicator_alias", "controller_id", "organisation"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_alias")),
        sa.UniqueConstraint(
            "controller_id", "foreign_code", name=op.f("uq_indicator_alias_controller_id_foreign_code")
        ),
    )
    op.create_table(
        "indicator_region",
        *_ids("controller_id"),
        sa.Column("foreign_code", sa.String(length=60), nullable=False),
        sa.Column("level", sa.String(length=40), nullable=False),
        sa.Column("place", sa.String(length=40), nullable=False),
        *_ids("id"),
        _tie("indicator_region", "controller_id", "organisation"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_region")),
        sa.UniqueConstraint(
            "controller_id", "foreign_code", name=op.f("uq_indicator_region_controller_id_foreign_code")
        ),
    )
    for table in VALUES:
        file = sa.ForeignKey("indicator_import.id", name=op.f(f"fk_{table}_import_id_indicator_import"))
        op.add_column(table, sa.Column("import_id", sa.Uuid(), file, nullable=True), inline_references=True)


def _ids(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Uuid(), nullable=False) for name in names]


def _tie(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))


def downgrade() -> None:
    """Go down."""
    for table in VALUES:
        op.drop_column(table, "import_id")
    for table in ("indicator_region", "indicator_alias", "indicator_import"):
        op.drop_table(table)
