"""Own words of students and guardians in their matters."""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None
TIES = {
    "case_id": "case_file",
    "student_id": "person",
    "controller_id": "organisation",
    "writer_person_id": "person",
}


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "own_words",
        *(sa.Column(name, sa.Uuid(), nullable=False) for name in TIES),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("shared_at", sa.DateTime(), nullable=True),
        sa.Column("taken_back_at", sa.DateTime(), nullable=True),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *(
            sa.ForeignKeyConstraint([name], [f"{table}.id"], name=op.f(f"fk_own_words_{name}_{table}"))
            for name, table in TIES.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_words")),
        sa.UniqueConstraint(
            "case_id", "writer_person_id", "number", name=op.f("uq_own_words_case_id_writer_person_id_number")
        ),
    )
    op.create_index(op.f("ix_own_words_case_id"), "own_words", ["case_id"])


def downgrade() -> None:
    """Go down."""
    op.drop_index(op.f("ix_own_words_case_id"), table_name="own_words")
    op.drop_table("own_words")
