"""Guidance: instructions with versions and receipts, needs of competence, training and who was there."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None
OF_UNIT = {"unit_id": "organisation", "controller_id": "organisation"}


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "instruction",
        *_of_unit(),
        sa.Column("readers", sa.String(length=40), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("newest", sa.Integer(), nullable=False),
        *_ties("instruction", OF_UNIT),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instruction")),
    )
    op.create_index(op.f("ix_instruction_unit_id"), "instruction", ["unit_id"])
    op.create_table(
        "instruction_version",
        sa.Column("instruction_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(length=160), nullable=False) for name in ("title_fi", "title_sv")),
        *(sa.Column(name, sa.String(length=8000), nullable=False) for name in ("text_fi", "text_sv")),
        sa.Column("link", sa.String(length=500), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("saved_by", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *_ties("instruction_version", {"instruction_id": "instruction", "saved_by": "account"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instruction_version")),
        sa.UniqueConstraint("instruction_id", "number", name=op.f("uq_instruction_version_instruction_id_number")),
    )
    op.create_table(
        "instruction_receipt",
        sa.Column("instruction_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *_ties("instruction_receipt", {"instruction_id": "instruction", "account_id": "account"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instruction_receipt")),
        sa.UniqueConstraint(
            "instruction_id",
            "account_id",
            "number",
            name=op.f("uq_instruction_receipt_instruction_id_account_id_number"),
        ),
    )
    _learning()


def _learning() -> None:
    op.create_table(
        "competence_need",
        *_of_unit(),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(length=40), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("wanting", sa.Integer(), nullable=False),
        *_ties("competence_need", OF_UNIT),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_competence_need")),
        sa.UniqueConstraint("unit_id", "year", "area", name=op.f("uq_competence_need_unit_id_year_area")),
    )
    op.create_table(
        "training",
        *_of_unit(),
        sa.Column("held_on", sa.Date(), nullable=False),
        *(sa.Column(name, sa.String(length=160), nullable=False) for name in ("title_fi", "title_sv")),
        sa.Column("area", sa.String(length=40), nullable=False),
        *(sa.Column(name, sa.String(length=160), nullable=False) for name in ("organiser", "sectors")),
        sa.Column("participants", sa.Integer(), nullable=True),
        sa.Column("grade", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(length=8000), nullable=False),
        *_ties("training", OF_UNIT),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training")),
    )
    op.create_index(op.f("ix_training_unit_id_held_on"), "training", ["unit_id", "held_on"])
    op.create_table(
        "training_attendance",
        sa.Column("training_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *_ties("training_attendance", {"training_id": "training", "account_id": "account"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_attendance")),
        sa.UniqueConstraint("training_id", "account_id", name=op.f("uq_training_attendance_training_id_account_id")),
    )


def _of_unit() -> list[sa.Column[object]]:
    return [
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
    ]


def _ties(table: str, ties: dict[str, str]) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
        for column, other in ties.items()
    ]


def downgrade() -> None:
    """Go down."""
    for table in (
        "training_attendance",
        "training",
        "competence_need",
        "instruction_receipt",
        "instruction_version",
        "instruction",
    ):
        op.drop_table(table)
