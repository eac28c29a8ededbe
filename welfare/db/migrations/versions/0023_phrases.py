"""Phrases and templates that education providers keep for writers."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

PLACES = ("plan_strengths", "plan_need", "plan_goal", "plan_measure", "minutes", "journal")


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "phrase",
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Enum(*PLACES, name="phraseplace", native_enum=False, length=40), nullable=False),
        sa.Column(
            "kind", sa.Enum("phrase", "template", name="phrasekind", native_enum=False, length=40), nullable=False
        ),
        sa.Column(
            "state", sa.Enum("active", "ended", name="cataloguestate", native_enum=False, length=40), nullable=False
        ),
        sa.Column("text_fi", sa.String(length=4000), nullable=False),
        sa.Column("text_sv", sa.String(length=4000), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_phrase_controller_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phrase")),
    )
    op.create_index(op.f("ix_phrase_controller_id_place"), "phrase", ["controller_id", "place"])


def downgrade() -> None:
    """Go down."""
    op.drop_table("phrase")
