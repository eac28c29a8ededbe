"""Who has sent the questions about a meeting, and the counts of what was answered, which belong to nobody."""

import sqlalchemy as sa
from alembic import op

revision = "0062"
down_revision = "0061"
branch_labels = None
depends_on = None

SENT, TALLY = "meeting_feedback_sent", "meeting_feedback_tally"
TIES = {
    "attendee_id": "meeting_attendee",
    "case_id": "case_file",
    "student_id": "person",
    "controller_id": "organisation",
}
GROUP = ("provider_id", "term_starts_on", "respondent", "question", "grade")


def upgrade() -> None:
    """Go up."""
    op.create_table(
        SENT,
        *(sa.Column(name, sa.Uuid(), nullable=False) for name in (*TIES, "id")),
        sa.Column("revision", sa.Integer(), nullable=False),
        *(_tie(SENT, column, other) for column, other in TIES.items()),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{SENT}")),
        sa.UniqueConstraint("attendee_id", name=op.f(f"uq_{SENT}_attendee_id")),
    )
    op.create_index(op.f(f"ix_{SENT}_case_id"), SENT, ["case_id"])
    op.create_table(
        TALLY,
        sa.Column("provider_id", sa.Uuid(), nullable=False),
        sa.Column("term_starts_on", sa.Date(), nullable=False),
        sa.Column("respondent", _coded("respondent", "student", "guardian"), nullable=False),
        sa.Column("question", _coded("meetingquestion", "heard", "clear", "next"), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("grade", "shown", "waiting")),
        sa.Column("id", sa.Uuid(), nullable=False),
        _tie(TALLY, "provider_id", "organisation"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{TALLY}")),
        sa.UniqueConstraint(*GROUP, name=op.f(f"uq_{TALLY}_{'_'.join(GROUP)}")),
    )


def _coded(name: str, *codes: str) -> sa.Enum:
    return sa.Enum(*codes, name=name, native_enum=False, length=40)


def _tie(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))


def downgrade() -> None:
    """Go down."""
    op.drop_table(TALLY)
    op.drop_table(SENT)
