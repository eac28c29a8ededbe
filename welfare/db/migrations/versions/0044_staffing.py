"""Staffing: pupils counted once a school year, and the posts of curators and psychologists."""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "pupil_count",
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("pupils", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        *_recorded(),
        *_ties("pupil_count", {"school_id": "organisation", "recorded_by": "account"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pupil_count")),
        sa.UniqueConstraint(
            "school_id", "year", "level", "language", name=op.f("uq_pupil_count_school_id_year_level_language")
        ),
    )
    op.create_table(
        "staff_post",
        sa.Column("arranger_id", sa.Uuid(), nullable=False),
        sa.Column("place_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(length=40), nullable=False) for name in ("service", "language")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("filled", "vacant", "bought")),
        *_recorded(),
        *_ties("staff_post", {"arranger_id": "organisation", "place_id": "organisation", "recorded_by": "account"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_post")),
        sa.UniqueConstraint("arranger_id", "place_id", "year", "service", "language", name="uq_staff_post_cell"),
    )
    op.create_index(op.f("ix_staff_post_place_id_year"), "staff_post", ["place_id", "year"])


def downgrade() -> None:
    """Go down."""
    op.drop_index(op.f("ix_staff_post_place_id_year"), table_name="staff_post")
    op.drop_table("staff_post")
    op.drop_table("pupil_count")


def _recorded() -> list[sa.Column[object]]:
    return [
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
    ]


def _ties(table: str, ties: dict[str, str]) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
        for column, other in ties.items()
    ]
