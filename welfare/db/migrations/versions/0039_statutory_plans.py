"""Plans that an act asks for, in versions, and the self-control of student welfare."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

TEXT = 20_000


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "statutory_version",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("approved_at", sa.DateTime(), nullable=True),
        sa.Column("approved_by", sa.Uuid(), nullable=True),
        sa.Column("decided", sa.String(length=200), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        *_revised("statutory_version", {"unit_id": "organisation", "approved_by": "account"}),
        sa.UniqueConstraint("unit_id", "kind", "number", name=op.f("uq_statutory_version_unit_id_kind_number")),
    )
    op.create_table(
        "statutory_text",
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("heading", sa.String(length=40), nullable=False),
        sa.Column("text_fi", sa.String(length=TEXT), nullable=False),
        sa.Column("text_sv", sa.String(length=TEXT), nullable=False),
        *_revised("statutory_text", {"version_id": "statutory_version"}),
        sa.UniqueConstraint("version_id", "heading", name=op.f("uq_statutory_text_version_id_heading")),
    )
    op.create_table(
        "self_check",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("evidence", sa.String(length=TEXT), nullable=False),
        sa.Column("defect", sa.String(length=TEXT), nullable=False),
        sa.Column("fix_by", sa.Date(), nullable=True),
        sa.Column("fixed_on", sa.Date(), nullable=True),
        *_revised("self_check", {"unit_id": "organisation"}),
        sa.UniqueConstraint("unit_id", "year", "item", name=op.f("uq_self_check_unit_id_year_item")),
    )


def _revised(table: str, ties: dict[str, str]) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
            for column, other in ties.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def downgrade() -> None:
    """Go down."""
    for table in ("self_check", "statutory_text", "statutory_version"):
        op.drop_table(table)
