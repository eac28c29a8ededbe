"""Counties, providers, schools, classes and their calendar."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "organisation",
        sa.Column(
            "kind",
            sa.Enum("county", "provider", "school", name="organisationkind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("provider_id", sa.Uuid(), nullable=True),
        sa.Column("county_id", sa.Uuid(), nullable=True),
        sa.Column("official_code", sa.String(length=20), nullable=False),
        sa.Column("municipality_code", sa.String(length=3), nullable=False),
        sa.Column("name_fi", sa.String(length=200), nullable=False),
        sa.Column("name_sv", sa.String(length=200), nullable=False),
        sa.Column("short_name", sa.String(length=8), nullable=False),
        sa.Column(
            "unit_type",
            sa.Enum(
                "pre_primary", "basic", "upper_secondary", "vocational", name="unittype", native_enum=False, length=40
            ),
            nullable=True,
        ),
        sa.Column("teaching_languages", sa.String(length=20), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["county_id"], ["organisation.id"], name=op.f("fk_organisation_county_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["organisation.id"], name=op.f("fk_organisation_parent_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["organisation.id"], name=op.f("fk_organisation_provider_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    op.create_index(op.f("ix_organisation_county_id"), "organisation", ["county_id"])
    op.create_index(op.f("ix_organisation_parent_id"), "organisation", ["parent_id"])
    op.create_index(op.f("ix_organisation_provider_id"), "organisation", ["provider_id"])
    op.create_table(
        "school_class",
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("grade", sa.String(length=60), nullable=False),
        sa.Column("is_home_group", sa.Boolean(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["organisation.id"], name=op.f("fk_school_class_school_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_class")),
    )
    op.create_index(op.f("ix_school_class_school_id_name"), "school_class", ["school_id", "name"])
    op.create_table(
        "school_year",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_school_year_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_year")),
        sa.UniqueConstraint("organisation_id", "starts_on", name=op.f("uq_school_year_organisation_id_starts_on")),
    )
    op.create_table(
        "term",
        sa.Column("school_year_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_year_id"], ["school_year.id"], name=op.f("fk_term_school_year_id_school_year")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term")),
    )
    op.create_index(op.f("ix_term_school_year_id"), "term", ["school_year_id"])
    op.create_table(
        "closed_days",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("name_fi", sa.String(length=120), nullable=False),
        sa.Column("name_sv", sa.String(length=120), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_closed_days_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closed_days")),
    )
    op.create_index(op.f("ix_closed_days_organisation_id"), "closed_days", ["organisation_id"])
    op.create_table(
        "running_number",
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("series", sa.String(length=40), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_running_number_controller_id_organisation")
        ),
        sa.PrimaryKeyConstraint("controller_id", "series", name=op.f("pk_running_number")),
    )


def downgrade() -> None:
    """Go down."""
    op.drop_table("running_number")
    op.drop_table("closed_days")
    op.drop_table("term")
    op.drop_table("school_year")
    op.drop_table("school_class")
    op.drop_table("organisation")
