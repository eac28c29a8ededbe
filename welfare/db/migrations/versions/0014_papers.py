"""Printed consent forms, and which answer was signed on which."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

KINDS = ("group_handling", "group_member", "outsider_participation", "disclosure", "transfer", "minor_prohibition")


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "consent_form",
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.Enum(*KINDS, name="consentkind", native_enum=False, length=40), nullable=False),
        sa.Column("named", sa.JSON(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("information_version", sa.String(length=20), nullable=False),
        sa.Column("printed_at", sa.DateTime(), nullable=False),
        sa.Column("printed_by", sa.Uuid(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_consent_form_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(["printed_by"], ["account.id"], name=op.f("fk_consent_form_printed_by_account")),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_consent_form_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent_form")),
        sa.UniqueConstraint("controller_id", "number", name=op.f("uq_consent_form_controller_id_number")),
    )
    op.create_index(op.f("ix_consent_form_case_id_printed_at"), "consent_form", ["case_id", "printed_at"])
    form = sa.ForeignKey("consent_form.id", name=op.f("fk_expression_of_will_form_id_consent_form"))
    op.add_column("expression_of_will", sa.Column("form_id", sa.Uuid(), form, nullable=True), inline_references=True)


def downgrade() -> None:
    """Go down."""
    op.drop_column("expression_of_will", "form_id")
    op.drop_table("consent_form")
