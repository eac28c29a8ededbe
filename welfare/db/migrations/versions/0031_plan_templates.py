"""Templates of plans that education providers offer."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "plan_template",
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column(
            "state", sa.Enum("active", "ended", name="cataloguestate", native_enum=False, length=40), nullable=False
        ),
        sa.Column("newest", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _tie("plan_template", "controller_id", "organisation"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_template")),
    )
    op.create_index(op.f("ix_plan_template_controller_id"), "plan_template", ["controller_id"])
    op.create_table(
        "plan_template_version",
        sa.Column("template_id", sa.Uuid(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name_fi", sa.String(length=120), nullable=False),
        sa.Column("name_sv", sa.String(length=120), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("saved_by", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _tie("plan_template_version", "template_id", "plan_template"),
        _tie("plan_template_version", "saved_by", "account"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_template_version")),
        sa.UniqueConstraint("template_id", "number", name=op.f("uq_plan_template_version_template_id_number")),
    )


def downgrade() -> None:
    """Go down."""
    op.drop_table("plan_template_version")
    op.drop_table("plan_template")


def _tie(table: str, name: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([name], [f"{other}.id"], name=op.f(f"fk_{table}_{name}_{other}"))
