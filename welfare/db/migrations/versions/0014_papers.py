"""Printed consent forms, which answer was signed on which, and scans of what was signed."""

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
        sa.Column("named", sa.String(length=200), nullable=False),
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
    op.create_table(
        "signed_paper",
        sa.Column(
            "kind", sa.Enum("pdf", "jpeg", "png", name="paperkind", native_enum=False, length=40), nullable=False
        ),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("chunks", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("held", "clean", "refused", name="paperstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("scanned_at", sa.DateTime(), nullable=True),
        sa.Column("kept_at", sa.DateTime(), nullable=False),
        sa.Column("kept_by", sa.Uuid(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        *_columns_of_paper(),
        sa.ForeignKeyConstraint(["kept_by"], ["account.id"], name=op.f("fk_signed_paper_kept_by_account")),
        *_ties_of("signed_paper"),
    )
    op.create_index(op.f("ix_signed_paper_expression_id"), "signed_paper", ["expression_id"])
    op.create_table(
        "signed_paper_chunk",
        sa.Column("paper_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        *_columns_of_paper(),
        sa.ForeignKeyConstraint(
            ["paper_id"], ["signed_paper.id"], name=op.f("fk_signed_paper_chunk_paper_id_signed_paper")
        ),
        sa.UniqueConstraint("paper_id", "number", name=op.f("uq_signed_paper_chunk_paper_id_number")),
        *_ties_of("signed_paper_chunk"),
    )
    op.create_index(op.f("ix_signed_paper_chunk_expression_id"), "signed_paper_chunk", ["expression_id"])


def _columns_of_paper() -> tuple[sa.Column[object], ...]:
    ids = ("expression_id", "student_id", "controller_id", "id")
    required: list[sa.Column[object]] = [sa.Column(name, sa.Uuid(), nullable=False) for name in ids]
    return (
        *required,
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
    )


def _ties_of(table: str) -> tuple[sa.Constraint, ...]:
    ties = {"expression_id": "expression_of_will", "student_id": "person", "controller_id": "organisation"}
    foreign = [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
        for column, other in ties.items()
    ]
    return (*foreign, sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")))


def downgrade() -> None:
    """Go down."""
    op.drop_table("signed_paper_chunk")
    op.drop_table("signed_paper")
    op.drop_column("expression_of_will", "form_id")
    op.drop_table("consent_form")
