"""What teachers are told to do in class, and who has read it."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

TIES = {
    "case_id": "case_file",
    "student_id": "person",
    "controller_id": "organisation",
    "entry_id": "journal_entry",
    "given_by": "account",
    "given_by_person_id": "person",
    "ended_by": "account",
}


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "teacher_note",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("given_at", sa.DateTime(), nullable=False),
        sa.Column("given_by", sa.Uuid(), nullable=False),
        sa.Column("given_by_person_id", sa.Uuid(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *_ties("teacher_note", TIES),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teacher_note")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_teacher_note_entry_id")),
    )
    op.create_index(op.f("ix_teacher_note_case_id"), "teacher_note", ["case_id"])
    op.create_index(op.f("ix_teacher_note_student_id_ends_on"), "teacher_note", ["student_id", "ends_on"])
    op.create_table(
        "teacher_note_mark",
        sa.Column("note_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *_ties("teacher_note_mark", {"note_id": "teacher_note", "account_id": "account", "person_id": "person"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teacher_note_mark")),
        sa.UniqueConstraint("note_id", "account_id", name=op.f("uq_teacher_note_mark_note_id_account_id")),
    )


def _ties(table: str, ties: dict[str, str]) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
        for column, other in ties.items()
    ]


def downgrade() -> None:
    """Go down."""
    op.drop_table("teacher_note_mark")
    op.drop_table("teacher_note")
