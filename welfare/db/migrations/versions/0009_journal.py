"""The entries of the journal."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "journal_entry",
        sa.Column(
            "kind",
            sa.Enum(
                "opening",
                "meeting",
                "note",
                "own_words",
                "disclosure",
                "correction",
                name="entrykind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("author_account_id", sa.Uuid(), nullable=False),
        sa.Column("author_person_id", sa.Uuid(), nullable=False),
        sa.Column("author_office", sa.String(length=40), nullable=False),
        sa.Column("corrects_id", sa.Uuid(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("revision = 1", name=op.f("ck_journal_entry_written_once")),
        sa.ForeignKeyConstraint(
            ["author_account_id"], ["account.id"], name=op.f("fk_journal_entry_author_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["author_person_id"], ["person.id"], name=op.f("fk_journal_entry_author_person_id_person")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_journal_entry_case_id_case_file")),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_journal_entry_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["corrects_id"], ["journal_entry.id"], name=op.f("fk_journal_entry_corrects_id_journal_entry")
        ),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_journal_entry_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_entry")),
        sa.UniqueConstraint("corrects_id", name=op.f("uq_journal_entry_corrects_id")),
    )
    op.create_index(op.f("ix_journal_entry_case_id"), "journal_entry", ["case_id"])
    op.create_index(op.f("ix_journal_entry_case_id_written_at"), "journal_entry", ["case_id", "written_at"])


def downgrade() -> None:
    """Go down."""
    op.drop_table("journal_entry")
