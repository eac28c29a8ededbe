"""Numbers on how students reach the services: what was released, counted and shown."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "access_release",
        sa.Column("county_id", sa.Uuid(), nullable=False),
        sa.Column("measure", sa.String(length=40), nullable=False),
        sa.Column("term_starts_on", sa.Date(), nullable=False),
        sa.Column("floor", sa.Integer(), nullable=False),
        sa.Column("released_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["county_id"], ["organisation.id"], name=op.f("fk_access_release_county_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_release")),
        sa.UniqueConstraint(
            "county_id", "measure", "term_starts_on", name=op.f("uq_access_release_county_id_measure_term_starts_on")
        ),
    )
    op.create_table(
        "access_count",
        sa.Column("release_id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"], ["access_release.id"], name=op.f("fk_access_count_release_id_access_release")
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["organisation.id"], name=op.f("fk_access_count_school_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_count")),
        sa.UniqueConstraint("release_id", "school_id", "kind", name=op.f("uq_access_count_release_id_school_id_kind")),
    )
    op.create_table(
        "access_figure",
        sa.Column("release_id", sa.Uuid(), nullable=False),
        sa.Column("place_id", sa.Uuid(), nullable=False),
        sa.Column("is_year", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"], ["access_release.id"], name=op.f("fk_access_figure_release_id_access_release")
        ),
        sa.ForeignKeyConstraint(["place_id"], ["organisation.id"], name=op.f("fk_access_figure_place_id_organisation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_figure")),
        sa.UniqueConstraint(
            "release_id", "place_id", "is_year", "kind", name=op.f("uq_access_figure_release_id_place_id_is_year_kind")
        ),
    )
    op.create_index(op.f("ix_access_figure_place_id"), "access_figure", ["place_id"])


def downgrade() -> None:
    """Go down."""
    for table in ("access_figure", "access_count", "access_release"):
        op.drop_table(table)
