"""What education providers offer, in versions, and what has been agreed on in matters."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "arrangement",
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column(
            "state", sa.Enum("active", "ended", name="cataloguestate", native_enum=False, length=40), nullable=False
        ),
        sa.Column("newest", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_arrangement_controller_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrangement")),
    )
    op.create_index(op.f("ix_arrangement_controller_id"), "arrangement", ["controller_id"])
    op.create_table(
        "arrangement_version",
        sa.Column("arrangement_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name_fi", sa.String(length=120), nullable=False),
        sa.Column("name_sv", sa.String(length=120), nullable=False),
        sa.Column("description_fi", sa.String(length=2000), nullable=False),
        sa.Column("description_sv", sa.String(length=2000), nullable=False),
        sa.Column("conditions_fi", sa.String(length=2000), nullable=False),
        sa.Column("conditions_sv", sa.String(length=2000), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("saved_by", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["arrangement_id"], ["arrangement.id"], name=op.f("fk_arrangement_version_arrangement_id_arrangement")
        ),
        sa.ForeignKeyConstraint(["saved_by"], ["account.id"], name=op.f("fk_arrangement_version_saved_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrangement_version")),
        sa.UniqueConstraint("arrangement_id", "number", name=op.f("uq_arrangement_version_arrangement_id_number")),
    )
    op.create_table(
        "arrangement_use",
        sa.Column("arrangement_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("agreed_at", sa.DateTime(), nullable=False),
        sa.Column("agreed_by", sa.Uuid(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["arrangement_id"], ["arrangement.id"], name=op.f("fk_arrangement_use_arrangement_id_arrangement")
        ),
        sa.ForeignKeyConstraint(["agreed_by"], ["account.id"], name=op.f("fk_arrangement_use_agreed_by_account")),
        sa.ForeignKeyConstraint(["ended_by"], ["account.id"], name=op.f("fk_arrangement_use_ended_by_account")),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_arrangement_use_case_id_case_file")),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_arrangement_use_student_id_person")),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_arrangement_use_controller_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrangement_use")),
    )
    op.create_index(op.f("ix_arrangement_use_arrangement_id"), "arrangement_use", ["arrangement_id"])
    op.create_index(op.f("ix_arrangement_use_case_id"), "arrangement_use", ["case_id"])


def downgrade() -> None:
    """Go down."""
    op.drop_table("arrangement_use")
    op.drop_table("arrangement_version")
    op.drop_table("arrangement")
